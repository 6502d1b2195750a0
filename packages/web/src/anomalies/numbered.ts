import type { Anomalies } from '@olympus/sdk';

/**
 * The numbers that rings of one series bear, by the anomalies' ids: in the order of time, as the chart
 * counts them. New levels bear none: they are lines.
 */
export function numberedOf(
  { anomalies }: Pick<Anomalies, 'anomalies'>,
  series: string | null,
): ReadonlyMap<string, number> {
  const ringed = anomalies
    .filter((one) => one.series === series && one.kind !== 'level_shift')
    .sort((a, b) => (a.time < b.time ? -1 : 1));
  return new Map(ringed.map(({ id }, index) => [id, index + 1]));
}
