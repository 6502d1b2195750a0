import { dayMs, type TenantId } from '@olympus/core';
import { endOf, type Period, type Zone } from '../calendar/period.js';
import type { KpiDefinition, KpiDirection } from '../definition/definition.js';
import type { KpiMetric } from '../state/ports.js';
import type { PeerStore, PeerSubject } from './peer-store.js';

/** Fewer than so many tenants, the asking one among them, are never compared. */
export const smallestGroup = 5;

/** Other time zones' periods end later; only then is the group complete. */
const settleMs = dayMs;

/** Why there is no comparison with other tenants. */
export type NoPeers =
  | 'not_shared'
  | 'custom_metric'
  | 'filtered'
  | 'no_figure'
  | 'not_yet'
  | 'too_few';

/** Which quarter of the group a tenant is in: 1 is the weakest, 4 the best. */
export type PeerStanding =
  | {
      readonly kind: 'quarter';
      readonly quarter: number;
      readonly figure: PeerFigureKind;
      readonly period: Period;
    }
  | { readonly kind: 'none'; readonly why: NoPeers };

/** `rate`: the metric's own ratio. `growth`: its value over that of the same period last year. */
export type PeerFigureKind = 'rate' | 'growth';

export const figureKindOf = ({ unit }: Pick<KpiMetric, 'unit'>): PeerFigureKind =>
  unit === 'ratio' ? 'rate' : 'growth';

/** Whether a KPI means the same at every tenant: a built-in metric of the whole business. */
export function incomparable(
  { filters }: Pick<KpiDefinition, 'filters'>,
  { custom }: Pick<KpiMetric, 'custom'>,
): NoPeers | null {
  if (custom) return 'custom_metric';
  return filters.length > 0 ? 'filtered' : null;
}

/**
 * What is kept of a tenant for the comparison: never an amount. Growth is rounded to 5 points, a rate to
 * two digits. Undefined where there is no figure.
 */
export function peerFigure(
  metric: Pick<KpiMetric, 'unit'>,
  value: number | null,
  lastYear: number | null,
): number | undefined {
  if (value === null) return undefined;
  if (figureKindOf(metric) === 'rate') return Number(value.toPrecision(2));
  if (lastYear === null || lastYear <= 0) return undefined;
  return Math.round((value / lastYear) * 20) / 20;
}

/**
 * The quarter in which a figure lies among others: 1 is the weakest, 4 the best; ties count half. It
 * depends on nothing but how many of the others are better and worse.
 */
export function quarterOf(own: number, others: readonly number[], direction: KpiDirection): number {
  const sign = direction === 'up_good' ? 1 : -1;
  const worse = others.filter((other) => sign * (own - other) > 0).length;
  const alike = others.filter((other) => other === own).length;
  return Math.min(4, 1 + Math.floor((4 * (worse + alike / 2)) / Math.max(1, others.length)));
}

/**
 * A tenant among those of this server that take part. Told once a period and then kept: whoever joins
 * or leaves afterwards changes nothing, and the size of the group is not told.
 */
export async function standingAmongPeers(
  store: PeerStore,
  about: {
    readonly tenant: TenantId;
    readonly shared: boolean;
    readonly kpi: Pick<KpiDefinition, 'metric' | 'calendar' | 'filters'>;
    readonly metric: KpiMetric;
    /** The last finished period. */
    readonly period: Period;
    readonly zone: Zone;
    readonly nowMs: number;
  },
): Promise<PeerStanding> {
  const { tenant, shared, kpi, metric, period, zone, nowMs } = about;
  const none = (why: NoPeers): PeerStanding => ({ kind: 'none', why });
  if (!shared) return none('not_shared');
  const fault = incomparable(kpi, metric);
  if (fault !== null) return none(fault);
  const subject: PeerSubject = { metric: kpi.metric, calendar: kpi.calendar, period: period.from };
  const told = (quarter: number): PeerStanding => ({
    kind: 'quarter',
    quarter,
    figure: figureKindOf(metric),
    period,
  });
  const before = await store.band(tenant, subject);
  if (before !== undefined) return told(before);
  if (nowMs < endOf(period, zone) + settleMs) return none('not_yet');
  const figures = await store.figures(subject);
  const own = figures.find((one) => one.tenant === tenant);
  if (own === undefined) return none('no_figure');
  if (figures.length < smallestGroup) return none('too_few');
  const others = figures.filter((one) => one !== own).map(({ figure }) => figure);
  // by the metric's own polarity, whatever the KPI says, so that it is the same for everybody
  const direction: KpiDirection = metric.polarity === 'down_good' ? 'down_good' : 'up_good';
  await store.keepBand(tenant, subject, quarterOf(own.figure, others, direction));
  return told((await store.band(tenant, subject)) ?? quarterOf(own.figure, others, direction));
}
