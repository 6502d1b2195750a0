import { formatDuration, formatDurationShort } from '../format/duration.js';
import {
  formatAxis,
  formatCell,
  formatFull,
  formatShort,
  type NumberStyle,
} from '../format/numbers.js';
import type { ChartUnit } from './data.js';

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
