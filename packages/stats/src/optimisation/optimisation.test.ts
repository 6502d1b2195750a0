import { describe, expect, it } from 'vitest';
import { isUndefined } from '../undefined.js';
import { brentMinimum, brentRoot, lbfgs, nelderMead, numericHessian } from './index.js';

const rosenbrock = (x: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    sum += 100 * ((x[i + 1] ?? 0) - (x[i] ?? 0) ** 2) ** 2 + (1 - (x[i] ?? 0)) ** 2;
  }
  return sum;
};

describe('optimisation', () => {
  it('finds the bottom of the Rosenbrock valley without derivatives', () => {
    const { point, converged } = nelderMead(rosenbrock, [-1.2, 1], { maxEvaluations: 2000 });
    expect(converged).toBe(true);
    expect(point[0]).toBeCloseTo(1, 5);
    expect(point[1]).toBeCloseTo(1, 5);
  });

  it('finds it in ten dimensions by L-BFGS with numeric gradients', () => {
    const { point, converged } = lbfgs(rosenbrock, new Float64Array(10).fill(-1));
    expect(converged).toBe(true);
    for (const x of point) expect(x).toBeCloseTo(1, 4);
  });

  it('respects a constraint expressed as an infinite value', () => {
    const inside = (x: Float64Array): number =>
      (x[0] ?? 0) < 1 ? Number.POSITIVE_INFINITY : (x[0] ?? 0) ** 2;
    expect(nelderMead(inside, [3]).point[0]).toBeCloseTo(1, 6);
  });

  it('finds a root to machine precision and refuses an interval without sign change', () => {
    expect(brentRoot((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 14);
    expect(isUndefined(brentRoot((x) => x * x + 1, -1, 1))).toBe(true);
  });

  it('finds a minimum on an interval, also at its edge', () => {
    expect(brentMinimum((x) => (x - 2) ** 2, 0, 5).x).toBeCloseTo(2, 7);
    expect(brentMinimum((x) => x, 1, 3).x).toBeCloseTo(1, 6);
  });

  it('computes second derivatives of a quadratic exactly enough for standard errors', () => {
    const hessian = numericHessian((x) => 3 * (x[0] ?? 0) ** 2 + (x[0] ?? 0) * (x[1] ?? 0), [1, 2]);
    expect(hessian[0]).toBeCloseTo(6, 5);
    expect(hessian[1]).toBeCloseTo(1, 5);
    expect(hessian[3]).toBeCloseTo(0, 5);
  });
});
