import { dayMs, type TenantId } from '@olympus/core';
import type { ExperimentDefinition } from '@olympus/experiments';
import { createRandom } from '@olympus/stats';
import { presetIds } from '../shops/preset-ids.js';
import { findPreset } from '../shops/presets.js';
import type { Shop } from '../shops/shop.js';
import { createShopCalendar, type LocalDay } from '../simulation/calendar.js';
import type { Influence } from '../simulation/influence.js';
import { plantExperiment } from '../stories/experiment.js';
import type { DemoRooms } from './fill.js';

const key = 'checkout-button';

/** How long it has run when the demo is made, and how long it goes on. */
const ranDays = 24;
const goesOnDays = 60;

/** What the treatment really does to the chance that a visit buys. */
const lift = 0.3;

const definition: ExperimentDefinition = {
  name: 'Green checkout button',
  hypothesis:
    'A green button is found more easily than the grey one, so more visitors finish their order.',
  unit: 'visitor',
  arms: [
    { key: 'control', name: 'Grey button', weight: 0.5 },
    { key: 'treatment', name: 'Green button', weight: 0.5 },
  ],
  rules: [],
  traffic: 1,
  layer: null,
  holdout: true,
  primary: { metric: 'orders', kind: 'share' },
  secondary: [{ metric: 'average_order_value', kind: 'ratio' }],
  guardrails: [{ metric: 'revenue', kind: 'mean', margin: 0.05 }],
  window_days: 14,
  minimum_effect: 0.2,
  planned_units: 8_000,
  planned_days: 28,
};

/**
 * Plans the experiment of the shop that a new server shows.
 * @returns the day it began; undefined for other shops, or where nobody keeps experiments
 */
export async function planDemoExperiment(
  { experiments, clock }: Pick<DemoRooms, 'experiments' | 'clock'>,
  shop: Shop,
  tenant: TenantId,
): Promise<LocalDay | undefined> {
  if (experiments === undefined || shop.tenant !== findPreset(presetIds[0]).tenant)
    return undefined;
  const calendar = createShopCalendar(shop.timeZone);
  const day = calendar.dayOf(clock.now() - ranDays * dayMs);
  const startedAtMs = calendar.instant(day, 0);
  await experiments.plant(tenant, { key, definition, startedAtMs, by: 'Olympus' });
  return day;
}

/** What the experiment does to the shop's visitors. */
export function demoInfluence(shop: Shop, day: LocalDay): Influence {
  const calendar = createShopCalendar(shop.timeZone);
  const dateOf = (local: LocalDay) => new Date(local * dayMs).toISOString().slice(0, 10);
  const { influence } = plantExperiment(
    {
      kind: 'experiment',
      id: key,
      from: dateOf(day),
      to: dateOf(day + ranDays + goesOnDays),
      variants: [
        { id: 'control', weight: 1, lift: 0 },
        { id: 'treatment', weight: 1, lift },
      ],
    },
    { shop, calendar, random: createRandom(day) },
  );
  return influence;
}
