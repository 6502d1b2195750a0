import type { TrendMetric } from './context.js';
import { refuse } from './fault.js';
import type { Presentation } from './request.js';

export type Points = readonly (number | null)[];

/**
 * The mean of each value and those before it, over `window` of them; unknown until there are so
 * many, and where none of them is known.
 */
export function movingAverage(points: Points, window: number): Points {
  return points.map((_, index) => {
    if (index + 1 < window) return null;
    const known = points.slice(index + 1 - window, index + 1).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}

/** The sum up to each value; after the last that is known nothing is. */
export function cumulative(points: Points): Points {
  const last = points.findLastIndex((value) => value !== null);
  let sum = 0;
  return points.map((value, index) => {
    sum += value ?? 0;
    return index > last ? null : sum;
  });
}

/** A part of a whole; unknown where there is no whole. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** Each value as a part of the whole's. */
export const share = (points: Points, whole: Points): Points =>
  points.map((value, index) => shareOf(value, whole[index] ?? null));

/**
 * Refuses presentations that say nothing true of a metric.
 * @throws Problem `metric_does_not_add_up`, `presentation_needs_grain`
 */
export function checkPresentation(
  { kind }: Presentation,
  metrics: readonly TrendMetric[],
  hasGrain: boolean,
): void {
  if ((kind === 'moving_average' || kind === 'cumulative') && !hasGrain) {
    throw refuse(
      'presentation_needs_grain',
      'A moving average and a running total are of values by time',
      '/presentation/kind',
      'Give a grain.',
    );
  }
  if (kind !== 'cumulative' && kind !== 'share') return;
  // a part of different things is a share of them all, though parts may overlap
  const fits = ({ additive, unit }: TrendMetric) =>
    additive || (kind === 'share' && unit === 'count');
  const wrong = metrics.find((metric) => !fits(metric));
  if (wrong === undefined) return;
  throw refuse(
    'metric_does_not_add_up',
    `Values of "${wrong.label}" do not add up over ${kind === 'share' ? 'groups' : 'time'}`,
    '/presentation/kind',
    'Take values or a moving average, or ask for sums such as revenue.',
  );
}
