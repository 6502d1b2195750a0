import { type Period, sameLastYear, shiftPeriod } from '../calendar/period.js';
import type { KpiDefinition, KpiDirection } from '../definition/definition.js';
import { samePoint } from '../pace/pace.js';
import type { KpiFigures } from '../state/figures.js';
import type { KpiMetric } from '../state/ports.js';
import type { Group, KpiReader } from '../state/reader.js';

/** An earlier period up to the same point, in the metric's unit. */
export interface PastBenchmark {
  readonly basis: 'previous_period' | 'same_period_last_year';
  readonly period: Period;
  /** Null where it is not known. */
  readonly value: number | null;
}

export interface PastComparison {
  /** Local end of what is compared. */
  readonly through: string;
  readonly value: number | null;
  readonly earlier: readonly PastBenchmark[];
}

/** The period so far, up to the last finished bucket, beside the same part of earlier ones. */
export async function compareWithPast(
  reader: KpiReader,
  figures: KpiFigures,
): Promise<PastComparison | null> {
  const { period, finished, through, past } = figures;
  if (finished === 0) return null;
  const value = await reader.total(period.from, through);
  const earlier: PastBenchmark[] = [];
  for (const [basis, one] of [
    ['previous_period', shiftPeriod(period, -1)],
    ['same_period_last_year', sameLastYear(period)],
  ] as const) {
    const isKnown = (past.values[past.times.indexOf(one.from)] ?? null) !== null;
    const point = samePoint(one, figures);
    earlier.push({
      basis,
      period: one,
      value: isKnown ? await reader.total(one.from, point) : null,
    });
  }
  return { through, value, earlier };
}

/** One location's value in the period so far; the best has rank 1. */
export interface LocationRank {
  readonly name: string;
  readonly value: number;
  readonly rank: number;
  /** Whether the KPI is about this location. */
  readonly own: boolean;
}

const dimension = 'location.name';

/**
 * The tenant's locations by the KPI's metric, best first. The KPI's own conditions on locations are
 * left out, so that its location stands among the others. Empty where there are fewer than two.
 */
export async function rankLocations(
  readerOf: (filters: KpiDefinition['filters']) => KpiReader,
  kpi: KpiDefinition,
  metric: KpiMetric,
  { period }: KpiFigures,
  direction: KpiDirection,
): Promise<readonly LocationRank[]> {
  if (!metric.dimensions.includes(dimension)) return [];
  const kept = kpi.filters.filter((filter) => !filter.dimension.startsWith('location.'));
  const held = kpi.filters
    .filter((filter) => filter.dimension === dimension && filter.operator === 'equals')
    .flatMap(({ values }) => values.map(String));
  const groups = await readerOf(kept).groups(dimension, period.from, period.to);
  const known = groups.filter(isKnown);
  if (known.length < 2) return [];
  const sign = direction === 'up_good' ? -1 : 1;
  const ordered = known.sort((a, b) => sign * (a.value - b.value));
  return ordered.map(({ key, value }) => ({
    name: key,
    value,
    rank: 1 + ordered.filter((other) => sign * (other.value - value) < 0).length,
    own: held.includes(key),
  }));
}

const isKnown = (group: Group): group is { readonly key: string; readonly value: number } =>
  group.key !== null && group.value !== null;
