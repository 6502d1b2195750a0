import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUndefined } from '../undefined.js';
import {
  cholesky,
  invert,
  leastSquares,
  multiply,
  multiplyVector,
  solve,
  solvePositiveDefinite,
  symmetricEigen,
  transpose,
} from './index.js';

const entries = (count: number) =>
  fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: count, maxLength: count });

const closeTo = (a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): boolean => {
  for (let i = 0; i < a.length; i++) {
    if (!(Math.abs((a[i] ?? Number.NaN) - (b[i] ?? Number.NaN)) <= tolerance)) return false;
  }
  return true;
};

describe('small dense linear algebra', () => {
  it('rebuilds a positive definite matrix from its Cholesky factor and solves with it', () => {
    fc.assert(
      fc.property(entries(16), entries(4), (raw, b) => {
        const a = multiply(raw, transpose(raw, 4, 4), 4, 4, 4);
        for (let i = 0; i < 4; i++) a[i * 5] = (a[i * 5] ?? 0) + 1;
        const l = cholesky(a, 4);
        const x = solvePositiveDefinite(a, b, 4);
        if (isUndefined(l) || isUndefined(x)) return false;
        const rebuilt = multiply(l, transpose(l, 4, 4), 4, 4, 4);
        return closeTo(rebuilt, a, 1e-10) && closeTo(multiplyVector(a, x, 4, 4), b, 1e-8);
      }),
    );
  });

  it('says that a singular or indefinite matrix cannot be factored', () => {
    expect(isUndefined(cholesky([1, 2, 2, 1], 2))).toBe(true);
    expect(isUndefined(cholesky([1, 1, 1, 1], 2))).toBe(true);
    expect(isUndefined(solve([1, 2, 2, 4], [1, 1], 2))).toBe(true);
    expect(isUndefined(cholesky([Number.NaN], 1))).toBe(true);
  });

  it('inverts a matrix that needs row exchanges', () => {
    const inverse = invert([0, 2, 1, 1, 0, 3, 4, 1, 0], 3);
    if (isUndefined(inverse)) throw new Error(inverse.reason);
    expect(
      closeTo(
        multiply([0, 2, 1, 1, 0, 3, 4, 1, 0], inverse, 3, 3, 3),
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        1e-14,
      ),
    ).toBe(true);
  });

  it('diagonalises a symmetric matrix with falling eigenvalues', () => {
    fc.assert(
      fc.property(entries(25), (raw) => {
        const a = new Float64Array(25);
        for (let i = 0; i < 5; i++) {
          for (let j = 0; j < 5; j++) a[i * 5 + j] = (raw[i * 5 + j] ?? 0) + (raw[j * 5 + i] ?? 0);
        }
        const eigen = symmetricEigen(a, 5);
        if (isUndefined(eigen)) return false;
        const { values, vectors } = eigen;
        const diagonal = new Float64Array(25);
        values.forEach((value, i) => {
          diagonal[i * 6] = value;
        });
        const rebuilt = multiply(
          multiply(vectors, diagonal, 5, 5, 5),
          transpose(vectors, 5, 5),
          5,
          5,
          5,
        );
        const falling = values.every((value, i) => i === 0 || value <= (values[i - 1] ?? 0));
        return falling && closeTo(rebuilt, a, 1e-11);
      }),
    );
  });

  it('never answers NaN', () => {
    const any = fc.oneof(fc.double(), fc.integer({ min: -2, max: 2 }));
    const clean = (value: unknown): boolean => {
      if (value instanceof Float64Array) return value.every(Number.isFinite);
      if (typeof value === 'number') return !Number.isNaN(value);
      return typeof value === 'object' && value !== null ? Object.values(value).every(clean) : true;
    };
    const many = (count: number) => fc.array(any, { minLength: count, maxLength: count });
    fc.assert(
      fc.property(many(9), many(3), (a, b) =>
        [
          cholesky(a, 3),
          solve(a, b, 3),
          invert(a, 3),
          solvePositiveDefinite(a, b, 3),
          symmetricEigen(a, 3),
          leastSquares(a, b, 3, 3),
        ].every(clean),
      ),
      { numRuns: 500 },
    );
  });

  it('fits a line by least squares and drops a collinear column', () => {
    // y = 1 + 2t with residuals ±0.1; the third column repeats the second.
    const x: number[] = [];
    const y: number[] = [];
    for (let t = 0; t < 6; t++) {
      x.push(1, t, 3 * t);
      y.push(1 + 2 * t + (t % 2 === 0 ? 0.1 : -0.1));
    }
    const fit = leastSquares(x, y, 6, 3);
    if (isUndefined(fit)) throw new Error(fit.reason);
    expect(fit.rank).toBe(2);
    expect(fit.coefficients[2]).toBe(0);
    // Slope = Sxy/Sxx with Sxx = 17.5 and Sxy = 35 − 0.3.
    expect(fit.coefficients[1]).toBeCloseTo(2 - 0.3 / 17.5, 12);
    expect(fit.unscaledCovariance[4]).toBeCloseTo(1 / 17.5, 12);
    expect(fit.residualSumOfSquares).toBeCloseTo(0.06 - 0.09 / 17.5, 12);
  });
});
