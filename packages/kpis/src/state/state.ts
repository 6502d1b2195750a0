import type { TenantId } from '@olympus/core';
import { elapsedShare, endOf, type Period, type Zone } from '../calendar/period.js';
import type { KpiDefinition, KpiDirection } from '../definition/definition.js';
import { type NoTarget, targetOf } from '../definition/target.js';
import { forecastLanding, type Landing, type NoLanding, shareLanding } from '../landing/landing.js';
import { distinctPace, type Pace, shapeOfFigures, sumPace } from '../pace/pace.js';
import type { PeriodShape } from '../pace/shape.js';
import { currentPeriod, type KpiFigures, readFigures } from './figures.js';
import type { KpiAnalytics, KpiMetric, Outlooks } from './ports.js';
import { createKpiReader, type KpiReader } from './reader.js';
import { type KpiStatus, type Prospect, prospectOf, statusOf } from './status.js';

/** Why there is no value. */
export type NoData = 'never' | 'not_in_period' | 'undefined_value';

/** A KPI in one period, as it stands. */
export interface KpiState {
  readonly status: KpiStatus;
  /** Why there is no target, or no value; null where both are there. */
  readonly why: NoTarget | NoData | null;
  readonly period: Period;
  /** Share of the period that has passed, 0–1. */
  readonly elapsed: number;
  readonly value: number | null;
  readonly target: number | null;
  readonly pace: Pace | undefined;
  readonly landing: Landing | undefined;
  readonly noLanding: NoLanding | null;
  readonly prospect: Prospect | null;
  readonly figures: KpiFigures;
  /** The usual spread of what adds up. */
  readonly shape: PeriodShape | undefined;
}

export interface StateContext {
  readonly analytics: Pick<KpiAnalytics, 'query'>;
  readonly outlooks: Outlooks;
  readonly tenantId: TenantId;
  readonly zone: Zone;
  readonly nowMs: number;
  readonly signal?: AbortSignal | undefined;
}

export const directionOf = (
  { direction }: Pick<KpiDefinition, 'direction'>,
  metric: Pick<KpiMetric, 'polarity'>,
): KpiDirection => direction ?? (metric.polarity === 'down_good' ? 'down_good' : 'up_good');

/**
 * How a KPI stands in its present period, or in a finished one.
 * @param options.landing  how much to tell of where it will end
 * @throws Problem those of a query with the KPI's filters
 */
export async function readState(
  context: StateContext,
  kpi: KpiDefinition,
  metric: KpiMetric,
  options: { readonly period?: Period; readonly landing: 'none' | 'end' | 'path' },
): Promise<KpiState> {
  const { analytics, tenantId, zone, nowMs, signal } = context;
  const period = options.period ?? currentPeriod(kpi.calendar, zone, nowMs);
  const reader = createKpiReader(analytics, tenantId, kpi, signal);
  const figures = await readFigures(reader, metric, zone, nowMs, period);
  const over = nowMs >= endOf(period, zone);
  const direction = directionOf(kpi, metric);
  const target = targetOf(kpi.target, period, zone, figures.lastYear);
  const bare = {
    period,
    elapsed: over ? 1 : elapsedShare(period, figures.throughWallMs),
    value: figures.value,
    target: target.value,
    figures,
    pace: undefined,
    landing: undefined,
    noLanding: null,
    prospect: null,
    shape: undefined,
  };
  const noData = missingOf(figures, direction, zone);
  if (noData !== null) return { ...bare, status: 'no_data', why: noData, value: null };
  const value = figures.value ?? 0;
  const shape = shapeOfFigures(figures);
  const pace = over ? undefined : await paceOf(reader, figures, shape);
  const found =
    over || options.landing === 'none'
      ? undefined
      : await landingOf(context, kpi, figures, { pace, withPath: options.landing === 'path' });
  const landing = typeof found === 'object' ? found : undefined;
  const status =
    target.value === null
      ? 'no_target'
      : statusOf({ kind: figures.kind, direction, target: target.value, value, pace, over });
  return {
    ...bare,
    status,
    why: target.why,
    pace,
    shape,
    landing,
    noLanding: typeof found === 'string' ? found : null,
    prospect:
      landing === undefined || target.value === null
        ? null
        : prospectOf(landing, target.value, direction),
  };
}

/** Why a period has no value, where it has none. Nothing of what should be little is a value. */
function missingOf(
  { value, kind, dataThroughMs, ended, past, period }: KpiFigures,
  direction: KpiDirection,
  { timeZone }: Zone,
): NoData | null {
  if (dataThroughMs === null) return 'never';
  const everAnything = past.values.some((one) => (one ?? 0) !== 0);
  if (!everAnything && (kind === 'rate' || direction === 'up_good')) return 'never';
  if (ended && dataThroughMs < startOf(period, timeZone)) return 'not_in_period';
  return value === null ? 'undefined_value' : null;
}

const startOf = ({ fromWallMs, ...period }: Period, timeZone: string) =>
  endOf({ ...period, fromWallMs, toWallMs: fromWallMs }, { timeZone, weekStart: 'monday' });

async function paceOf(
  reader: KpiReader,
  figures: KpiFigures,
  shape: PeriodShape | undefined,
): Promise<Pace | undefined> {
  if (figures.kind === 'rate') return undefined;
  return shape === undefined ? distinctPace(reader, figures) : sumPace(figures, shape);
}

async function landingOf(
  { outlooks, tenantId }: StateContext,
  kpi: KpiDefinition,
  figures: KpiFigures,
  { pace, withPath }: { readonly pace: Pace | undefined; readonly withPath: boolean },
): Promise<Landing | NoLanding> {
  if (figures.kind === 'rate') return 'rate';
  if (figures.kind === 'distinct') return pace === undefined ? 'too_early' : shareLanding(pace);
  const found = await forecastLanding(outlooks, tenantId, kpi, figures, withPath);
  return found === 'too_far' && pace !== undefined ? shareLanding(pace) : found;
}
