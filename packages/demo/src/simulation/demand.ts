import type { Category, Place, Shop, ShopPromotion } from '../shops/shop.js';
import type { DayFacts } from './calendar.js';

/** Seasonal factor of a category, interpolated between the middles of months. */
export function seasonOf(category: Category, day: DayFacts): number {
  const position = day.seasonPosition + 11.5;
  const before = Math.floor(position) % 12;
  const share = position % 1;
  const from = category.season[before] ?? 1;
  const to = category.season[(before + 1) % 12] ?? 1;
  return from + (to - from) * share;
}

export function promotionsOn(shop: Shop, day: DayFacts): readonly ShopPromotion[] {
  return shop.promotions.filter(({ from, to }) =>
    from <= to
      ? day.monthDay >= from && day.monthDay <= to
      : day.monthDay >= from || day.monthDay <= to,
  );
}

/**
 * How much busier than an average day of the first year this day is.
 * @param age days since the shop began
 */
export function demandOn(shop: Shop, day: DayFacts, age: number, place: Place): number {
  if (place === 'store' && shop.holidays.includes(day.monthDay)) return 0;
  let season = 0;
  let weights = 0;
  for (const category of shop.categories) {
    season += category.weight * seasonOf(category, day);
    weights += category.weight;
  }
  const weekday = shop.places[place].weekdays[day.weekday] ?? 1;
  let uplift = 1;
  for (const promotion of promotionsOn(shop, day)) uplift *= promotion.uplift;
  // a promotion brings half as many more to the counter
  const pull = place === 'online' ? uplift : 1 + (uplift - 1) / 2;
  return shop.growthAYear ** (age / 365) * (season / weights) * weekday * pull;
}
