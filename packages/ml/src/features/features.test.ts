import { describe, expect, it } from 'vitest';
import { simulateClientele } from '../testing/clientele.js';
import { features, valuesOf } from './features.js';
import { historyAt, outcomeOf } from './history.js';

const day = (at: number, more: object = {}) => ({
  day: at,
  orders: 1,
  net: 40,
  gross: 50,
  discount: 10,
  takenBack: 0,
  units: 2,
  products: 1,
  visits: 0,
  ...more,
});

const customer = [
  day(100),
  day(110, { net: 60, gross: 60, discount: 0, products: 3, units: 6 }),
  day(115, { orders: 0, net: 0, gross: 0, discount: 0, takenBack: 20, units: 0, visits: 2 }),
  day(130),
];

describe('features', () => {
  it('are what is worked out by hand', () => {
    const history = historyAt(customer, 150);
    if (history === undefined) throw new Error('the customer had ordered');
    const values = Object.fromEntries(
      features.map(({ name, value }) => [name, Math.round(value(history) * 1e4) / 1e4]),
    );
    expect(values).toEqual({
      recency: 19,
      gap: 15,
      // gaps of 10 and 20 days
      gap_spread: 7.0711,
      overdue: 1.2667,
      order_days: 3,
      order_days_30: 1,
      order_days_90: 3,
      order_days_180: 3,
      order_rate: 1.1392,
      tenure: 49,
      spend: 120,
      spend_90: 140,
      order_value: 40,
      last_value: 40,
      products: 1.6667,
      units: 3.3333,
      return_share: 0.1429,
      discount_share: 0.125,
      // day 115 is 35 days before the cut-off
      visits_30: 0,
    });
  });

  it('know nothing of what comes at the cut-off or after it', () => {
    for (const { days } of simulateClientele(60)) {
      for (const cutOff of [20_100, 20_200, 20_300]) {
        const before = historyAt(days, cutOff);
        const later = [
          ...days.filter((one) => one.day < cutOff),
          day(cutOff, { net: 9_999, visits: 9 }),
          day(cutOff + 3, { takenBack: 500 }),
        ];
        const after = historyAt(later, cutOff);
        expect(after && valuesOf(after)).toEqual(before && valuesOf(before));
      }
    }
  });

  it('are of nobody who had not ordered yet', () => {
    expect(historyAt(customer, 100)).toBeUndefined();
    expect(historyAt([day(90, { orders: 0, visits: 3 })], 100)).toBeUndefined();
  });

  it('see outcomes from the cut-off on, up to the horizon', () => {
    expect(outcomeOf(customer, 110, 20)).toEqual({ orders: 1, boughtDays: 1, value: 60 });
    expect(outcomeOf(customer, 131, 90)).toEqual({ orders: 0, boughtDays: 0, value: 0 });
  });
});
