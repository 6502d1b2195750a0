import { drawPoisson, type Random } from '@olympus/stats';
import type { Basket } from './basket.js';
import { chooseWeighted, pickOne } from './choose.js';
import type { Emit } from './emit.js';
import { type LocalDay, localToUtcMs } from './local-time.js';
import type { DemoCustomer } from './people.js';
import { demoCategories, demoProducts } from './shop.js';

const hourMs = 3_600_000;
/** Share of online visits by hour of the day. */
const onlineHours = [
  1.2, 0.6, 0.3, 0.2, 0.2, 0.4, 1.1, 2.2, 3.2, 3.9, 4.5, 4.8, 5.4, 4.9, 4.5, 4.4, 4.7, 5.4, 6.4,
  7.6, 8.8, 8.6, 6.2, 3.2,
];
const storeHours = [0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 5, 6, 7, 6, 5, 6, 7, 8, 7, 4, 0, 0, 0, 0];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** A moment of a local day, when people shop. */
export function drawMoment(random: Random, day: LocalDay, place: 'online' | 'store'): number {
  const weights = place === 'online' ? onlineHours : storeHours;
  const hour = chooseWeighted(random, hours, (candidate) => weights[candidate] ?? 0) ?? 12;
  return localToUtcMs(day, Math.floor((hour + random.next()) * hourMs));
}

interface Origin {
  readonly weight: number;
  readonly referrer?: string;
  readonly utm?: Readonly<Record<string, string>>;
}

const origins: readonly Origin[] = [
  { weight: 30, referrer: 'https://www.google.com/' },
  { weight: 30 },
  {
    weight: 12,
    referrer: 'https://www.google.com/',
    utm: { source: 'google', medium: 'cpc', campaign: 'brand' },
  },
  {
    weight: 11,
    referrer: 'https://www.instagram.com/',
    utm: { source: 'instagram', medium: 'social', campaign: 'inspiration' },
  },
  { weight: 10, utm: { source: 'newsletter', medium: 'email', campaign: 'weekly' } },
  {
    weight: 7,
    referrer: 'https://www.pinterest.com/',
    utm: { source: 'pinterest', medium: 'social', campaign: 'boards' },
  },
];

const shopUrl = 'https://shop.example.com';
const productUrl = (id: string) => `${shopUrl}/products/${id.toLowerCase()}`;

/** A visit that buys nothing; six in seven leave after the first page. */
export function browse(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly startMs: number;
  readonly visit: number;
}): void {
  const { random, emit, startMs, visit } = options;
  const origin = chooseWeighted(random, origins, (candidate) => candidate.weight);
  const app = random.next() < 0.22;
  const shared = {
    session_id: `S${visit}`,
    anonymous_id: `V${visit}`,
    channel: app ? 'app' : 'web',
    device: app || random.next() < 0.55 ? 'mobile' : 'desktop',
  };
  const landing = random.next() < 0.5;
  const product = pickOne(random, demoProducts, demoProducts[0]);
  const category = pickOne(random, demoCategories, demoCategories[0]);
  const arrival = { ...shared, referrer: origin?.referrer, utm: origin?.utm };
  if (landing || product === undefined) {
    const page = category === undefined ? '' : `/c/${category.id}`;
    emit(startMs, 'page.viewed', { ...arrival, url: `${shopUrl}${page}` });
  } else {
    emit(startMs, 'product.viewed', {
      ...arrival,
      url: productUrl(product.id),
      product_id: product.id,
    });
  }
  if (random.next() < 0.85 || product === undefined) return;
  let atMs = startMs;
  const further = 1 + drawPoisson(random, 0.5);
  for (let n = 0; n < further; n += 1) {
    atMs += 15_000 + random.integer(90_000);
    const next = pickOne(random, demoProducts, product);
    emit(atMs, 'product.viewed', { ...shared, url: productUrl(next.id), product_id: next.id });
    if (random.next() < 0.12) {
      emit(atMs + 9_000, 'product.added', { ...shared, product_id: next.id });
      if (random.next() < 0.3) {
        emit(atMs + 40_000, 'checkout.started', { ...shared, url: `${shopUrl}/checkout` });
      }
    }
  }
}

/** The visit that leads to an order at `orderMs`: landing, the products, the basket, the checkout. */
export function visitBeforeOrder(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly orderMs: number;
  readonly visit: number;
  readonly customer: DemoCustomer;
  readonly basket: Basket;
  readonly channel: string;
}): void {
  const { random, emit, orderMs, visit, customer, basket, channel } = options;
  const origin = chooseWeighted(random, origins, (candidate) => candidate.weight);
  const shared = {
    session_id: `S${visit}`,
    customer_id: customer.id,
    channel,
    device: channel === 'app' ? 'mobile' : customer.device,
  };
  const steps = 2 + basket.lines.length * 2;
  let atMs = orderMs - steps * 40_000 - random.integer(120_000);
  emit(
    atMs,
    'page.viewed',
    { ...shared, url: shopUrl, referrer: origin?.referrer, utm: origin?.utm },
    customer.id,
  );
  if (customer.orders > 0 && random.next() < 0.7) {
    emit(atMs + 12_000, 'user.logged_in', shared, customer.id);
  }
  for (const { product } of basket.lines) {
    atMs += 25_000 + random.integer(15_000);
    emit(
      atMs,
      'product.viewed',
      { ...shared, url: productUrl(product.id), product_id: product.id },
      customer.id,
    );
    emit(atMs + 14_000, 'product.added', { ...shared, product_id: product.id }, customer.id);
  }
  emit(
    Math.min(orderMs - 5_000, atMs + 35_000),
    'checkout.started',
    { ...shared, url: `${shopUrl}/checkout` },
    customer.id,
  );
}
