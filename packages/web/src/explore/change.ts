import type { Unit } from '@olympus/sdk';

/** Change from one value to another: the difference of rates, else relative; null where there is none. */
export function changeOf(value: number | null, previous: number | null, unit: Unit): number | null {
  if (value === null || previous === null) return null;
  if (unit === 'ratio') return value - previous;
  return previous === 0 ? null : (value - previous) / Math.abs(previous);
}
