import { describe, expect, it } from 'vitest';
import {
  createRandom,
  drawBeta,
  drawBinomial,
  drawExponential,
  drawGamma,
  drawIndices,
  drawNormal,
  drawPoisson,
  shuffle,
} from './index.js';

const moments = (draw: () => number, count = 40_000): { mean: number; variance: number } => {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  const mean = sum / count;
  return { mean, variance: squares / count - mean * mean };
};

describe('seeded draws', () => {
  it('gives the same stream for the same seed and another for another seed', () => {
    const stream = (seed: number) => {
      const random = createRandom(seed);
      return [random.next(), random.next(), random.uint32()];
    };
    expect(stream(42)).toEqual(stream(42));
    expect(stream(42)).not.toEqual(stream(43));
    expect(stream(2 ** 40)).not.toEqual(stream(0));
  });

  it('is uniform: each of 16 cells gets its share of 160,000 draws', () => {
    const random = createRandom(7);
    const cells = new Float64Array(16);
    for (let i = 0; i < 160_000; i++) {
      const cell = random.integer(16);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    let chiSquared = 0;
    for (const count of cells) chiSquared += (count - 10_000) ** 2 / 10_000;
    // 0.999 quantile of χ² with 15 degrees of freedom.
    expect(chiSquared).toBeLessThan(37.7);
  });

  it.each([
    ['normal', (r) => drawNormal(r, 3, 2), 3, 4],
    ['exponential', (r) => drawExponential(r, 0.5), 2, 4],
    ['gamma with large shape', (r) => drawGamma(r, 7.5, 2), 15, 30],
    ['gamma with small shape', (r) => drawGamma(r, 0.3, 2), 0.6, 1.2],
    ['beta', (r) => drawBeta(r, 2, 5), 2 / 7, 10 / (49 * 8)],
    ['Poisson with small mean', (r) => drawPoisson(r, 3.2), 3.2, 3.2],
    ['Poisson with large mean', (r) => drawPoisson(r, 250), 250, 250],
    ['binomial with few trials', (r) => drawBinomial(r, 20, 0.3), 6, 4.2],
    ['binomial with many trials', (r) => drawBinomial(r, 5000, 0.02), 100, 98],
  ] satisfies [string, (r: ReturnType<typeof createRandom>) => number, number, number][])(
    'draws %s with the right mean and variance',
    (_, draw, mean, variance) => {
      const random = createRandom(11);
      const seen = moments(() => draw(random));
      const standardError = Math.sqrt(variance / 40_000);
      expect(Math.abs(seen.mean - mean)).toBeLessThan(4 * standardError);
      expect(Math.abs(seen.variance / variance - 1)).toBeLessThan(0.08);
    },
  );

  it('shuffles without losing a value and draws distinct indices', () => {
    const random = createRandom(5);
    const values = shuffle(
      random,
      Int32Array.from({ length: 50 }, (_, i) => i),
    );
    expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect([...values]).not.toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(new Set(drawIndices(random, 30, 20)).size).toBe(20);
  });
});

describe('draws with impossible parameters', () => {
  it('are refused instead of running for ever or giving NaN', () => {
    const random = createRandom(1);
    expect(() => drawGamma(random, Number.NaN)).toThrow(RangeError);
    expect(() => drawGamma(random, 0)).toThrow(RangeError);
    expect(() => drawPoisson(random, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => drawNormal(random, Number.NaN)).toThrow(RangeError);
    expect(() => drawBinomial(random, 2.5, 0.1)).toThrow(RangeError);
    expect(drawExponential(random, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});
