import type { Analytics } from '@olympus/analytics';
import {
  type Clock,
  type Logger,
  Problem,
  printBucket,
  type TenantId,
  toWall,
} from '@olympus/core';
import type { PeerStore } from './benchmarks/peer-store.js';
import { type Period, periodAt, type Zone } from './calendar/period.js';
import type { KpiDefinition } from './definition/definition.js';
import type { KpiStore } from './definition/kpi-store.js';
import { rememberOutlooks } from './landing/remembered-outlook.js';
import type { PeriodStore } from './recording/period-store.js';
import type { KpiMetric, KpiModel, Outlooks } from './state/ports.js';
import { type KpiState, readState, type StateContext } from './state/state.js';

export type KpiLanguage = Parameters<Analytics['model']>[1];

export interface KpiTenant extends Zone {
  readonly id: TenantId;
  readonly currency: string;
}

export interface KpisDeps {
  readonly analytics: Pick<Analytics, 'query' | 'model' | 'engines'>;
  readonly kpis: KpiStore;
  readonly periods: PeriodStore;
  readonly peers: PeerStore;
  readonly tenantOf: (tenant: TenantId) => Promise<KpiTenant | undefined>;
  /** Number of a tenant's data; rises with each change. */
  readonly version: (tenant: TenantId) => number;
  readonly isShared: (tenant: TenantId) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Everything that reading one tenant's KPIs needs, at one moment. */
export interface KpiMoment extends StateContext {
  readonly tenant: KpiTenant;
  readonly model: KpiModel;
}

/** A KPI with its metric and state, both undefined where the metric is gone. */
export interface StandingKpi {
  readonly kpi: KpiDefinition;
  readonly period: Period;
  readonly metric: KpiMetric | undefined;
  readonly state: KpiState | undefined;
}

/** How KPIs stand. */
export interface Kpis {
  /** @throws Problem `tenant_not_found` */
  moment(tenant: TenantId, language?: KpiLanguage, signal?: AbortSignal): Promise<KpiMoment>;
  /** The present state of one; kept until the tenant's data, settings or the hour change. */
  standing(moment: KpiMoment, kpi: KpiDefinition): Promise<StandingKpi>;
  /** The same with every step of the projection. */
  inDetail(moment: KpiMoment, kpi: KpiDefinition): Promise<StandingKpi>;
  /**
   * How far a KPI is from what its goal asks for by now, below zero behind it; nulls while that cannot
   * be told. What counts as on pace is exactly on it. @throws Problem `kpi_not_found`, `tenant_not_found`
   */
  pace(
    tenant: TenantId,
    id: string,
  ): Promise<{ readonly value: number | null; readonly expected: number | null }>;
  /** Forgets the states of a tenant; without one, everybody's. */
  forget(tenant?: TenantId): void;
}

/** States kept. */
const keptStates = 2_000;

export function createKpis(deps: KpisDeps): Kpis {
  const { analytics, tenantOf, version, clock } = deps;
  const outlooks: Outlooks = rememberOutlooks((request) => analytics.engines.outlook(request));
  const kept = new Map<string, { readonly key: string; readonly state: Promise<KpiState> }>();

  const read = async (
    moment: KpiMoment,
    kpi: KpiDefinition,
    landing: 'end' | 'path',
    state: (metric: KpiMetric) => Promise<KpiState>,
  ): Promise<StandingKpi> => {
    const { zone, nowMs, model } = moment;
    const period = periodAt(kpi.calendar, nowMs, zone);
    const metric = model.metrics.find(({ name }) => name === kpi.metric);
    if (metric === undefined) return { kpi, period, metric, state: undefined };
    try {
      return { kpi, period, metric, state: await state(metric) };
    } catch (error) {
      // a dimension of its filters is gone, with a metric that was declared anew
      if (landing === 'end' && isGone(error))
        return { kpi, period, metric: undefined, state: undefined };
      throw error;
    }
  };

  const service: Kpis = {
    async moment(tenantId, language, signal) {
      const tenant = await tenantOf(tenantId);
      if (tenant === undefined) {
        throw new Problem({
          code: 'tenant_not_found',
          kind: 'not_found',
          message: `There is no tenant "${tenantId}"`,
        });
      }
      const model = await analytics.model(tenantId, language);
      const { timeZone, weekStart } = tenant;
      const zone = { timeZone, weekStart };
      return { analytics, outlooks, tenantId, tenant, zone, nowMs: clock.now(), model, signal };
    },
    standing: (moment, kpi) =>
      read(moment, kpi, 'end', (metric) => {
        const { tenantId, zone, nowMs } = moment;
        const hour = printBucket(
          Math.floor(toWall(zone.timeZone, nowMs) / 3_600_000) * 3_600_000,
          'hour',
        );
        const { polarity, unit, formula } = metric;
        const key = JSON.stringify([version(tenantId), hour, zone, kpi, polarity, unit, formula]);
        const place = `${tenantId}\n${kpi.id}`;
        const found = kept.get(place);
        if (found?.key === key) return found.state;
        // others may wait for it too, so it does not end with the caller who came first
        const state = readState({ ...moment, signal: undefined }, kpi, metric, { landing: 'end' });
        kept.delete(place);
        kept.set(place, { key, state });
        state.catch(() => kept.get(place)?.state === state && kept.delete(place));
        const [oldest] = kept.keys();
        if (kept.size > keptStates && oldest !== undefined) kept.delete(oldest);
        return state;
      }),
    inDetail: (moment, kpi) =>
      read(moment, kpi, 'path', (metric) => readState(moment, kpi, metric, { landing: 'path' })),
    async pace(tenant, id) {
      const moment = await service.moment(tenant);
      const { state } = await service.standing(moment, await deps.kpis.get(tenant, id));
      if (state === undefined || state.target === null) return { value: null, expected: null };
      const { status, pace, target, value } = state;
      const expected = pace === undefined ? target : target * pace.expectedShare;
      const distance = Math.abs((pace?.value ?? value ?? 0) - expected);
      const away = { behind: -1, missed: -1, ahead: 1, reached: 1, on: 0 } as const;
      const side = Object.hasOwn(away, status) ? away[status as keyof typeof away] : null;
      return { value: side === null ? null : side * distance, expected };
    },
    forget(tenant) {
      for (const place of [...kept.keys()]) {
        if (tenant === undefined || place.startsWith(`${tenant}\n`)) kept.delete(place);
      }
    },
  };
  return service;
}

const goneCodes: ReadonlySet<string> = new Set([
  'unknown_metric',
  'unknown_dimension',
  'dimension_not_joinable',
]);
const isGone = (error: unknown) => error instanceof Problem && goneCodes.has(error.code);
