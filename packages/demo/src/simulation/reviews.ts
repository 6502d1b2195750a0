import type { Random } from '@olympus/stats';
import type { Shop } from '../shops/shop.js';
import { pickOne } from './choose.js';

export interface Review {
  readonly rating: number;
  readonly text: string;
  readonly language: string;
}

/** Most people are content; a tenth is not. */
export function writeReview(random: Random, shop: Shop, country: string): Review {
  const draw = random.next();
  const rating = draw < 0.52 ? 5 : draw < 0.78 ? 4 : draw < 0.88 ? 3 : draw < 0.94 ? 2 : 1;
  const own = shop.people.countries.find(({ code }) => code === country)?.language;
  const speaks = own !== undefined && (own.speakers >= 1 || random.next() < own.speakers);
  const language = speaks && random.next() < 0.85 ? own.code : 'en';
  const mood = rating >= 4 ? 'good' : rating === 3 ? 'mixed' : 'bad';
  return { rating, language, text: pickOne(random, shop.reviews[language]?.[mood] ?? [], '') };
}
