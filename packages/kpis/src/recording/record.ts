import type { Logger, TenantId } from '@olympus/core';
import type { PeerStore } from '../benchmarks/peer-store.js';
import { figureKindOf, incomparable, peerFigure } from '../benchmarks/peers.js';
import { endOf, type Period, periodAt, shiftPeriod, type Zone } from '../calendar/period.js';
import { type KpiDefinition, measureOf } from '../definition/definition.js';
import type { KpiStore } from '../definition/kpi-store.js';
import { targetOf } from '../definition/target.js';
import type { KpiMetric, KpiModel } from '../state/ports.js';
import { readState, type StateContext } from '../state/state.js';
import type { PeriodStore } from './period-store.js';

/** Finished periods of one KPI that are recorded at once, after a long pause. */
const mostAtOnce = 60;

export interface RecordingDeps {
  readonly kpis: KpiStore;
  readonly periods: PeriodStore;
  readonly peers: PeerStore;
  readonly version: (tenant: TenantId) => number;
  readonly isShared: (tenant: TenantId) => Promise<boolean>;
  readonly log: Pick<Logger, 'warn'>;
}

/**
 * Records every period of a tenant's KPIs that has ended since the KPI was made, or was given another
 * metric, filters or calendar, and was not recorded yet, as it is known now. What was recorded is never touched again.
 * @returns how many periods were recorded
 */
export async function recordFinished(
  deps: RecordingDeps,
  context: StateContext,
  model: KpiModel,
): Promise<number> {
  const { kpis, log } = deps;
  const { tenantId, zone, nowMs, signal } = context;
  const shared = await deps.isShared(tenantId);
  let recorded = 0;
  for (const kpi of await kpis.list(tenantId)) {
    signal?.throwIfAborted();
    const metric = model.metrics.find(({ name }) => name === kpi.metric);
    try {
      for (const period of await unrecorded(deps, kpi, zone, nowMs)) {
        recorded += Number(await recordPeriod(deps, context, kpi, { metric, period }));
      }
      if (shared && metric !== undefined) await keepPeerFigure(deps, context, kpi, metric);
    } catch (error) {
      signal?.throwIfAborted();
      // one KPI that cannot be computed does not keep the others from being recorded
      log.warn({ err: error, kpi: kpi.id }, 'a KPI could not be recorded');
      continue;
    }
    await kpis.setDue(kpi.id, endOf(periodAt(kpi.calendar, nowMs, zone), zone));
  }
  return recorded;
}

/** Finished periods since the one in which the KPI began to measure this, oldest first. */
async function unrecorded(
  { periods }: RecordingDeps,
  kpi: KpiDefinition,
  zone: Zone,
  nowMs: number,
): Promise<readonly Period[]> {
  const known = await periods.list(kpi.id, 1_000);
  const done = new Set(
    known.filter(({ calendar }) => calendar === kpi.calendar).map(({ from }) => from),
  );
  const first = periodAt(kpi.calendar, Date.parse(kpi.measuredAt), zone);
  const found: Period[] = [];
  let period = shiftPeriod(periodAt(kpi.calendar, nowMs, zone), -1);
  while (period.fromWallMs >= first.fromWallMs && found.length < mostAtOnce) {
    if (!done.has(period.from)) found.unshift(period);
    period = shiftPeriod(period, -1);
  }
  return found;
}

async function recordPeriod(
  { periods, version }: RecordingDeps,
  context: StateContext,
  kpi: KpiDefinition,
  { metric, period }: { readonly metric: KpiMetric | undefined; readonly period: Period },
): Promise<boolean> {
  const dataVersion = version(context.tenantId);
  const state =
    metric === undefined
      ? {
          status: 'unknown_metric',
          value: null,
          target: targetOf(kpi.target, period, context.zone, null).value,
        }
      : await readState(context, kpi, metric, { period, landing: 'none' });
  return periods.record(kpi.id, {
    calendar: kpi.calendar,
    from: period.from,
    to: period.to,
    measure: measureOf(kpi),
    value: state.value,
    target: state.target,
    status: state.status,
    dataVersion,
    computedAt: new Date(context.nowMs).toISOString(),
  });
}

/** The rounded figure of the last finished period, for the comparison with other tenants. */
async function keepPeerFigure(
  { peers }: RecordingDeps,
  context: StateContext,
  kpi: KpiDefinition,
  metric: KpiMetric,
): Promise<void> {
  if (incomparable(kpi, metric) !== null) return;
  const period = shiftPeriod(periodAt(kpi.calendar, context.nowMs, context.zone), -1);
  const { figures } = await readState(context, kpi, metric, { period, landing: 'none' });
  const lastYear = figureKindOf(metric) === 'growth' ? figures.lastYear : null;
  const figure = peerFigure(metric, figures.value, lastYear);
  if (figure === undefined) return;
  const { metric: name, calendar } = kpi;
  await peers.put(context.tenantId, { metric: name, calendar, period: period.from }, figure);
}
