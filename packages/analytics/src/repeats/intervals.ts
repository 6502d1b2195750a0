/** Orders by the whole days since the customer's order before. */
export interface IntervalCount {
  readonly days: number;
  readonly orders: number;
}

export interface IntervalsAnswer {
  /** Orders that were not their customer's first. */
  readonly orders: number;
  readonly median_days: number | null;
  readonly percentiles: readonly { readonly percent: number; readonly days: number }[];
  /** From so many days up to but not including others; the last has no end. */
  readonly distribution: readonly {
    readonly from_days: number;
    readonly to_days: number | null;
    readonly orders: number;
  }[];
}

const percents = [10, 25, 50, 75, 90];
const bounds = [0, 1, 7, 14, 21, 30, 45, 60, 90, 120, 180, 365];

/** @param counts  by days, ascending */
export function tellIntervals(counts: readonly IntervalCount[]): IntervalsAnswer {
  const orders = counts.reduce((sum, one) => sum + one.orders, 0);
  const at = (percent: number) => {
    let passed = 0;
    for (const one of counts) {
      passed += one.orders;
      if (passed * 100 >= orders * percent) return one.days;
    }
    return 0;
  };
  return {
    orders,
    median_days: orders === 0 ? null : at(50),
    percentiles: orders === 0 ? [] : percents.map((percent) => ({ percent, days: at(percent) })),
    distribution: bounds.map((from, index) => {
      const to = bounds[index + 1];
      const inside = counts.filter(({ days }) => days >= from && (to === undefined || days < to));
      return {
        from_days: from,
        to_days: to ?? null,
        orders: inside.reduce((sum, one) => sum + one.orders, 0),
      };
    }),
  };
}
