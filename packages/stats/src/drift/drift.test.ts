import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, drawNormal } from '../sampling/index.js';
import { isUndefined, type Undefined } from '../undefined.js';
import {
  binCounts,
  type ChangeDetector,
  createAdwin,
  createPageHinkley,
  jensenShannonDistance,
  populationDrift,
  populationStability,
  quantileEdges,
} from './index.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};
const normals = (n: number, mean: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: n }, () => drawNormal(random, mean));
};

describe('population drift', () => {
  it('is absent between samples of one population and present after a shift', () => {
    const same = defined(populationDrift(normals(3000, 0, 1), normals(3000, 0, 2)));
    expect(same.level).toBe('stable');
    expect(same.kolmogorovSmirnov.pValue).toBeGreaterThan(0.001);
    const moved = defined(populationDrift(normals(3000, 0, 1), normals(3000, 0.8, 2)));
    expect(moved.level).toBe('drifted');
    // PSI of a unit normal moved by d is d² in the limit of many bins.
    expect(moved.populationStability).toBeGreaterThan(0.5);
    expect(moved.populationStability).toBeLessThan(0.7);
    expect(moved.kolmogorovSmirnov.statistic).toBeCloseTo(0.31, 1);
  });

  it('has the stability index of the textbook formula', () => {
    const index = defined(populationStability([500_000, 500_000], [600_000, 400_000]));
    expect(index.value).toBeCloseTo(0.1 * Math.log(1.2) - 0.1 * Math.log(0.8), 5);
    expect(index.level).toBe('stable');
  });

  it('has a Jensen–Shannon distance of 0 to itself and 1 without overlap', () => {
    expect(jensenShannonDistance([3, 5], [30, 50])).toBe(0);
    expect(jensenShannonDistance([4, 0], [0, 9])).toBe(1);
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 3, maxLength: 3 }),
        fc.array(fc.nat(100), { minLength: 3, maxLength: 3 }),
        (p, q) => {
          const distance = jensenShannonDistance(p, q);
          const back = jensenShannonDistance(q, p);
          if (isUndefined(distance) || isUndefined(back)) return isUndefined(back);
          return distance >= 0 && distance <= 1 && Math.abs(distance - back) < 1e-12;
        },
      ),
    );
  });

  it('counts every value once, in bins of equal share', () => {
    const values = normals(1000, 0, 5);
    const counts = binCounts(values, defined(quantileEdges(values, 10)));
    expect(counts).toEqual(new Array(10).fill(100));
    expect(binCounts([0, 0, 0, 7], defined(quantileEdges([0, 0, 0, 7], 4)))).toEqual([3, 1]);
  });

  it('never answers NaN', () => {
    const any = fc.oneof(fc.double(), fc.integer({ min: -2, max: 9 }));
    const clean = (value: unknown): boolean => {
      if (typeof value === 'number') return !Number.isNaN(value);
      return typeof value === 'object' && value !== null ? Object.values(value).every(clean) : true;
    };
    fc.assert(
      fc.property(fc.array(any, { maxLength: 9 }), fc.array(any, { maxLength: 9 }), (a, b) =>
        [populationDrift(a, b, 3), populationStability(a, b), jensenShannonDistance(a, b)].every(
          clean,
        ),
      ),
      { numRuns: 1000 },
    );
  });

  it('says why there is nothing to compare', () => {
    expect(isUndefined(populationDrift([1, 1, 1], [1, 2, 3]))).toBe(true);
    expect(isUndefined(populationDrift([1, 2, 3], []))).toBe(true);
    expect(isUndefined(populationStability([0, 0], [1, 1]))).toBe(true);
    expect(isUndefined(jensenShannonDistance([1, Number.NaN], [1, 1]))).toBe(true);
  });
});

describe.each([
  ['Page–Hinkley', () => createPageHinkley({ delta: 0.2, threshold: 30 })],
  ['ADWIN', () => createAdwin()],
] satisfies [string, () => ChangeDetector][])('concept drift by %s', (_, create) => {
  it('is silent on a steady stream and finds a change of the mean soon after it', () => {
    const detector = create();
    const random = createRandom(6);
    const alarms: number[] = [];
    for (let i = 0; i < 6000; i++) {
      const signal = defined(detector.update(drawNormal(random, i < 4000 ? 0 : 1, 1)));
      if (signal.drift) alarms.push(i);
    }
    expect(alarms.filter((i) => i < 4000)).toEqual([]);
    expect(alarms.length).toBeGreaterThanOrEqual(1);
    expect(alarms[0]).toBeLessThan(4200);
    expect(defined(detector.update(1)).mean).toBeCloseTo(1, 0);
  });

  it('leaves out values that are not finite', () => {
    const detector = create();
    detector.update(1);
    expect(isUndefined(detector.update(Number.NaN))).toBe(true);
    expect(isUndefined(detector.update(Number.POSITIVE_INFINITY))).toBe(true);
    expect(defined(detector.update(1)).n).toBe(2);
  });

  it('never has a NaN for a mean', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 80 }), (values) => {
        const detector = create();
        return values.every((value) => {
          const signal = detector.update(value);
          return isUndefined(signal) || !Number.isNaN(signal.mean);
        });
      }),
    );
  });
});
