import type { EventData } from '@olympus/ingest';
import { drawPoisson, type Random } from '@olympus/stats';
import type { Channel, Shop } from '../shops/shop.js';
import type { Basket } from './basket.js';
import { chooseWeighted, pickOne } from './choose.js';
import type { Emit } from './events.js';
import type { Customer } from './people.js';

type VisitData = EventData['page.viewed'];

interface Origin {
  readonly weight: number;
  readonly referrer?: string;
  readonly utm?: Record<string, string>;
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

export const productUrl = (shop: Shop, id: string): string =>
  `${shop.url}/products/${id.toLowerCase()}`;

/** Somebody who looks around: where from, and with what. */
export interface Onlooker {
  readonly origin: Origin | undefined;
  readonly channel: Channel;
  readonly device: 'mobile' | 'desktop';
}

export function drawOnlooker(random: Random, shop: Shop): Onlooker {
  const origin = chooseWeighted(random, origins, (candidate) => candidate.weight);
  const { channels } = shop.places.online;
  const channel = drawChannel(random, channels, 'onlookers');
  const mobile = channel.mobile === true || random.next() < 0.55;
  return { origin, channel, device: mobile ? 'mobile' : 'desktop' };
}

/** A channel by the shares it has of customers or of onlookers. */
export function drawChannel(
  random: Random,
  channels: readonly [Channel, ...Channel[]],
  by: 'weight' | 'onlookers',
): Channel {
  if (channels.length === 1) return channels[0];
  return chooseWeighted(random, channels, (channel) => channel[by]) ?? channels[0];
}

/** A visit that buys nothing; six in seven leave after the first page. */
export function browse(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly shop: Shop;
  readonly onlooker: Onlooker;
  readonly startMs: number;
  readonly visit: number;
}): void {
  const { random, emit, shop, onlooker, startMs, visit } = options;
  const shared: VisitData = {
    session_id: `S${visit}`,
    anonymous_id: `V${visit}`,
    channel: onlooker.channel.id,
    device: onlooker.device,
  };
  const landing = random.next() < 0.5;
  const product = pickOne(random, shop.products, shop.products[0]);
  const category = pickOne(random, shop.categories, shop.categories[0]);
  const { origin } = onlooker;
  const arrival: VisitData = { ...shared, referrer: origin?.referrer, utm: origin?.utm };
  if (landing || product === undefined) {
    const page = category === undefined ? '' : `/c/${category.id}`;
    emit(startMs, 'page.viewed', { ...arrival, url: `${shop.url}${page}` });
  } else {
    emit(startMs, 'product.viewed', {
      ...arrival,
      url: productUrl(shop, product.id),
      product_id: product.id,
    });
  }
  if (random.next() < 0.85 || product === undefined) return;
  let atMs = startMs;
  const further = 1 + drawPoisson(random, 0.5);
  for (let n = 0; n < further; n += 1) {
    atMs += 15_000 + random.integer(90_000);
    const next = pickOne(random, shop.products, product);
    emit(atMs, 'product.viewed', {
      ...shared,
      url: productUrl(shop, next.id),
      product_id: next.id,
    });
    if (random.next() < 0.12) {
      emit(atMs + 9_000, 'product.added', { ...shared, product_id: next.id });
      if (random.next() < 0.3) {
        emit(atMs + 40_000, 'checkout.started', { ...shared, url: `${shop.url}/checkout` });
      }
    }
  }
}

/** The visit that leads to an order at `orderMs`: landing, the products, the basket, the checkout. */
export function visitBeforeOrder(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly shop: Shop;
  readonly orderMs: number;
  readonly visit: number;
  readonly customer: Customer;
  readonly basket: Basket;
  readonly channel: Channel;
}): void {
  const { random, emit, shop, orderMs, visit, customer, basket, channel } = options;
  const origin = chooseWeighted(random, origins, (candidate) => candidate.weight);
  const shared: VisitData = {
    session_id: `S${visit}`,
    customer_id: customer.id,
    channel: channel.id,
    device: channel.mobile === true ? 'mobile' : customer.device,
  };
  const steps = 2 + basket.lines.length * 2;
  let atMs = orderMs - steps * 40_000 - random.integer(120_000);
  emit(
    atMs,
    'page.viewed',
    { ...shared, url: shop.url, referrer: origin?.referrer, utm: origin?.utm },
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
      { ...shared, url: productUrl(shop, product.id), product_id: product.id },
      customer.id,
    );
    emit(atMs + 14_000, 'product.added', { ...shared, product_id: product.id }, customer.id);
  }
  emit(
    Math.min(orderMs - 5_000, atMs + 35_000),
    'checkout.started',
    { ...shared, url: `${shop.url}/checkout` },
    customer.id,
  );
}

/** A look by a known customer who leaves again without an order. */
export function lookAround(options: {
  readonly emit: Emit;
  readonly shop: Shop;
  readonly atMs: number;
  readonly visit: number;
  readonly who: { readonly customer_id: string } | { readonly anonymous_id: string };
  readonly channel: Channel;
}): void {
  const { emit, shop, atMs, visit, who, channel } = options;
  emit(
    atMs,
    'page.viewed',
    { session_id: `S${visit}`, ...who, channel: channel.id, url: shop.url },
    'customer_id' in who ? who.customer_id : undefined,
  );
}
