/** Result of a minimisation without constraints. */
export interface Minimum {
  /** The best point found. */
  readonly point: Float64Array;
  /** The objective there. */
  readonly value: number;
  /** Times the objective was computed. */
  readonly evaluations: number;
  /** True when the tolerance was met before the limit of evaluations. */
  readonly converged: boolean;
}

interface Vertex {
  readonly point: Float64Array;
  readonly value: number;
}

/** Options of `nelderMead`. */
export interface NelderMeadOptions {
  /** Edge of the first simplex in each coordinate; default 5 % of the start, or 0.00025 at 0. */
  readonly step?: ArrayLike<number> | number;
  /** Stop when the simplex' values differ by less (absolute + relative); default 1e-10. */
  readonly tolerance?: number;
  /** Stop when every coordinate differs by less as well; default 1e-8. */
  readonly pointTolerance?: number;
  /** Default 400 × dimension. */
  readonly maxEvaluations?: number;
}

/**
 * Minimises a function without derivatives: Nelder & Mead (1965) with the dimension-adaptive
 * coefficients of Gao & Han (2012). Values that are not finite count as +∞, so a constraint can
 * be expressed by returning Infinity.
 * @param objective may not keep its argument: the array is reused
 * @param start length d ≥ 1
 */
export const nelderMead = (
  objective: (point: Float64Array) => number,
  start: ArrayLike<number>,
  options: NelderMeadOptions = {},
): Minimum => {
  const d = start.length;
  const { step, tolerance = 1e-10, pointTolerance = 1e-8, maxEvaluations = 400 * d } = options;
  let evaluations = 0;
  const evaluate = (point: Float64Array): number => {
    evaluations++;
    const value = objective(point);
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
  };
  const expansion = d > 1 ? 1 + 2 / d : 2;
  const contraction = d > 1 ? 0.75 - 1 / (2 * d) : 0.5;
  const shrinkage = d > 1 ? 1 - 1 / d : 0.5;

  const first = Float64Array.from(start);
  let simplex: Vertex[] = [{ point: first, value: evaluate(first) }];
  for (let i = 0; i < d; i++) {
    const point = Float64Array.from(first);
    const given = typeof step === 'number' ? step : step?.[i];
    const coordinate = point[i] ?? 0;
    point[i] = coordinate + (given ?? (coordinate === 0 ? 0.00025 : 0.05 * coordinate));
    simplex.push({ point, value: evaluate(point) });
  }

  const centroid = new Float64Array(d);
  const along = (worst: Float64Array, factor: number): Vertex => {
    const point = new Float64Array(d);
    for (let j = 0; j < d; j++) {
      const c = centroid[j] ?? 0;
      point[j] = c + factor * ((worst[j] ?? 0) - c);
    }
    return { point, value: evaluate(point) };
  };

  let converged = false;
  for (;;) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0];
    const worst = simplex[d];
    const second = simplex[d - 1];
    if (best === undefined || worst === undefined || second === undefined) break;
    let spread = 0;
    for (const vertex of simplex) {
      for (let j = 0; j < d; j++) {
        const gap = Math.abs((vertex.point[j] ?? 0) - (best.point[j] ?? 0));
        spread = Math.max(spread, gap / (1 + Math.abs(best.point[j] ?? 0)));
      }
    }
    const flat =
      Math.abs(worst.value - best.value) <= tolerance * (Math.abs(best.value) + tolerance);
    if (flat && spread <= pointTolerance) {
      converged = true;
      break;
    }
    if (evaluations >= maxEvaluations) break;

    centroid.fill(0);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        centroid[j] = (centroid[j] ?? 0) + (simplex[i]?.point[j] ?? 0) / d;
      }
    }
    const reflected = along(worst.point, -1);
    if (reflected.value < best.value) {
      const expanded = along(worst.point, -expansion);
      simplex[d] = expanded.value < reflected.value ? expanded : reflected;
      continue;
    }
    if (reflected.value < second.value) {
      simplex[d] = reflected;
      continue;
    }
    const outside = reflected.value < worst.value;
    const contracted = along(worst.point, outside ? -contraction : contraction);
    if (contracted.value < Math.min(reflected.value, worst.value)) {
      simplex[d] = contracted;
      continue;
    }
    simplex = simplex.map((vertex, i) => {
      if (i === 0) return vertex;
      const point = new Float64Array(d);
      for (let j = 0; j < d; j++) {
        const anchor = best.point[j] ?? 0;
        point[j] = anchor + shrinkage * ((vertex.point[j] ?? 0) - anchor);
      }
      return { point, value: evaluate(point) };
    });
  }
  const best = simplex[0] ?? { point: first, value: Number.POSITIVE_INFINITY };
  return { point: best.point, value: best.value, evaluations, converged };
};
