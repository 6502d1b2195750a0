import type { Random } from '@olympus/stats';
import type { Place, Shop } from '../shops/shop.js';
import { chooseWeighted, pickOne } from './choose.js';

/** An invented customer; the mail domain is reserved for examples (RFC 2606). */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly city: string;
  readonly birthYear: number;
  /** Orders a year while active. */
  readonly rate: number;
  /** Chance to leave for good after each order. */
  readonly churn: number;
  readonly channel: string;
  readonly device: 'mobile' | 'desktop' | 'tablet';
  /** Position of the category liked best. */
  readonly favourite: number;
  orders: number;
}

/** Draws a customer; those who come to a store live in its city. */
export function drawCustomer(
  random: Random,
  shop: Shop,
  serial: number,
  origin: { readonly place: Place; readonly channel: string; readonly location: string },
): Customer {
  const { people, loyalty } = shop;
  const given = pickOne(random, people.givenNames, 'Anna');
  const family = pickOne(random, people.familyNames, 'Weber');
  const home = shop.locations.find((location) => location.id === origin.location)?.city;
  const country = chooseWeighted(random, people.countries, (entry) => entry.weight);
  const local = origin.place === 'store' && home !== undefined;
  const loyal = random.next() < loyalty.loyalShare;
  const habits = loyal ? loyalty.loyal : loyalty.casual;
  const city = local ? home : pickOne(random, country?.cities ?? [], 'Berlin');
  return {
    id: `C${String(serial).padStart(5, '0')}`,
    name: `${given} ${family}`,
    email: `${given}.${family}${serial}@example.com`.toLowerCase(),
    country: local ? shop.country : (country?.code ?? shop.country),
    city,
    birthYear: 1948 + Math.floor((random.next() + random.next()) * 28),
    rate: habits.rate + random.next() * habits.rateSpread,
    churn: habits.churn + (habits.churnSpread > 0 ? random.next() * habits.churnSpread : 0),
    channel: origin.channel,
    device: random.next() < 0.58 ? 'mobile' : random.next() < 0.85 ? 'desktop' : 'tablet',
    favourite: random.integer(shop.categories.length),
    orders: 0,
  };
}
