import type { RetentionAnswer, RetentionCell, RetentionGroup } from '@olympus/sdk';
import type { ChartUnit, HeatData, SeriesData } from '../charts/index.js';
import { formatBucket } from '../format/dates.js';
import type { SHOWN } from './retention-search.js';

export type Shown = (typeof SHOWN)[number];

/** What a cell shows. */
export function shownOf(cell: RetentionCell, shown: Shown): number | null {
  switch (shown) {
    case 'customers':
      return cell.customers ?? null;
    case 'lost':
      return cell.lost ?? null;
    case 'revenue':
      return cell.revenue ?? null;
    case 'value':
      return cell.cumulative ?? null;
    case 'share':
      return cell.share;
  }
}

export const unitOf = (shown: Shown): ChartUnit =>
  shown === 'customers' ? 'count' : shown === 'share' || shown === 'lost' ? 'ratio' : 'currency';

interface Words {
  readonly title: string;
  readonly cohort: string;
  readonly later: string;
  readonly mean: string;
  readonly locale: string;
}

/** Cohorts by periods later; those that nobody joined are left out. */
export function heatOf(
  answer: RetentionAnswer,
  group: RetentionGroup,
  shown: Shown,
  words: Words,
): HeatData {
  const columns = Array.from({ length: answer.periods + 1 }, (_, period) => period);
  const average = columns.map((period) => averageAt(group, period, shown));
  return {
    title: words.title,
    unit: unitOf(shown),
    rowLabel: words.cohort,
    columnLabel: words.later,
    columns: columns.map((period) => ({ key: String(period), label: String(period) })),
    rows: [
      ...(average.some((value) => value !== undefined)
        ? [{ key: 'mean', label: words.mean, size: group.customers, cells: average }]
        : []),
      ...group.cohorts
        .filter(({ customers }) => customers > 0)
        .map(({ cohort, customers, cells }) => {
          const at = new Map(cells.map((cell) => [cell.period, cell]));
          return {
            key: cohort,
            label: formatBucket(cohort, answer.grain, words.locale),
            size: customers,
            cells: columns.map((period) => {
              const cell = at.get(period);
              return cell === undefined ? undefined : shownOf(cell, shown);
            }),
            unfinished: columns.map((period) => at.get(period)?.complete === false),
          };
        }),
    ],
  };
}

/** Of all cohorts for which the period is over; sums are no averages and have none. */
function averageAt(group: RetentionGroup, period: number, shown: Shown): number | undefined {
  const mean = group.average.find((one) => one.period === period);
  if (mean === undefined) return undefined;
  if (shown === 'share') return mean.share ?? undefined;
  if (shown === 'lost') return mean.lost;
  return shown === 'value' ? mean.cumulative : undefined;
}

/** So many cohorts are told apart by their lines. */
const MOST_CURVES = 5;

/** The latest cohorts and all together, by periods later. */
export function curvesOf(
  answer: RetentionAnswer,
  group: RetentionGroup,
  shown: Shown,
  words: Words,
): SeriesData {
  const columns = Array.from({ length: answer.periods + 1 }, (_, period) => period);
  const told = group.cohorts.filter(({ customers, cells }) => customers > 0 && cells.length > 2);
  const mean = columns.map((period) => averageAt(group, period, shown));
  return {
    title: words.title,
    unit: unitOf(shown),
    axis: { kind: 'category', label: words.later },
    series: [
      ...(mean.some((value) => value !== undefined)
        ? [
            {
              key: 'mean',
              label: words.mean,
              points: columns.map((period) => ({
                at: String(period),
                label: String(period),
                value: mean[period] ?? null,
              })),
            },
          ]
        : []),
      ...told.slice(-MOST_CURVES).map(({ cohort, cells }) => ({
        key: cohort,
        label: formatBucket(cohort, answer.grain, words.locale),
        points: columns.map((period) => {
          const cell = cells.find((one) => one.period === period);
          return {
            at: String(period),
            label: String(period),
            value: cell === undefined ? null : shownOf(cell, shown),
            ...(cell?.complete === false ? { provisional: 'running' as const } : {}),
          };
        }),
      })),
    ],
  };
}

/** Each group's average, by periods later. */
export function groupCurves(
  answer: RetentionAnswer,
  shown: Shown,
  words: Words,
  labelOf: (group: RetentionGroup) => string,
): SeriesData {
  const columns = Array.from({ length: answer.periods + 1 }, (_, period) => period);
  return {
    title: words.title,
    unit: unitOf(shown),
    axis: { kind: 'category', label: words.later },
    series: answer.groups.slice(0, MOST_CURVES + 2).map((group, index) => ({
      key: String(index),
      label: labelOf(group),
      points: columns.map((period) => ({
        at: String(period),
        label: String(period),
        value: averageAt(group, period, shown) ?? null,
      })),
    })),
  };
}
