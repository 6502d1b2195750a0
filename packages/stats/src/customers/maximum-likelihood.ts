import { invertPositiveDefinite } from '../linear-algebra/cholesky.js';
import { numericHessian } from '../optimisation/derivatives.js';
import { lbfgs } from '../optimisation/lbfgs.js';
import { nelderMead } from '../optimisation/nelder-mead.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';

/** Maximum likelihood over positive parameters, worked on the scale of their logarithms. */
export interface PositiveFit {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** Covariance of ln parameters from the observed Fisher information, d×d row-major. */
  readonly logCovariance: readonly number[] | Undefined;
}

/**
 * Maximises a log likelihood of positive parameters: a simplex finds the neighbourhood of the
 * maximum, L-BFGS the maximum.
 * @param start starting values > 0; several are tried in turn
 */
export const maximizePositive = (
  logLikelihood: (parameters: Float64Array) => number,
  starts: readonly (readonly number[])[],
): PositiveFit | Undefined => {
  const scratch = new Float64Array(starts[0]?.length ?? 0);
  const objective = (logs: Float64Array): number => {
    for (let i = 0; i < scratch.length; i++) scratch[i] = Math.exp(logs[i] ?? 0);
    return -logLikelihood(scratch);
  };
  let best: { point: Float64Array; value: number } | undefined;
  for (const start of starts) {
    const logs = Float64Array.from(start, Math.log);
    const near = nelderMead(objective, logs, {
      step: 0.3,
      tolerance: 1e-7,
      pointTolerance: 1e-3,
      maxEvaluations: 100 * logs.length,
    });
    const found = lbfgs(objective, near.point, { gradientTolerance: 1e-9 });
    if (best === undefined || found.value < best.value) best = found;
  }
  if (best === undefined || !Number.isFinite(best.value)) {
    return undefinedBecause('the likelihood has no finite value');
  }
  if (best.point.some((log) => Math.abs(log) > 20)) {
    return undefinedBecause('the likelihood has no maximum: the data do not identify the model');
  }
  const covariance = invertPositiveDefinite(numericHessian(objective, best.point), scratch.length);
  return {
    parameters: Array.from(best.point, Math.exp),
    logLikelihood: -best.value,
    logCovariance: isUndefined(covariance) ? covariance : Array.from(covariance),
  };
};
