import type { CohortAhead, RetentionAnswer, RetentionGroup } from '@olympus/sdk';
import type { ChartPoint, SeriesData } from '../charts/index.js';

/** Cohorts that have periods ahead of them, the oldest first. */
export const cohortsAhead = ({ projection }: RetentionGroup): readonly CohortAhead[] =>
  projection?.kind === 'projected' ? projection.cohorts : [];

interface Words {
  readonly title: string;
  readonly cohort: string;
  readonly later: string;
}

/** A customer's value so far and ahead with its interval; a period that goes on is ahead. */
export function aheadOf(
  answer: RetentionAnswer,
  group: RetentionGroup,
  { cohort, points }: CohortAhead,
  level: number,
  words: Words,
): SeriesData {
  const cells = group.cohorts.find((one) => one.cohort === cohort)?.cells ?? [];
  const last = points.at(-1)?.period ?? answer.periods;
  const point = (period: number): ChartPoint => {
    const named = { at: String(period), label: String(period) };
    const cell = cells.find((one) => one.period === period);
    if (cell?.complete === true) return { ...named, value: cell.cumulative ?? null };
    const ahead = points.find((one) => one.period === period);
    return {
      ...named,
      value: null,
      expected: ahead?.value ?? null,
      low: ahead?.lower ?? null,
      high: ahead?.upper ?? null,
    };
  };
  return {
    title: words.title,
    unit: 'currency',
    axis: { kind: 'category', label: words.later },
    band: { kind: 'forecast', level },
    series: [
      {
        key: cohort,
        label: words.cohort,
        points: Array.from({ length: last + 1 }, (_, period) => point(period)),
      },
    ],
  };
}
