import type { DayFacts } from './local-time.js';
import { type DemoCategory, type DemoPromotion, demoCategories, demoPromotions } from './shop.js';

/** Yearly growth of the shop. */
const growthAYear = 1.3;
const onlineWeekdays = [1.18, 1.05, 0.97, 0.94, 0.95, 0.92, 0.99];
/** German shops close on Sundays. */
const storeWeekdays = [0, 0.8, 0.85, 0.9, 1.0, 1.25, 1.7];

/** Seasonal factor of a category, interpolated between the middles of months. */
export function seasonOf(category: DemoCategory, day: DayFacts): number {
  const position = day.seasonPosition + 11.5;
  const before = Math.floor(position) % 12;
  const share = position % 1;
  const from = category.season[before] ?? 1;
  const to = category.season[(before + 1) % 12] ?? 1;
  return from + (to - from) * share;
}

export function promotionsOn(day: DayFacts): readonly DemoPromotion[] {
  return demoPromotions.filter(({ from, to }) =>
    from <= to
      ? day.monthDay >= from && day.monthDay <= to
      : day.monthDay >= from || day.monthDay <= to,
  );
}

/**
 * How much busier than an average day of the first year this day is.
 * @param age days since the demo began
 */
export function demandOn(day: DayFacts, age: number, place: 'online' | 'store'): number {
  if (place === 'store' && isHoliday(day)) return 0;
  let season = 0;
  let weights = 0;
  for (const category of demoCategories) {
    season += category.weight * seasonOf(category, day);
    weights += category.weight;
  }
  const weekday = (place === 'online' ? onlineWeekdays : storeWeekdays)[day.weekday] ?? 1;
  let uplift = 1;
  for (const promotion of promotionsOn(day)) uplift *= promotion.uplift;
  const pull = place === 'online' ? uplift : 1 + (uplift - 1) / 2;
  return growthAYear ** (age / 365) * (season / weights) * weekday * pull;
}

function isHoliday(day: DayFacts): boolean {
  return ['01-01', '05-01', '10-03', '12-25', '12-26'].includes(day.monthDay);
}
