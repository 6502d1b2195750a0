import { randomBytes } from 'node:crypto';
import type { Call, Handlers } from '@olympus/contract';
import { inTurns, Problem, type TenantId } from '@olympus/core';
import { modelLanguageOf } from '@olympus/semantic';
import { endOf, periodAt, wallOfDate } from '../calendar/period.js';
import type { KpiDefinition } from '../definition/definition.js';
import type { NewKpi } from '../definition/kpi-store.js';
import type { KpiMoment, Kpis, KpisDeps } from '../kpis.js';
import { readHistory } from '../recording/history.js';
import type { KpiMetric } from '../state/ports.js';
import { createKpiReader } from '../state/reader.js';
import { detailOf } from './detail.js';
import type { kpiOperations } from './kpis.contract.js';
import { presentHistory, presentKpi } from './present.js';
import { suggestHandler } from './suggest.js';

export interface KpiHandlerDeps extends KpisDeps {
  readonly service: Kpis;
  /** Turns the comparison with other tenants on or off for one. */
  readonly setShared: (tenant: TenantId, shared: boolean) => Promise<void>;
  /** Records what is due of a tenant, soon. */
  readonly record: (tenant: TenantId) => Promise<void>;
}

/** KPIs that are read at the same time. */
const atOnce = 4;
const defaultHistory = 60;

export function kpiHandlers(deps: KpiHandlerDeps): Handlers<typeof kpiOperations> {
  const { service, kpis, periods, peers } = deps;
  const momentOf = (tenant: TenantId, locale: string | undefined, signal: AbortSignal) =>
    service.moment(tenant, modelLanguageOf(locale), signal);
  return {
    'kpis.save': async ({ tenant, input, signal, note }) => {
      const moment = await momentOf(tenant, input.locale, signal);
      const metric = metricOf(moment, input.metric);
      const wanted = definitionFrom(input);
      await tryOut(moment, wanted);
      const due = endOf(periodAt(wanted.calendar, moment.nowMs, moment.zone), moment.zone);
      const kpi =
        input.id === undefined
          ? await kpis.add(tenant, wanted, due)
          : await kpis.replace(tenant, wanted, due);
      note({ target: kpi.id, detail: { name: kpi.name, metric: kpi.metric } });
      if (await deps.isShared(tenant)) await deps.record(tenant);
      const { state, period } = await service.standing(moment, kpi);
      return presentKpi(kpi, metric, state, period);
    },
    'kpis.list': async ({ tenant, input, signal }) => {
      const moment = await momentOf(tenant, input.locale, signal);
      const defined = await kpis.list(tenant);
      const shown = await inTurns(defined, atOnce, async (kpi) => {
        signal.throwIfAborted();
        const { metric, state, period } = await service.standing(moment, kpi);
        return presentKpi(kpi, metric, state, period);
      });
      return { kpis: shown, ...aboutOf(moment) };
    },
    'kpis.get': async ({ tenant, input, signal }) => {
      const moment = await momentOf(tenant, input.locale, signal);
      const kpi = await kpis.get(tenant, input.id);
      return { ...(await detailOf(deps, moment, kpi)), ...aboutOf(moment) };
    },
    'kpis.history': async ({ tenant, input, signal }) => {
      const moment = await momentOf(tenant, undefined, signal);
      const kpi = await kpis.get(tenant, input.id);
      const isKnown = moment.model.metrics.some(({ name }) => name === kpi.metric);
      const reader = isKnown ? createKpiReader(deps.analytics, tenant, kpi, signal) : undefined;
      const { zone, nowMs } = moment;
      const limit = input.limit ?? defaultHistory;
      return {
        history: presentHistory(await readHistory(periods, reader, kpi, { zone, nowMs, limit })),
      };
    },
    'kpis.suggest': suggestHandler(deps, momentOf),
    'kpis.set_peers': async ({ tenant, input, note }) => {
      await deps.setShared(tenant, input.shared);
      if (input.shared) await deps.record(tenant);
      else await peers.forget(tenant);
      note({ detail: { shared: input.shared } });
      return { shared: input.shared };
    },
    'kpis.remove': async ({ tenant, input, note }) => {
      await kpis.remove(tenant, input.id);
      note({ target: input.id });
      return undefined;
    },
  };
}

export const aboutOf = ({ tenant, nowMs }: KpiMoment) => ({
  time_zone: tenant.timeZone,
  currency: tenant.currency,
  generated_at: new Date(nowMs).toISOString(),
});

type SaveInput = Call<Extract<(typeof kpiOperations)[number], { id: 'kpis.save' }>>['input'];

function definitionFrom(input: SaveInput): NewKpi {
  const name = input.name.trim();
  if (name === '')
    throw invalidKpi('A KPI needs a name', '/name', 'Say in a few words what it is.');
  checkDates(input.target);
  return {
    id: input.id ?? randomBytes(9).toString('base64url'),
    name,
    metric: input.metric,
    calendar: input.calendar,
    // the shape was checked at the door; a definition holds values of its own
    filters: structuredClone(input.filters ?? []) as KpiDefinition['filters'],
    direction: input.direction ?? null,
    target: structuredClone(input.target ?? null) as KpiDefinition['target'],
    owner: (input.owner ?? '').trim(),
    description: (input.description ?? '').trim(),
  };
}

/** A list of targets names days that there are. */
function checkDates(target: SaveInput['target']): void {
  if (target?.kind !== 'list') return;
  for (const [index, { period }] of target.values.entries()) {
    const ms = wallOfDate(period);
    if (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(period)) continue;
    const at = `/target/values/${index}/period`;
    throw invalidKpi(`"${period}" is no day`, at, 'Write a date as 2026-11-01.');
  }
}

/** Asks for one day, so that filters that do not fit the metric are refused with their place. */
async function tryOut({ analytics, tenantId, zone, nowMs, signal }: KpiMoment, kpi: NewKpi) {
  const { from, to } = periodAt('day', nowMs, zone);
  await createKpiReader(analytics, tenantId, kpi, signal).total(from, to);
}

function metricOf({ model }: KpiMoment, name: string): KpiMetric {
  const metric = model.metrics.find((one) => one.name === name);
  if (metric !== undefined) return metric;
  throw new Problem({
    code: 'unknown_metric',
    kind: 'invalid',
    message: `There is no metric "${name.slice(0, 80)}"`,
    at: '/metric',
    remedy: 'Choose one of the metrics that analytics.model lists.',
  });
}

const invalidKpi = (message: string, at: string, remedy: string) =>
  new Problem({ code: 'invalid_kpi', kind: 'invalid', message, at, remedy });
