/** Where a simplex search ended: the best point found, its value and the evaluations spent. */
export interface SimplexResult {
  readonly x: Float64Array;
  readonly value: number;
  readonly evaluations: number;
}

/** Limits of a simplex search. `tolerance` is relative, on the spread of the objective. */
export interface SimplexLimits {
  readonly maxEvaluations: number;
  readonly tolerance: number;
}

/**
 * Nelder–Mead (1965) for the inner loop of model fits: at most about ten parameters, no objects
 * made per iteration. Constraints are the objective's own business: it answers Infinity outside.
 * @param objective  to be minimised; reads the vector it is given and must not keep it
 * @param start  first vertex; its value should be finite
 * @param step  size of the first simplex along each axis, same length as `start`
 */
export function minimiseBySimplex(
  objective: (x: Float64Array) => number,
  start: Float64Array,
  step: Float64Array,
  limits: SimplexLimits,
): SimplexResult {
  const n = start.length;
  const vertices: Float64Array[] = [Float64Array.from(start)];
  const values = new Float64Array(n + 1);
  values[0] = objective(start);
  for (let i = 0; i < n; i++) {
    const vertex = Float64Array.from(start);
    vertex[i] = (vertex[i] ?? 0) + (step[i] ?? 0.1);
    let value = objective(vertex);
    if (!Number.isFinite(value)) {
      vertex[i] = (start[i] ?? 0) - (step[i] ?? 0.1);
      value = objective(vertex);
    }
    vertices.push(vertex);
    values[i + 1] = Number.isNaN(value) ? Infinity : value;
  }
  let evaluations = n + 1;
  const centroid = new Float64Array(n);
  let trial = new Float64Array(n);
  let further = new Float64Array(n);

  const along = (from: Float64Array, worst: Float64Array, factor: number): number => {
    for (let j = 0; j < n; j++) {
      const c = centroid[j] ?? 0;
      from[j] = c + factor * ((worst[j] ?? 0) - c);
    }
    evaluations++;
    const value = objective(from);
    return Number.isNaN(value) ? Infinity : value;
  };

  while (n > 0 && evaluations < limits.maxEvaluations) {
    let best = 0;
    let worst = 0;
    for (let i = 1; i <= n; i++) {
      if ((values[i] ?? 0) < (values[best] ?? 0)) best = i;
      if ((values[i] ?? 0) >= (values[worst] ?? 0)) worst = i;
    }
    if (best === worst) break;
    let second = best;
    for (let i = 0; i <= n; i++) {
      if (i !== worst && (values[i] ?? 0) > (values[second] ?? 0)) second = i;
    }
    const low = values[best] ?? 0;
    const high = values[worst] ?? 0;
    if (Number.isFinite(high) && high - low <= limits.tolerance * (Math.abs(low) + 1e-8)) break;

    centroid.fill(0);
    for (let i = 0; i <= n; i++) {
      if (i === worst) continue;
      const vertex = vertices[i];
      if (vertex) for (let j = 0; j < n; j++) centroid[j] = (centroid[j] ?? 0) + (vertex[j] ?? 0);
    }
    for (let j = 0; j < n; j++) centroid[j] = (centroid[j] ?? 0) / n;

    const worstVertex = vertices[worst] ?? start;
    const replaceWorst = (by: Float64Array<ArrayBuffer>, value: number): void => {
      if (by === trial) trial = worstVertex as Float64Array<ArrayBuffer>;
      else further = worstVertex as Float64Array<ArrayBuffer>;
      vertices[worst] = by;
      values[worst] = value;
    };
    const reflected = along(trial, worstVertex, -1);
    if (reflected < low) {
      const expanded = along(further, worstVertex, -2);
      if (expanded < reflected) replaceWorst(further, expanded);
      else replaceWorst(trial, reflected);
    } else if (reflected < (values[second] ?? 0)) {
      replaceWorst(trial, reflected);
    } else {
      const contracted = along(further, worstVertex, reflected < high ? -0.5 : 0.5);
      if (contracted < Math.min(reflected, high)) {
        replaceWorst(further, contracted);
      } else {
        const bestVertex = vertices[best] ?? start;
        for (let i = 0; i <= n; i++) {
          const vertex = vertices[i];
          if (i === best || !vertex) continue;
          for (let j = 0; j < n; j++) {
            const b = bestVertex[j] ?? 0;
            vertex[j] = b + 0.5 * ((vertex[j] ?? 0) - b);
          }
          const value = objective(vertex);
          values[i] = Number.isNaN(value) ? Infinity : value;
          evaluations++;
        }
      }
    }
  }
  let best = 0;
  for (let i = 1; i <= n; i++) if ((values[i] ?? 0) < (values[best] ?? 0)) best = i;
  return {
    x: Float64Array.from(vertices[best] ?? start),
    value: values[best] ?? Infinity,
    evaluations,
  };
}
