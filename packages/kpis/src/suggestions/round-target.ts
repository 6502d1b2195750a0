import type { KpiDirection } from '../definition/definition.js';

/** How much better than before a suggested target is. */
const improvement = 0.05;

/**
 * A round number about 5 % better than a value: two significant digits, a third in halves. The value
 * itself where that would be worse, and for nothing and below.
 */
export function roundTarget(value: number, direction: KpiDirection): number {
  if (!(value > 0)) return value;
  const wanted = value * (direction === 'up_good' ? 1 + improvement : 1 - improvement);
  const step = 10 ** (Math.floor(Math.log10(wanted)) - 1) / 2;
  const rounded = Number((Math.round(wanted / step) * step).toPrecision(6));
  const isBetter = direction === 'up_good' ? rounded >= value : rounded <= value;
  return isBetter && rounded > 0 ? rounded : value;
}
