import { addWall, printWall } from '@olympus/core';
import { medianOf } from '@olympus/stats';

/** How regularly a customer orders; undefined while there are too few orders to say. */
export type Rhythm =
  | {
      readonly kind: 'known';
      /** Median of whole days between days with an order. */
      readonly typical_days: number;
      /** Local date of the last order and the typical interval. */
      readonly expected_on: string;
      /** Whether more than one and a half typical intervals have passed. */
      readonly overdue: boolean;
    }
  | { readonly kind: 'undefined'; readonly reason: 'too_few_orders'; readonly needed: number };

/** Days with an order below which no interval is typical. */
const daysNeeded = 3;

/**
 * @param dates  local dates of orders, in any order
 * @param today  local date
 */
export function rhythmOf(dates: readonly string[], today: string): Rhythm {
  const days = [...new Set(dates)].sort().map(dayOf);
  const last = days.at(-1);
  if (days.length < daysNeeded || last === undefined) {
    return { kind: 'undefined', reason: 'too_few_orders', needed: daysNeeded };
  }
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const typical = medianOf(gaps);
  return {
    kind: 'known',
    typical_days: typical,
    expected_on: printWall(addWall(last * 86_400_000, 'day', Math.round(typical))),
    overdue: dayOf(today) - last > 1.5 * typical,
  };
}

const dayOf = (date: string) => Math.round(Date.parse(`${date}T00:00Z`) / 86_400_000);
