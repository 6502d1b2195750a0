import { Problem } from '@olympus/core';
import type { Product, Shop, ShopLocation } from '../shops/shop.js';

function unknownTarget(shop: Shop, what: string, name: string, known: readonly string[]): Problem {
  return new Problem({
    code: 'unknown_story_target',
    kind: 'invalid',
    message: `${shop.name} has no ${what} "${name.slice(0, 80)}"`,
    remedy: `Choose one of: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`,
  });
}

/** @throws Problem unknown_story_target, as all of these do */
export function productOf(shop: Shop, id: string): Product {
  const product = shop.products.find((candidate) => candidate.id === id);
  if (product !== undefined) return product;
  throw unknownTarget(
    shop,
    'product',
    id,
    shop.products.map((known) => known.id),
  );
}

export function locationOf(shop: Shop, id: string): ShopLocation {
  const location = shop.locations.find((candidate) => candidate.id === id);
  if (location !== undefined) return location;
  throw unknownTarget(
    shop,
    'location',
    id,
    shop.locations.map((known) => known.id),
  );
}

export function requireTill(shop: Shop, location: ShopLocation, till: string): void {
  const tills = location.tills ?? [];
  if (!tills.includes(till)) throw unknownTarget(shop, 'till', till, tills);
}

export function requireCategory(shop: Shop, id: string): void {
  const known = shop.categories.map((category) => category.id);
  if (!known.includes(id)) throw unknownTarget(shop, 'category', id, known);
}

export function requireChannel(shop: Shop, id: string): void {
  const known = Object.values(shop.places).flatMap(({ share, channels }) =>
    share > 0 ? channels.map((channel) => channel.id) : [],
  );
  if (!known.includes(id)) throw unknownTarget(shop, 'channel', id, known);
}

export function requireProvider(shop: Shop, id: string): void {
  const known = Object.values(shop.places).flatMap(({ share, methods }) =>
    share > 0 ? methods.map((method) => method.provider) : [],
  );
  if (!known.includes(id)) throw unknownTarget(shop, 'payment provider', id, known);
}
