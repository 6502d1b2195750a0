import { formatDuration, formatDurationShort } from '../format/duration.js';
import {
  formatAxis,
  formatCell,
  formatFull,
  formatShort,
  type NumberStyle,
} from '../format/numbers.js';
import type { ChartUnit } from './data.js';
import { type Scale, ticksOf } from './scale.js';

/** full: every digit that means something; short: three digits; cell: for tables; axis: least. */
export type Form = 'full' | 'short' | 'cell' | 'axis';

const FORMS = { full: formatFull, short: formatShort, cell: formatCell } as const;

/** A value as its unit is written: money exact to the cent, rates in percent, times in words. */
export function formatValue(
  value: number | null,
  unit: ChartUnit,
  style: NumberStyle,
  form: Form = 'full',
): string {
  if (unit === 'duration') {
    return form === 'full' || form === 'cell'
      ? formatDuration(value, style.locale)
      : formatDurationShort(value, style.locale);
  }
  if (form === 'axis') return value === null ? '' : formatAxis(value, unit, style);
  return FORMS[form](value, unit, style);
}

/** How the ticks of an axis are written: as briefly as still tells neighbours apart. */
export function axisFormat(
  scale: Scale,
  unit: ChartUnit,
  style: NumberStyle,
): (value: number) => string {
  const ticks = ticksOf(scale);
  const ways: readonly ((value: number) => string)[] =
    unit === 'ratio'
      ? [1, 2, 3, 4].map((decimals) => (value) => formatAxis(value, unit, style, decimals))
      : unit === 'duration'
        ? [(value) => formatDuration(value, style.locale)]
        : [(value) => formatAxis(value, unit, style), (value) => formatFull(value, unit, style)];
  // Rounded labels would not lie at even distances: 3.25 % must not be written 3.3 %.
  const step = unit === 'ratio' ? scale.step * 100 : 0;
  const exact = (decimals: number) =>
    Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-6;
  const least = unit === 'ratio' ? [1, 2, 3].findIndex(exact) : 0;
  const found = ways
    .slice(Math.max(0, least))
    .find((way) => new Set(ticks.map(way)).size === ticks.length);
  return found ?? ways[ways.length - 1] ?? String;
}
