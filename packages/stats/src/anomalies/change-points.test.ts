import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentLines } from './change-points.js';

/** Residual sum of squares of the least-squares line, computed the long way. */
function lineError(values: readonly number[]): number {
  const n = values.length;
  const meanT = (n - 1) / 2;
  const meanY = values.reduce((a, b) => a + b, 0) / n;
  let cross = 0;
  let spread = 0;
  values.forEach((y, t) => {
    cross += (t - meanT) * (y - meanY);
    spread += (t - meanT) ** 2;
  });
  const slope = spread > 0 ? cross / spread : 0;
  return values.reduce((sum, y, t) => sum + (y - meanY - slope * (t - meanT)) ** 2, 0);
}

/** Least penalised cost over all cuts, by plain dynamic programming. */
function leastCost(values: readonly number[], shortest: number, penalty: number): number {
  const best = [-penalty];
  for (let end = 1; end <= values.length; end++) {
    let least = Infinity;
    for (let from = 0; from <= end - shortest; from++) {
      least = Math.min(
        least,
        (best[from] ?? Infinity) + lineError(values.slice(from, end)) + penalty,
      );
    }
    best[end] = least;
  }
  return best[values.length] ?? Infinity;
}

describe('segmentLines', () => {
  it('costs as little as trying every cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 8, maxLength: 28 }),
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 1, max: 200 }),
        (values, minimumLength, penalty) => {
          const segments = segmentLines(Float64Array.from(values), {
            minimumLength,
            noise: 1,
            penalty,
          });
          const cost = segments.reduce(
            (sum, s) => sum + lineError(values.slice(s.from, s.to)) + penalty,
            -penalty,
          );
          return cost <= leastCost(values, minimumLength, penalty) + 1e-6;
        },
      ),
      { numRuns: 200 },
    );
  });

  it('covers the series without gaps and describes each stretch by its line', () => {
    const values = Float64Array.from({ length: 40 }, (_, t) => (t < 15 ? 3 : 50 + 2 * (t - 15)));
    const segments = segmentLines(values, { minimumLength: 4, noise: 0.1 });
    expect(segments.map((s) => [s.from, s.to])).toEqual([
      [0, 15],
      [15, 40],
    ]);
    expect(segments[1]?.start).toBeCloseTo(50, 9);
    expect(segments[1]?.slope).toBeCloseTo(2, 9);
  });
});
