import type { Cell } from '@olympus/warehouse';
import { numberIn } from '../query/number-in.js';

export interface BasketSide {
  readonly id: string;
  /** Name of a product; null where none is known. */
  readonly label: string | null;
  readonly baskets: number;
}

/** Two items that lie in one basket. */
export interface BasketPair {
  readonly one: BasketSide;
  readonly other: BasketSide;
  /** Baskets with both. */
  readonly together: number;
  /** Share of all baskets. */
  readonly support: number;
  /** Share of the baskets with the one that hold the other, and the other way round. */
  readonly confidence_one: number;
  readonly confidence_other: number;
  /** How many times as often as if they had nothing to do with each other. */
  readonly lift: number;
  readonly lift_lower: number;
  readonly lift_upper: number;
}

/** Normal quantile of 0.975. */
const z = 1.959964;

/** @param row  item, its baskets, other item, its baskets, baskets with both, all baskets, names */
export function readPair(row: readonly Cell[]): BasketPair {
  const number = (index: number) => numberIn(row[index]) ?? 0;
  const text = (index: number) => (typeof row[index] === 'string' ? row[index] : null);
  const one = { id: String(row[0]), label: text(6), baskets: number(1) };
  const other = { id: String(row[2]), label: text(7), baskets: number(3) };
  const [together, all] = [number(4), number(5)];
  return {
    one,
    other,
    together,
    support: together / all,
    confidence_one: together / one.baskets,
    confidence_other: together / other.baskets,
    ...liftOf(together, one.baskets, other.baskets, all),
  };
}

/** The lift with the 95 % interval of its logarithm (delta method over the four counts). */
export function liftOf(both: number, one: number, other: number, all: number) {
  const lift = (both * all) / (one * other);
  const slope = 1 / both - 1 / one - 1 / other;
  const variance =
    both * slope * slope + (one - both) / one ** 2 + (other - both) / other ** 2 - 1 / all;
  const factor = Math.exp(z * Math.sqrt(Math.max(0, variance)));
  return { lift, lift_lower: lift / factor, lift_upper: lift * factor };
}
