import type { Grain } from '@olympus/core';
import type { Anomaly, AnomalyDirection, AnomalyKind } from './kinds.js';

/** What a person said of an anomaly. */
export const verdicts = ['expected', 'real'] as const;
export type Verdict = (typeof verdicts)[number];

/** A person's word on one anomaly of one series. */
export interface AnomalyLabel {
  /** The series' value of the breakdown; null for the whole. */
  readonly series: string | null;
  readonly time: string;
  readonly kind: AnomalyKind;
  readonly direction: AnomalyDirection;
  readonly deviations: number;
  readonly verdict: Verdict;
}

/** How labels bear on an anomaly: its own, or that of an earlier one of its kind. */
export interface LabelBearing {
  readonly verdict: Verdict | null;
  /** The label's own time; another than the anomaly's where one like it was expected before. */
  readonly of: string | null;
}

/** As much further out as the one that was expected, and it still counts as one of its kind. */
const margin = 1.1;

/**
 * What people said of an anomaly. One labelled expected is not marked again, and widens what is
 * usual: a later one of the same kind and direction, on the same day of the week (and hour), and
 * not more than a tenth further out, is expected too. One labelled real is marked whatever the
 * sensitivity.
 */
export function bearingOf(
  labels: readonly AnomalyLabel[],
  series: string | null,
  anomaly: Pick<Anomaly, 'time' | 'kind' | 'direction' | 'deviations'>,
  grain: Grain,
): LabelBearing {
  const mine = labels.filter((label) => label.series === series);
  const own = mine.find(({ time, kind }) => time === anomaly.time && kind === anomaly.kind);
  if (own !== undefined) return { verdict: own.verdict, of: own.time };
  const like = mine.find(
    (label) =>
      label.verdict === 'expected' &&
      label.kind === anomaly.kind &&
      label.direction === anomaly.direction &&
      label.time < anomaly.time &&
      placeOf(label.time, grain) === placeOf(anomaly.time, grain) &&
      anomaly.kind !== 'level_shift' &&
      anomaly.deviations <= margin * label.deviations,
  );
  return like === undefined ? { verdict: null, of: null } : { verdict: 'expected', of: like.time };
}

/** The place of a bucket in its week; larger buckets have none. */
function placeOf(time: string, grain: Grain): string {
  if (grain !== 'day' && grain !== 'hour') return '';
  const weekday = new Date(`${time.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return grain === 'day' ? `${weekday}` : `${weekday} ${time.slice(11, 13)}`;
}
