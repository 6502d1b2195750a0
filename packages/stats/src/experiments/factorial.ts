import { normalQuantile, normalSurvival } from '../distributions/normal.js';
import { holm } from '../hypothesis/corrections.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { type ArmSummary, armMoments } from './summaries.js';

/** One cell of a factorial design: which factors were switched on for its units. */
export interface FactorialCell {
  /** One entry a factor: false = old, true = new. */
  readonly levels: readonly boolean[];
  readonly summary: ArmSummary;
}

/** A main effect or an interaction. */
export interface FactorialEffect {
  /** Indices of the factors: one for a main effect, more for an interaction. */
  readonly factors: readonly number[];
  /** Change of the mean from old to new, averaged over the other factors (interactions: half the
   * difference of such changes, as is usual). */
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number;
  /** Holm-adjusted over all effects returned. */
  readonly adjustedPValue: number;
}

/** All effects of a full 2ᵏ design. */
export interface FactorialResult {
  readonly kind: 'factorial';
  readonly effects: readonly FactorialEffect[];
}

/**
 * Analyses a full two-level factorial (multivariate) experiment by contrasts of cell means
 * (Box, Hunter & Hunter 2005): every factor is tested on all units at once.
 * @param cells all 2ᵏ combinations of k ≤ 10 factors, each with at least two units
 * @param maxOrder largest number of factors in an interaction; default 2
 */
export const analyseFactorial = (
  cells: readonly FactorialCell[],
  { alpha = 0.05, maxOrder = 2 } = {},
): FactorialResult | Undefined => {
  const k = cells[0]?.levels.length ?? 0;
  if (k < 1 || k > 10 || cells.length !== 2 ** k) {
    return undefinedBecause('a full factorial needs every combination of 1 to 10 factors');
  }
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  const codes = new Set<number>();
  const arms: { code: number; mean: number; sampling: number }[] = [];
  for (const { levels, summary } of cells) {
    if (levels.length !== k) return undefinedBecause('cells differ in their number of factors');
    const code = levels.reduce((sum, on, f) => sum + (on ? 2 ** f : 0), 0);
    const moments = armMoments(summary);
    if (isUndefined(moments)) return moments;
    codes.add(code);
    arms.push({ code, mean: moments.mean, sampling: moments.variance / moments.n });
  }
  if (codes.size !== cells.length) return undefinedBecause('a combination occurs twice');
  const raw: Omit<FactorialEffect, 'adjustedPValue'>[] = [];
  const standardError = Math.sqrt(arms.reduce((sum, arm) => sum + arm.sampling, 0)) / 2 ** (k - 1);
  if (!(standardError > 0)) return undefinedBecause('no cell varies');
  const half = -normalQuantile(alpha / 2) * standardError;
  for (let mask = 1; mask < 2 ** k; mask++) {
    const factors = Array.from({ length: k }, (_, f) => f).filter((f) => mask & (1 << f));
    if (factors.length > maxOrder) continue;
    let estimate = 0;
    for (const arm of arms) {
      const off = factors.filter((f) => !(arm.code & (1 << f))).length;
      estimate += (off % 2 === 0 ? arm.mean : -arm.mean) / 2 ** (k - 1);
    }
    raw.push({
      factors,
      estimate,
      standardError,
      lower: estimate - half,
      upper: estimate + half,
      pValue: Math.min(1, 2 * normalSurvival(Math.abs(estimate) / standardError)),
    });
  }
  const adjusted = holm(raw.map((effect) => effect.pValue));
  if (isUndefined(adjusted)) return adjusted;
  const effects = raw
    .map((effect, i) => ({ ...effect, adjustedPValue: adjusted[i] ?? 1 }))
    .sort((a, b) => a.factors.length - b.factors.length);
  return { kind: 'factorial', effects };
};
