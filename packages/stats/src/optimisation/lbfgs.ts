import { numericGradient } from './derivatives.js';
import type { Minimum } from './nelder-mead.js';

/** Options of `lbfgs`. */
export interface LbfgsOptions {
  /** Writes the gradient at `point` into `out`; central differences when absent. */
  readonly gradient?: (point: Float64Array, out: Float64Array) => void;
  /** Curvature pairs kept; default 10 (with d ≤ 10 this is as good as full BFGS). */
  readonly memory?: number;
  /** Stop when the largest gradient component is below this × max(1, |value|); default 1e-8. */
  readonly gradientTolerance?: number;
  /** Stop when an iteration lowers the value by less, relatively; default 1e-14. */
  readonly valueTolerance?: number;
  /** Default 500. */
  readonly maxIterations?: number;
}

const inner = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/**
 * Minimises a smooth function by limited-memory BFGS (Nocedal & Wright, Numerical Optimization,
 * Algorithm 7.5) with a weak-Wolfe bisection line search (Lewis & Overton 2013). A value that is
 * not finite counts as +∞.
 * @param start length d ≥ 1, where the objective is finite
 */
export const lbfgs = (
  objective: (point: Float64Array) => number,
  start: ArrayLike<number>,
  options: LbfgsOptions = {},
): Minimum => {
  const {
    memory = 10,
    gradientTolerance = 1e-8,
    valueTolerance = 1e-14,
    maxIterations = 500,
  } = options;
  const d = start.length;
  let evaluations = 0;
  const evaluate = (point: Float64Array): number => {
    evaluations++;
    const value = objective(point);
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
  };
  const gradientAt = options.gradient ?? numericGradient(evaluate);

  let point: Float64Array = Float64Array.from(start);
  let value = evaluate(point);
  let gradient: Float64Array = new Float64Array(d);
  gradientAt(point, gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  const rhos: number[] = [];
  let converged = false;

  for (let iteration = 0; iteration < maxIterations; iteration++) {
    let steepest = 0;
    for (const g of gradient) steepest = Math.max(steepest, Math.abs(g));
    if (!(steepest > gradientTolerance * Math.max(1, Math.abs(value)))) {
      converged = Number.isFinite(steepest);
      break;
    }

    const direction = twoLoop(gradient, steps, changes, rhos);
    let slope = inner(direction, gradient);
    if (!(slope < 0)) {
      for (let i = 0; i < d; i++) direction[i] = -(gradient[i] ?? 0);
      slope = -inner(gradient, gradient);
      steps.length = 0;
      changes.length = 0;
      rhos.length = 0;
    }

    let low = 0;
    let high = Number.POSITIVE_INFINITY;
    let length = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
    let accepted: { point: Float64Array; value: number; gradient: Float64Array } | undefined;
    for (let trial = 0; trial < 50; trial++) {
      const next = new Float64Array(d);
      for (let i = 0; i < d; i++) next[i] = (point[i] ?? 0) + length * (direction[i] ?? 0);
      const nextValue = evaluate(next);
      if (!(nextValue <= value + 1e-4 * length * slope)) {
        high = length;
      } else {
        const nextGradient = new Float64Array(d);
        gradientAt(next, nextGradient);
        accepted = { point: next, value: nextValue, gradient: nextGradient };
        if (inner(nextGradient, direction) >= 0.9 * slope) break;
        low = length;
      }
      length = Number.isFinite(high) ? (low + high) / 2 : length * 2;
    }
    if (accepted === undefined) {
      if (steps.length === 0) break;
      // The curvature pairs may be stale: try once more from steepest descent.
      steps.length = 0;
      changes.length = 0;
      rhos.length = 0;
      continue;
    }

    const stepTaken = new Float64Array(d);
    const change = new Float64Array(d);
    for (let i = 0; i < d; i++) {
      stepTaken[i] = (accepted.point[i] ?? 0) - (point[i] ?? 0);
      change[i] = (accepted.gradient[i] ?? 0) - (gradient[i] ?? 0);
    }
    const curvature = inner(stepTaken, change);
    if (curvature > 1e-14 * inner(change, change)) {
      steps.push(stepTaken);
      changes.push(change);
      rhos.push(1 / curvature);
      if (steps.length > memory) {
        steps.shift();
        changes.shift();
        rhos.shift();
      }
    }
    const fall = value - accepted.value;
    ({ point, value, gradient } = accepted);
    if (fall <= valueTolerance * Math.max(1, Math.abs(value))) {
      converged = true;
      break;
    }
  }
  return { point, value, evaluations, converged };
};

/** −H·g by the two-loop recursion over the kept curvature pairs. */
const twoLoop = (
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
  rhos: readonly number[],
): Float64Array => {
  const q = Float64Array.from(gradient);
  const alphas = new Float64Array(steps.length);
  const addScaled = (vector: Float64Array | undefined, factor: number): void => {
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) + factor * (vector?.[i] ?? 0);
  };
  for (let k = steps.length - 1; k >= 0; k--) {
    const alpha = (rhos[k] ?? 0) * inner(steps[k] ?? q, q);
    alphas[k] = alpha;
    addScaled(changes[k], -alpha);
  }
  const newestChange = changes[changes.length - 1];
  if (newestChange !== undefined) {
    const scale = 1 / ((rhos[rhos.length - 1] ?? 1) * inner(newestChange, newestChange));
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) * scale;
  }
  for (let k = 0; k < steps.length; k++) {
    const beta = (rhos[k] ?? 0) * inner(changes[k] ?? q, q);
    addScaled(steps[k], (alphas[k] ?? 0) - beta);
  }
  for (let i = 0; i < q.length; i++) q[i] = -(q[i] ?? 0);
  return q;
};
