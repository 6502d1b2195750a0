/** A stretch that lies off to one side, each observation perhaps by little. */
export interface OffRun {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Mean deviation in standard deviations, signed. */
  readonly mean: number;
  /** The whole stretch in standard deviations of its sum, ≥ 0. */
  readonly deviations: number;
}

const shortest = 3;
const longest = 14;
/** One far observation makes no stretch. */
const furthest = 4;
/** Standard deviations from which a stretch is given at all. */
const smallest = 4;
const most = 5;

/**
 * Stretches of 3 to 14 observations whose residuals together lie far off: sums over windows, with the
 * variance inflated by what neighbours have in common, the furthest first and none that overlap.
 * @param residuals  in standard deviations; null for what is unknown
 */
export function offRuns(residuals: readonly (number | null)[]): readonly OffRun[] {
  const clipped = residuals.map((x) => Math.max(-furthest, Math.min(furthest, x ?? 0)));
  const inflation = inflationOf(clipped);
  const free = clipped.map(() => true);
  const found: OffRun[] = [];
  while (found.length < most) {
    const best = furthestWindow(clipped, free, inflation);
    if (best === undefined || best.deviations < smallest) break;
    const own = residuals.slice(best.from, best.to).map((x) => x ?? 0);
    found.push({ ...best, mean: own.reduce((sum, x) => sum + x, 0) / own.length });
    for (let t = best.from; t < best.to; t++) free[t] = false;
  }
  return found;
}

function furthestWindow(
  values: readonly number[],
  free: readonly boolean[],
  inflation: number,
): OffRun | undefined {
  let best: OffRun | undefined;
  for (let from = 0; from + shortest <= values.length; from++) {
    let sum = 0;
    for (let to = from + 1; to <= Math.min(values.length, from + longest); to++) {
      if (free[to - 1] !== true) break;
      sum += values[to - 1] ?? 0;
      const length = to - from;
      const deviations = Math.abs(sum) / Math.sqrt(length * inflation);
      if (length >= shortest && deviations > (best?.deviations ?? 0)) {
        best = { from, to, mean: sum / length, deviations };
      }
    }
  }
  return best;
}

/** (1 + ρ) / (1 − ρ) of neighbours, at least 1. */
function inflationOf(values: readonly number[]): number {
  let product = 0;
  let square = 0;
  values.forEach((value, t) => {
    square += value ** 2;
    product += value * (values[t - 1] ?? 0);
  });
  const rho = square > 0 ? Math.max(0, Math.min(0.9, product / square)) : 0;
  return (1 + rho) / (1 - rho);
}
