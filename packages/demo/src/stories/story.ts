import type { Random } from '@olympus/stats';
import type { Shop } from '../shops/shop.js';
import type { ShopCalendar } from '../simulation/calendar.js';
import type { Influence } from '../simulation/influence.js';

/** A stretch of the shop's local time, half-open: `2025-03-01` or `2025-03-01T14:30`. */
export interface StorySpan {
  readonly from: string;
  readonly to: string;
}

/** When a story took place, as instants; half-open. */
export interface TruthSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface PlantContext {
  readonly shop: Shop;
  readonly calendar: ShopCalendar;
  /** The story's own draws. */
  readonly random: Random;
}

/** A story at work in a shop. */
export interface Planted<Truth> {
  readonly influence: Influence;
  /** What is planted, and what has come of it up to the events that were taken so far. */
  truth(): Truth;
}
