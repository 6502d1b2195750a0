/** Gradient by central differences with steps of ε^(1/3) × max(1, |x|). */
export const numericGradient =
  (objective: (point: Float64Array) => number) =>
  (point: Float64Array, out: Float64Array): void => {
    const moved = Float64Array.from(point);
    for (let i = 0; i < point.length; i++) {
      const x = point[i] ?? 0;
      const h = 6e-6 * Math.max(1, Math.abs(x));
      moved[i] = x + h;
      const above = objective(moved);
      moved[i] = x - h;
      const below = objective(moved);
      moved[i] = x;
      out[i] = (above - below) / (2 * h);
    }
  };

/**
 * Hessian (d×d row-major) by central differences with steps of ε^(1/4) × max(|x|, 0.01): about
 * seven digits for smooth functions. Meant for standard errors.
 */
export const numericHessian = (
  objective: (point: Float64Array) => number,
  at: ArrayLike<number>,
): Float64Array => {
  const d = at.length;
  const point = Float64Array.from(at);
  const step = Float64Array.from(point, (x) => 1.2e-4 * Math.max(Math.abs(x), 0.01));
  const middle = objective(point);
  const shifted = (i: number, si: number, j: number, sj: number): number => {
    const moved = Float64Array.from(point);
    moved[i] = (moved[i] ?? 0) + si * (step[i] ?? 0);
    moved[j] = (moved[j] ?? 0) + sj * (step[j] ?? 0);
    return objective(moved);
  };
  const hessian = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    const hi = step[i] ?? 1;
    hessian[i * d + i] = (shifted(i, 1, i, 0) - 2 * middle + shifted(i, -1, i, 0)) / (hi * hi);
    for (let j = 0; j < i; j++) {
      const mixed =
        (shifted(i, 1, j, 1) -
          shifted(i, 1, j, -1) -
          shifted(i, -1, j, 1) +
          shifted(i, -1, j, -1)) /
        (4 * hi * (step[j] ?? 1));
      hessian[i * d + j] = mixed;
      hessian[j * d + i] = mixed;
    }
  }
  return hessian;
};
