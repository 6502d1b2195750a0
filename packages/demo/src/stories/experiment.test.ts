import { describe, expect, it } from 'vitest';
import type { Shop } from '../shops/shop.js';
import { isOfType } from '../simulation/events.js';
import { labShop, mean, observe, type Run, within } from '../testing/lab.js';
import type { Story } from './plant.js';

/** Everybody shops online. */
const webShop: Shop = {
  ...labShop,
  ordersADay: 80,
  onlookersAnOrder: 4,
  basket: { ...labShop.basket, furtherLines: 0 },
  places: {
    online: { ...labShop.places.online, share: 1 },
    store: { ...labShop.places.store, share: 0 },
  },
};
const plan = { shop: webShop, from: '2025-03-01', to: '2025-03-18' };
const story = (lift: number): Story => ({
  kind: 'experiment',
  id: 'checkout',
  from: '2025-03-03',
  to: '2025-03-17',
  variants: [
    { id: 'control', weight: 1, lift: 0 },
    { id: 'treatment', weight: 1, lift },
  ],
});

/** Visitors and buyers by variant, read from the events alone. */
function arms(run: Run) {
  const { fromMs, toMs } = run.truth('experiment');
  const variantOf = new Map<string, string>();
  let exposures = 0;
  for (const { data } of run.events.filter(isOfType('experiment.exposed'))) {
    exposures += 1;
    variantOf.set(data.customer_id ?? data.anonymous_id ?? '', data.variant);
  }
  // nobody is exposed twice
  expect(variantOf.size).toBe(exposures);
  const buyers = new Set(
    run.events
      .filter(isOfType('order.created'))
      .filter(({ time }) => within({ fromMs, toMs: toMs + 1 }, Date.parse(time)))
      .flatMap(({ data }) => data.customer_id ?? []),
  );
  const count = (variant: string) => {
    const units = [...variantOf].filter(([, given]) => given === variant).map(([unit]) => unit);
    const converted = units.filter((unit) => buyers.has(unit)).length;
    return { exposed: units.length, converted, rate: converted / units.length };
  };
  return { control: count('control'), treatment: count('treatment') };
}

const seeds = Array.from({ length: 20 }, (_, n) => 100 + n);

describe('an experiment', () => {
  it.each([0, 0.3, -0.25])(
    'shows a lift of %d within its interval over many seeds',
    { timeout: 120_000 },
    (lift) => {
      const estimates = seeds.map((seed) => {
        const run = observe({ ...plan, seed, stories: [story(lift)] });
        const { control, treatment } = arms(run);
        const told = run.truth('experiment').variants;
        expect(told.map(({ exposed, converted }) => ({ exposed, converted }))).toEqual([
          { exposed: control.exposed, converted: control.converted },
          { exposed: treatment.exposed, converted: treatment.converted },
        ]);
        const variance = (arm: typeof control) => (1 - arm.rate) / (arm.rate * arm.exposed);
        const logRatio = Math.log(treatment.rate / control.rate);
        const error = Math.sqrt(variance(control) + variance(treatment));
        const covered = Math.abs(logRatio - Math.log(1 + lift)) < 1.96 * error;
        return { logRatio, error, covered };
      });
      const error = mean(estimates.map((one) => one.error));
      const average = mean(estimates.map((one) => one.logRatio));
      expect(Math.abs(average - Math.log(1 + lift))).toBeLessThan(
        (4 * error) / Math.sqrt(seeds.length),
      );
      // fewer than 16 of 20 intervals at 95 % hold the truth less than three times in a thousand
      expect(estimates.filter((one) => one.covered).length).toBeGreaterThanOrEqual(16);
      if (lift !== 0)
        expect(Math.abs(average)).toBeGreaterThan((6 * error) / Math.sqrt(seeds.length));
    },
  );

  it('splits visitors evenly, and exposes nobody without the story', () => {
    const { control, treatment } = arms(observe({ ...plan, seed: 1, stories: [story(0)] }));
    const total = control.exposed + treatment.exposed;
    expect(Math.abs(control.exposed - total / 2)).toBeLessThan(2 * Math.sqrt(total));
    const types = new Set(observe({ ...plan, seed: 1 }).events.map((event) => event.type));
    expect(types.has('experiment.exposed')).toBe(false);
  });
});
