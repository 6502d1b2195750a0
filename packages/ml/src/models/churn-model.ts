import {
  type BoostingModel,
  explainBoosting,
  predictBoosting,
  scoreBoosting,
} from '@olympus/stats';
import type { FeatureGroup } from '../features/feature.js';
import { features } from '../features/features.js';
import { defined } from '../training/metrics.js';

/** Everything that foretelling the risk needs: plain values, kept as JSON. */
export interface ChurnModel {
  readonly kind: 'churn';
  readonly features: readonly string[];
  readonly horizon: number;
  readonly trees: BoostingModel;
}

export const riskBands = ['low', 'medium', 'high'] as const;
export type RiskBand = (typeof riskBands)[number];

/** From which risk on a band begins. */
export const bandsFrom = { medium: 0.4, high: 0.7 } as const;

export function bandOf(risk: number): RiskBand {
  if (risk >= bandsFrom.high) return 'high';
  return risk >= bandsFrom.medium ? 'medium' : 'low';
}

/** Probabilities of no order within the horizon. @param x  rows × features, row-major */
export const churnRisks = ({ trees }: ChurnModel, x: Float64Array): Float64Array =>
  defined(predictBoosting(trees, x));

/** What one group of features adds to the log odds of leaving. */
export interface Contribution {
  readonly group: FeatureGroup;
  readonly contribution: number;
}

/** Contributions with what they are added to: base + their sum is the score, exactly. */
export interface Explanation {
  readonly base: number;
  /** Log odds of leaving. */
  readonly score: number;
  /** Largest first, whatever its sign. */
  readonly contributions: readonly Contribution[];
}

/** Why each row's risk is what it is: Shapley values of the trees, added up by group. */
export function explainRisks({ trees }: ChurnModel, x: Float64Array): readonly Explanation[] {
  const { base, contributions } = defined(explainBoosting(trees, x));
  const scores = defined(scoreBoosting(trees, x));
  return Array.from(scores, (score, row) => {
    const sums = new Map<FeatureGroup, number>();
    features.forEach(({ group }, column) => {
      const one = contributions[row * features.length + column] ?? 0;
      sums.set(group, (sums.get(group) ?? 0) + one);
    });
    return {
      base: base[0] ?? 0,
      score,
      contributions: [...sums]
        .map(([group, contribution]) => ({ group, contribution }))
        .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
    };
  });
}
