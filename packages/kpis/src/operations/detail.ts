import { compareWithPast, rankLocations } from '../benchmarks/own.js';
import { standingAmongPeers } from '../benchmarks/peers.js';
import { shiftPeriod } from '../calendar/period.js';
import type { KpiDefinition } from '../definition/definition.js';
import type { KpiMoment, StandingKpi } from '../kpis.js';
import { readHistory } from '../recording/history.js';
import { readMainDriver } from '../state/drivers.js';
import { readPath } from '../state/path.js';
import type { KpiMetric } from '../state/ports.js';
import { createKpiReader } from '../state/reader.js';
import { directionOf, type KpiState } from '../state/state.js';
import type { KpiHandlerDeps } from './kpis.js';
import { presentHistory, presentKpi, presentPast, presentPeers } from './present.js';

const shownHistory = 24;

/** Everything about one KPI. One whose metric is gone still has what was recorded. */
export async function detailOf(deps: KpiHandlerDeps, moment: KpiMoment, kpi: KpiDefinition) {
  const standing = await deps.service.inDetail(moment, kpi);
  const { metric, state, period } = standing;
  const { zone, nowMs, tenantId, analytics, signal } = moment;
  const reader =
    metric === undefined ? undefined : createKpiReader(analytics, tenantId, kpi, signal);
  const history = await readHistory(deps.periods, reader, kpi, {
    zone,
    nowMs,
    limit: shownHistory,
  });
  const path =
    reader === undefined || state === undefined
      ? { grain: 'day' as const, points: [], projection: [] }
      : await readPath(reader, state);
  return {
    kpi: presentKpi(kpi, metric, state, period),
    path,
    history: presentHistory(history),
    ...(metric === undefined || state === undefined
      ? nothingKnown(await deps.isShared(tenantId))
      : await comparisons(deps, moment, { ...standing, metric, state })),
  };
}

const nothingKnown = (shared: boolean) => ({
  drivers: { difference: null, previous: null, main: null },
  benchmarks: {
    past: null,
    locations: [],
    peers: presentPeers(shared, { kind: 'none', why: 'no_figure' }),
  },
});

interface KnownKpi extends StandingKpi {
  readonly metric: KpiMetric;
  readonly state: KpiState;
}

async function comparisons(
  deps: KpiHandlerDeps,
  moment: KpiMoment,
  { kpi, metric, state, period }: KnownKpi,
) {
  const { tenantId, analytics, zone, nowMs, signal, model } = moment;
  const readerOf = (filters: KpiDefinition['filters']) =>
    createKpiReader(analytics, tenantId, { metric: kpi.metric, filters }, signal);
  const shared = await deps.isShared(tenantId);
  const [drivers, past, locations, standing] = await Promise.all([
    readMainDriver(deps.analytics, tenantId, kpi, state, model, signal),
    compareWithPast(readerOf(kpi.filters), state.figures),
    rankLocations(readerOf, kpi, metric, state.figures, directionOf(kpi, metric)),
    standingAmongPeers(deps.peers, {
      tenant: tenantId,
      shared,
      kpi,
      metric,
      period: shiftPeriod(period, -1),
      zone,
      nowMs,
    }),
  ]);
  return {
    drivers,
    benchmarks: {
      past: presentPast(past),
      locations,
      peers: presentPeers(shared, standing),
    },
  };
}
