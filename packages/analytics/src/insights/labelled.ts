import type { TenantId } from '@olympus/core';
import type { AnomalyLabels, Question } from '../detectors/labels.js';
import type { AnomalyKind } from '../engines/anomalies/kinds.js';
import { type AnomalyLabel, bearingOf } from '../engines/anomalies/labels.js';
import { familyOf } from './candidates/day.js';
import { dailyMetrics } from './facts.js';

/** What people said of days of the metrics that the brief looks at, by metric. */
export type DayLabels = ReadonlyMap<string, readonly AnomalyLabel[]>;

/** Where labels are kept. */
export type LabelReader = Pick<AnomalyLabels, 'of'>;

export const noLabels: LabelReader = { of: async () => [] };

export async function readDayLabels(labels: LabelReader, tenant: TenantId): Promise<DayLabels> {
  const read = dailyMetrics.map(async (metric) => {
    const question: Question = { metric, grain: 'day', filters: [], breakdown: null };
    return [metric, await labels.of(tenant, question)] as const;
  });
  return new Map((await Promise.all(read)).filter(([, found]) => found.length > 0));
}

/**
 * Whether people know of a day already: it was called expected, or one like it was; or the same day was,
 * by another metric that tells the same story.
 */
export function isExpected(
  labels: DayLabels,
  day: {
    readonly metric: string;
    readonly time: string;
    readonly kind: AnomalyKind;
    readonly direction: 'above' | 'below';
    readonly deviations: number;
  },
): boolean {
  const own = labels.get(day.metric) ?? [];
  const { verdict } = bearingOf(own, null, day, 'day');
  if (verdict !== null) return verdict === 'expected';
  return [...labels].some(
    ([metric, said]) =>
      metric !== day.metric &&
      familyOf(metric) === familyOf(day.metric) &&
      said.some(
        (label) =>
          label.series === null &&
          label.verdict === 'expected' &&
          label.time === day.time &&
          label.direction === day.direction &&
          (label.kind === 'level_shift') === (day.kind === 'level_shift'),
      ),
  );
}
