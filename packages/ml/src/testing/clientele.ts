import type { CustomerDays, PurchaseDay } from '@olympus/semantic';
import { createRandom } from '@olympus/stats';

/** Whole days since 1970 of the simulated clientele. */
export const clienteleDays = { start: 20_000, end: 20_330 };

/**
 * Customers with a rhythm of their own who leave for good at some order: who is overdue by their own
 * rhythm is likelier gone than who was last seen as long ago but buys seldom.
 */
export function simulateClientele(count: number, seed = 5): readonly CustomerDays[] {
  const random = createRandom(seed);
  const customers = Array.from({ length: count }, (_, place) => {
    const gap = 6 + 60 * random.next() ** 2;
    const leaves = 0.03 + 0.2 * random.next();
    const worth = 20 + 100 * random.next();
    const days: PurchaseDay[] = [];
    let at = clienteleDays.start + 200 * random.next();
    while (at < clienteleDays.end) {
      const net = Math.round(worth * (0.5 + random.next()));
      const day = Math.floor(at);
      if (days.at(-1)?.day !== day) {
        days.push({
          day,
          orders: 1,
          net,
          gross: net,
          discount: 0,
          takenBack: 0,
          units: 1 + random.integer(4),
          products: 1 + random.integer(3),
          visits: 0,
        });
      }
      if (random.next() < leaves) break;
      at += gap * (0.6 + 0.8 * random.next());
    }
    return { key: `c_${String(place).padStart(5, '0')}`, days };
  });
  return customers.filter(({ days }) => days.length > 0);
}
