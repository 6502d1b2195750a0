import { normalQuantile } from '../distributions/normal.js';
import { tailOf } from './tails.js';

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
const smallest = 3.25;
const most = 5;

/**
 * Stretches of 3 to 14 observations whose residuals together lie far off: sums over windows, with the
 * variance inflated by what neighbours have in common, the furthest first and none that overlap.
 * @param residuals  in standard deviations; null for what is unknown
 */
export function offRuns(residuals: readonly (number | null)[]): readonly OffRun[] {
  const scores = normalScores(residuals);
  const clipped = scores.map((x) => Math.max(-furthest, Math.min(furthest, x ?? 0)));
  const free = clipped.map(() => true);
  const found: OffRun[] = [];
  while (found.length < most) {
    const window = furthestWindow(clipped, free);
    if (window === undefined) break;
    const best = {
      ...window,
      deviations: window.deviations / Math.sqrt(inflationOf(clipped, window)),
    };
    if (best.deviations < smallest) break;
    const own = residuals.slice(best.from, best.to).map((x) => x ?? 0);
    found.push({ ...best, mean: own.reduce((sum, x) => sum + x, 0) / own.length });
    for (let t = best.from; t < best.to; t++) free[t] = false;
  }
  return found;
}

function furthestWindow(values: readonly number[], free: readonly boolean[]): OffRun | undefined {
  let best: OffRun | undefined;
  for (let from = 0; from + shortest <= values.length; from++) {
    let sum = 0;
    for (let to = from + 1; to <= Math.min(values.length, from + longest); to++) {
      if (free[to - 1] !== true) break;
      sum += values[to - 1] ?? 0;
      const length = to - from;
      const deviations = Math.abs(sum) / Math.sqrt(length);
      if (length >= shortest && deviations > (best?.deviations ?? 0)) {
        best = { from, to, mean: sum / length, deviations };
      }
    }
  }
  return best;
}

/**
 * Residuals by how rare they are on their side among the series' own, in standard deviations of a
 * normal: sums of skewed residuals would lie far off by themselves.
 */
function normalScores(residuals: readonly (number | null)[]): readonly (number | null)[] {
  const known = residuals.filter((x) => x !== null);
  const above = tailOf(known);
  const below = tailOf(known.map((x) => -x));
  return residuals.map((x) => {
    if (x === null || x === 0) return x;
    const share = (x > 0 ? above : below).survival(Math.abs(x));
    return Math.sign(x) * Math.max(0, -normalQuantile(Math.max(share, 1e-12)));
  });
}

/**
 * The variance of sums of neighbours over their number, outside of a stretch, which would speak for
 * itself: of what they have in common, (1 + ρ) / (1 − ρ), times the mean square, which skewness makes
 * larger than the 1 that most observations keep to; neither below 1.
 */
function inflationOf(values: readonly number[], { from, to }: Pick<OffRun, 'from' | 'to'>): number {
  let product = 0;
  let square = 0;
  let count = 0;
  values.forEach((value, t) => {
    if (t >= from && t < to) return;
    count += 1;
    square += value ** 2;
    if (t !== to) product += value * (values[t - 1] ?? 0);
  });
  const rho = square > 0 ? Math.max(0, Math.min(0.9, product / square)) : 0;
  return Math.max(1, square / Math.max(1, count)) * ((1 + rho) / (1 - rho));
}
