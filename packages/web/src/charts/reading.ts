import { formatBucket } from '../format/dates.js';
import { type Delta, describeDelta } from '../format/delta.js';
import type { NumberStyle } from '../format/numbers.js';
import type { Aligned, AlignedSeries } from './align.js';
import type { ChartPoint, SeriesData } from './data.js';
import type { ChartLabels } from './labels.js';
import type { Slot } from './palette.js';
import { formatValue } from './value-format.js';

/** What a chart says at a bucket: the tooltip shows it, the reading cursor speaks it. */
export interface Reading {
  readonly when: string;
  readonly rows: readonly ReadingRow[];
  /** The sum of a stack. */
  readonly total: string | undefined;
  readonly notes: readonly string[];
}

export interface ReadingRow {
  readonly key: string;
  readonly label: string;
  readonly slot: Slot;
  readonly value: string;
  readonly note: string;
  readonly range: string;
  readonly compared: { readonly when: string; readonly value: string } | undefined;
  readonly delta: Delta | undefined;
}

/** How a bucket moved against its twin. A bucket that has not ended is not compared: its twin is whole. */
export function deltaAt(
  data: SeriesData,
  { points, compared }: Pick<AlignedSeries, 'points' | 'compared'>,
  index: number,
  locale: string,
): Delta {
  const point = points[index];
  const value = point && !point.provisional ? point.value : null;
  const previous = compared?.[index]?.value ?? null;
  const kind = data.change?.kind ?? (data.unit === 'ratio' ? 'points' : 'ratio');
  const change =
    value === null || previous === null || (kind === 'ratio' && previous === 0)
      ? null
      : kind === 'points'
        ? value - previous
        : (value - previous) / Math.abs(previous);
  return describeDelta(
    { value, previous, change },
    kind,
    data.change?.polarity ?? 'neutral',
    locale,
  );
}

/** Why a bucket is provisional, in a word. */
export function noteOf(point: ChartPoint | undefined, labels: ChartLabels): string {
  return point?.provisional ? labels[point.provisional] : '';
}

export function readingAt(
  data: SeriesData,
  { buckets, series }: Aligned,
  index: number,
  context: {
    readonly style: NumberStyle;
    readonly labels: ChartLabels;
    /** Values add up: a stack. */
    readonly total?: boolean;
  },
): Reading {
  const { style, labels } = context;
  const say = (value: number | null | undefined) =>
    formatValue(value ?? null, data.unit, style, 'full');
  const at = buckets[index]?.at;
  const rows = series.map((one): ReadingRow & { readonly size: number } => {
    const point = one.points[index];
    const twin = one.compared?.[index];
    const ahead = point?.value == null && point?.expected != null;
    const shown = ahead ? (point.expected ?? null) : (point?.value ?? null);
    const bounded = point?.low != null && point.high != null;
    const between = data.band?.kind === 'expected' ? labels.usualBetween : labels.between;
    return {
      key: one.key,
      label: one.label,
      slot: one.slot,
      size: shown ?? Number.NEGATIVE_INFINITY,
      value: shown === null ? labels.noValue : say(shown),
      note: [
        noteOf(point, labels),
        ahead ? labels.forecast : '',
        point?.flagged ? labels.unusual : '',
      ]
        .filter(Boolean)
        .join(', '),
      range: bounded ? between(say(point.low), say(point.high)) : '',
      compared: twin && {
        when:
          data.axis.kind === 'time'
            ? formatBucket(twin.at, data.axis.grain, style.locale)
            : labels.comparedWith,
        value: say(twin.value),
      },
      delta:
        twin && twin.value !== null && !point?.provisional
          ? deltaAt(data, one, index, style.locale)
          : undefined,
    };
  });
  // A stack is read from its top.
  const inOrder = context.total ? [...rows].reverse() : [...rows].sort((a, b) => b.size - a.size);
  const values = series.map(({ points }) => points[index]?.value ?? null);
  return {
    when: buckets[index]?.label ?? '',
    rows: inOrder,
    total:
      context.total && rows.length > 1
        ? say(
            values.reduce<number | null>(
              (sum, one) => (one === null ? sum : (sum ?? 0) + one),
              null,
            ),
          )
        : undefined,
    notes: (data.annotations ?? []).flatMap((one) => (one.at === at ? [one.label] : [])),
  };
}

/** A reading in words: "Thu, 12 Nov 2026: £4,210.00, down 8.0%, worse, from £4,576.00". */
export function spoken(reading: Reading, labels: ChartLabels): string {
  const several = reading.rows.length > 1;
  const rows = reading.rows.map(({ label, value, note, range, delta, compared }) => {
    const words = [
      `${several ? `${label} ` : ''}${value}${note && (note === labels.unusual ? `, ${note}` : ` ${note}`)}`,
      range,
      delta?.spoken,
      delta && compared && `${labels.from.toLowerCase()} ${compared.value}`,
    ];
    return words.filter(Boolean).join(', ');
  });
  const total = reading.total === undefined ? '' : `; ${labels.total} ${reading.total}`;
  const notes = reading.notes.map((note) => `; ${note}`).join('');
  return `${reading.when}: ${rows.join('; ')}${total}${notes}`;
}
