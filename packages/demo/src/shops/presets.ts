import { coffeeSubscription } from './coffee-subscription.js';
import { homeAndGarden } from './home-and-garden.js';
import { type PresetId, presetIds } from './preset-ids.js';
import { restaurants } from './restaurants.js';
import type { Shop } from './shop.js';

const byId: Readonly<Record<PresetId, Shop>> = {
  'home-and-garden': homeAndGarden,
  restaurants,
  subscription: coffeeSubscription,
};

export const findPreset = (id: PresetId): Shop => byId[id];

export const presets: readonly Shop[] = presetIds.map(findPreset);
