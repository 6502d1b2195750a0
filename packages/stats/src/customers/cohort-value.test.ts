import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRandom, drawBeta, drawExponential, drawGamma } from '../sampling/index.js';
import { isUndefined } from '../undefined.js';
import { type CohortProjection, type CohortValues, projectCohorts } from './index.js';

const project = (
  cohorts: readonly CohortValues[],
  options?: Parameters<typeof projectCohorts>[1],
): CohortProjection => {
  const projection = projectCohorts(cohorts, options);
  if (isUndefined(projection)) throw new Error(projection.reason);
  return projection;
};

/** Taylor and Ashe (1983), the triangle of the chain ladder's literature, in thousands. */
const taylorAshe = [
  [358, 1125, 1735, 2218, 2746, 3320, 3466, 3606, 3834, 3901],
  [352, 1236, 2170, 3353, 3799, 4120, 4648, 4914, 5339],
  [291, 1292, 2219, 3235, 3986, 4133, 4629, 4909],
  [311, 1419, 2195, 3757, 4030, 4382, 4588],
  [443, 1136, 2128, 2898, 3403, 3873],
  [396, 1333, 2181, 2986, 3692],
  [441, 1288, 2420, 3483],
  [359, 1421, 2864],
  [377, 1363],
  [344],
].map((values) => ({ values }));

interface Held {
  judged: number;
  inside: number;
}

/** Hides the latest periods, projects, and counts what came inside the interval. */
function holdOut(cohorts: readonly CohortValues[], hidden: number, held: Held): void {
  const then = cohorts
    .map(({ values }) => ({ values: values.slice(0, Math.max(0, values.length - hidden)) }))
    .filter(({ values }) => values.length > 0);
  for (const [at, points] of project(then).cohorts.entries()) {
    for (const { period, lower, upper } of points ?? []) {
      const actual = cohorts[at]?.values[period];
      if (actual === undefined) continue;
      held.judged += 1;
      if (actual >= lower && actual <= upper) held.inside += 1;
    }
  }
}

/** Cohorts of 14 months whose customers buy, and leave, as BG/NBD and gamma-gamma have it. */
function simulate(seed: number, size: number, season: number): CohortValues[] {
  const random = createRandom(seed);
  const months = 14;
  return Array.from({ length: months }, (_, cohort) => {
    const spent = new Array<number>(months - cohort).fill(0);
    const spend = (t: number, nu: number) => {
      spent[Math.floor(t)] = (spent[Math.floor(t)] ?? 0) + drawGamma(random, 3, 1 / nu);
    };
    const joined = Math.round(size * (0.7 + 0.6 * random.next()));
    for (let customer = 0; customer < joined; customer++) {
      const rate = drawGamma(random, 0.8, 1 / 1.5);
      const leaving = drawBeta(random, 1.2, 3);
      const nu = drawGamma(random, 4, 1 / 20);
      let t = random.next();
      spend(t, nu);
      for (;;) {
        t += drawExponential(random, rate * (1 + season));
        if (t >= spent.length || random.next() < leaving) break;
        const share = 1 + season * Math.sin(((cohort + t) / 12) * 2 * Math.PI);
        if (random.next() * (1 + season) <= share) spend(t, nu);
      }
    }
    let sum = 0;
    return { values: spent.map((value) => (sum += value)) };
  });
}

const coverage = (size: number, season: number): number => {
  const held = { judged: 0, inside: 0 };
  for (let seed = 1; seed <= 40; seed++) {
    const cohorts = simulate(seed, size, season);
    for (const hidden of [1, 3, 6]) holdOut(cohorts, hidden, held);
  }
  return held.inside / held.judged;
};

describe('projectCohorts', () => {
  it('develops as the published factors do', () => {
    const { cohorts, reach } = project(taylorAshe);
    // 3.4906 · 1.7473 · 1.4574 · 1.1739 · 1.1038 · 1.0863 · 1.0539 · 1.0766
    const factors = [3.4906, 1.7473, 1.4574, 1.1739, 1.1038, 1.0863, 1.0539, 1.0766];
    expect(reach).toBe(8);
    let value = 344;
    for (const [at, factor] of factors.entries()) {
      value *= factor;
      const told = cohorts[9]?.[at]?.value ?? 0;
      expect(Math.abs(told / value - 1)).toBeLessThan(0.001);
    }
    // the oldest but one has been as far as two have been
    expect(cohorts[0]).toEqual([]);
    expect(cohorts[1]).toEqual([]);
    expect(cohorts[2]?.map(({ period }) => period)).toEqual([8]);
  });

  it('has a standard error near the published one where nothing has to be widened', () => {
    // Mack (1993): the third youngest’s reserve is 3,920,301 with a standard error of 22 %
    const point = project(taylorAshe, { alpha: 0.3173 }).cohorts[7]?.at(-1);
    const relative = Math.log((point?.upper ?? 0) / (point?.value ?? 1));
    // of the ultimate value 5,346,000 that is 16 %; Student’s quantile of few cohorts widens it
    expect(relative).toBeGreaterThan(0.12);
    expect(relative).toBeLessThan(0.26);
  });

  it('is certain of cohorts that are copies of each other', () => {
    const { cohorts } = project(
      [[10, 15, 18], [20, 30, 36], [40, 60], [80]].map((values) => ({ values })),
    );
    expect(cohorts[3]?.[0]?.value).toBeCloseTo(120, 9);
    expect(cohorts[3]?.[1]).toMatchObject({ period: 2 });
    expect(cohorts[3]?.[1]?.lower).toBeCloseTo(144, 9);
    expect(cohorts[3]?.[1]?.upper).toBeCloseTo(144, 9);
  });

  it('says why where there is nothing to learn a shape from', () => {
    expect(projectCohorts([{ values: [5, 6, 7] }])).toMatchObject({ kind: 'undefined' });
    expect(projectCohorts([{ values: [5, 6] }, { values: [5] }])).toMatchObject({
      kind: 'undefined',
    });
    expect(projectCohorts([])).toMatchObject({ kind: 'undefined' });
    expect(projectCohorts([{ values: [Number.NaN] }])).toMatchObject({ kind: 'undefined' });
  });

  it('leaves out cohorts that took back all they paid', () => {
    const values = [[10, 15], [20, 30], [0], [-4], [8]].map((one) => ({ values: one }));
    expect(project(values).cohorts.map((points) => points?.[0]?.value ?? null)).toEqual([
      null,
      null,
      null,
      null,
      12,
    ]);
  });

  it('holds what comes of simulated cohorts, with and without a season, small and large', () => {
    const measured = [30, 150].flatMap((size) => [0, 0.4].map((season) => coverage(size, season)));
    console.info(
      `80 % intervals held ${measured.map((one) => (one * 100).toFixed(1)).join(', ')} %`,
    );
    const [small = 0, smallSeason = 0, large = 0, largeSeason = 0] = measured;
    for (const one of [small, large]) {
      expect(one).toBeGreaterThan(0.78);
      expect(one).toBeLessThan(0.95);
    }
    // a season of ±40 % that no cohort has been through a year of is not foreseen
    expect(smallSeason).toBeGreaterThan(0.78);
    expect(largeSeason).toBeGreaterThan(0.7);
  });

  const shared =
    process.env.OLYMPUS_SHARED_DATA ??
    path.resolve(import.meta.dirname, '../../../../../shared/data');
  const file = path.join(shared, 'online-retail/online_retail.csv.gz');

  it.skipIf(!existsSync(file))('holds what came of the cohorts of Online Retail', () => {
    const cohorts = onlineRetail(file);
    expect(cohorts.map(({ values }) => values.length)).toEqual([
      12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
    ]);
    const held = { judged: 0, inside: 0 };
    for (const hidden of [1, 2, 3, 4, 5, 6]) holdOut(cohorts, hidden, held);
    console.info(`80 % intervals held ${held.inside} of ${held.judged} values of Online Retail`);
    expect(held.judged).toBeGreaterThan(80);
    expect(held.inside / held.judged).toBeGreaterThan(0.8);
  });
});

/** Revenue so far of the cohorts by month, up to November 2011. */
function onlineRetail(file: string): readonly CohortValues[] {
  const months = 12;
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1);
  const rows = lines.flatMap((line) => {
    const found = /^(C?)[^,]*,[^,]*,(?:"(?:[^"]|"")*"|[^,]*),(-?\d+),([^,]+),(-?[\d.]+),(\d+)/.exec(
      line,
    );
    if (found === null) return [];
    const [, cancelled, quantity, at = '', price, who = ''] = found;
    const month = (Number(at.slice(0, 4)) - 2010) * 12 + Number(at.slice(5, 7)) - 12;
    return month < months
      ? [{ who, at, month, sale: cancelled === '', net: Number(quantity) * Number(price) }]
      : [];
  });
  const began = new Map<string, { at: string; month: number }>();
  for (const { who, at, month, sale } of rows) {
    const known = began.get(who);
    if (sale && (known === undefined || at < known.at)) began.set(who, { at, month });
  }
  const spent = Array.from({ length: months }, (_, cohort) =>
    new Array<number>(months - cohort).fill(0),
  );
  for (const { who, at, month, net } of rows) {
    const start = began.get(who);
    const row = start === undefined || at < start.at ? undefined : spent[start.month];
    if (row !== undefined && start !== undefined)
      row[month - start.month] = (row[month - start.month] ?? 0) + net;
  }
  return spent.map((row) => {
    let sum = 0;
    return { values: row.map((value) => (sum += value)) };
  });
}
