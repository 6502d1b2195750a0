import type { Random } from '@olympus/stats';
import { chooseWeighted, pickOne } from './choose.js';

/** A customer of the demo's shop. Invented; the mail domain is reserved for examples (RFC 2606). */
export interface DemoCustomer {
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
  readonly channel: 'web' | 'app' | 'store';
  readonly device: 'mobile' | 'desktop' | 'tablet';
  readonly favourite: number;
  orders: number;
}

const givenNames =
  'Anna Ben Carla David Elif Finn Greta Hannes Ida Jonas Katharina Lukas Marie Noah Olga Paul Rosa Samuel Theresa Uwe Vera Wim Yusuf Zoe Emma Leon Mia Felix Lena Max Clara Emil Sophie Anton Nora Jakob'.split(
    ' ',
  );
const familyNames =
  'Albrecht Bauer Conrad Dietrich Ebert Fischer Gruber Hoffmann Ibrahim Jansen Keller Lorenz Maier Neumann Otto Peters Richter Schmitt Thoma Ullrich Vogel Weber Yilmaz Zimmermann Brandt Kowalski Novak Lindner Moser Berger'.split(
    ' ',
  );

const countries: readonly { code: string; weight: number; cities: readonly string[] }[] = [
  {
    code: 'DE',
    weight: 74,
    cities: ['Berlin', 'Hamburg', 'Munich', 'Cologne', 'Leipzig', 'Frankfurt', 'Stuttgart'],
  },
  { code: 'AT', weight: 11, cities: ['Vienna', 'Graz', 'Linz', 'Salzburg'] },
  { code: 'CH', weight: 6, cities: ['Zurich', 'Basel', 'Bern'] },
  { code: 'NL', weight: 6, cities: ['Amsterdam', 'Utrecht', 'Rotterdam'] },
  { code: 'FR', weight: 3, cities: ['Strasbourg', 'Lyon', 'Paris'] },
];
const storeCities: Readonly<Record<string, string>> = {
  berlin: 'Berlin',
  hamburg: 'Hamburg',
  munich: 'Munich',
};

/** Draws a customer; those who come to a store live in its city. */
export function drawCustomer(
  random: Random,
  serial: number,
  origin: { channel: 'web' | 'app' | 'store'; location: string },
): DemoCustomer {
  const given = pickOne(random, givenNames, 'Anna');
  const family = pickOne(random, familyNames, 'Weber');
  const home = storeCities[origin.location];
  const country = chooseWeighted(random, countries, (entry) => entry.weight);
  const local = origin.channel === 'store' && home !== undefined;
  const loyal = random.next() < 0.22;
  return {
    id: `C${String(serial).padStart(5, '0')}`,
    name: `${given} ${family}`,
    email: `${given}.${family}${serial}@example.com`.toLowerCase(),
    country: local ? 'DE' : (country?.code ?? 'DE'),
    city: local ? home : pickOne(random, country?.cities ?? [], 'Berlin'),
    birthYear: 1948 + Math.floor((random.next() + random.next()) * 28),
    rate: loyal ? 4 + random.next() * 4 : 1 + random.next() * 2.2,
    churn: loyal ? 0.06 : 0.3 + random.next() * 0.25,
    channel: origin.channel,
    device: random.next() < 0.58 ? 'mobile' : random.next() < 0.85 ? 'desktop' : 'tablet',
    favourite: random.integer(8),
    orders: 0,
  };
}
