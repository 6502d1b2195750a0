import type { WaterfallData } from './data.js';

/** A row of a waterfall: where it begins and ends on the axis. */
export interface WaterfallRow {
  readonly key: string;
  readonly label: string;
  readonly kind: 'start' | 'step' | 'end';
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly pooled: boolean;
}

/** The ends and the steps between them; the last step ends at the end, whatever was rounded. */
export function waterfallRows({ start, steps, end }: WaterfallData): readonly WaterfallRow[] {
  const rows: WaterfallRow[] = [
    {
      key: '\u0000start',
      label: start.label,
      kind: 'start',
      value: start.value,
      from: start.value,
      to: start.value,
      pooled: false,
    },
  ];
  let at = start.value;
  steps.forEach(({ key, label, value, pooled = false }, index) => {
    const to = index === steps.length - 1 ? end.value : at + value;
    rows.push({ key, label, kind: 'step', value, from: at, to, pooled });
    at = to;
  });
  rows.push({
    key: '\u0000end',
    label: end.label,
    kind: 'end',
    value: end.value,
    from: end.value,
    to: end.value,
    pooled: false,
  });
  return rows;
}
