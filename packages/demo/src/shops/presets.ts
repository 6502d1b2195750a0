import { Problem } from '@olympus/core';
import { coffeeSubscription } from './coffee-subscription.js';
import { homeAndGarden } from './home-and-garden.js';
import { restaurants } from './restaurants.js';
import type { Shop } from './shop.js';

/** The shops that can be filled by name; the first is the demo that a new server shows. */
export const presets: readonly [Shop, ...Shop[]] = [homeAndGarden, restaurants, coffeeSubscription];

export const presetIds: readonly string[] = presets.map(({ id }) => id);

/** @throws Problem unknown_preset */
export function findPreset(id: string): Shop {
  const shop = presets.find((preset) => preset.id === id);
  if (shop !== undefined) return shop;
  throw new Problem({
    code: 'unknown_preset',
    kind: 'invalid',
    message: `There is no demo named "${id.slice(0, 80)}"`,
    remedy: `Choose one of: ${presetIds.join(', ')}.`,
    at: '/preset',
  });
}
