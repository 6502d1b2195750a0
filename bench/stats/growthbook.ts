import { readFileSync } from 'node:fs';
import {
  type AdjustedRatioSummary,
  type ArmSummary,
  bayesianTest,
  type Difference,
  estimateEffect,
  fixedHorizonTest,
  isUndefined,
  sequentialTest,
  type Undefined,
} from '@olympus/stats';
import { line, sharedFile } from './shared.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

interface Arm {
  readonly n: number;
  readonly sum?: number;
  readonly sum_squares?: number;
  readonly successes?: number;
}
interface Vector {
  readonly id: string;
  readonly test: string;
  readonly a?: Arm;
  readonly b?: Arm;
  readonly difference?: Difference;
  readonly tuning?: number | string;
  readonly prior?: string | { readonly mean: number; readonly variance: number };
  readonly expected: number;
  readonly ci: readonly [number, number];
  readonly uplift_stddev: number;
  readonly pValue?: number;
  readonly chanceToWin?: number;
  readonly risk?: readonly [number, number];
}

const summary = (arm: Arm): ArmSummary =>
  arm.successes === undefined
    ? { kind: 'mean', n: arm.n, sum: arm.sum ?? 0, sumSquares: arm.sum_squares ?? 0 }
    : { kind: 'proportion', n: arm.n, successes: arm.successes };

/** [got, wanted] of every published figure of a case. */
const figures = (vector: Vector): readonly (readonly [number, number])[] => {
  const ratio: { control: AdjustedRatioSummary; treatment: AdjustedRatioSummary } = JSON.parse(
    readFileSync(
      new URL('../../packages/stats/fixtures/ratio_cuped.json', import.meta.url),
      'utf8',
    ),
  );
  const effect = defined(
    vector.a && vector.b
      ? estimateEffect(summary(vector.a), summary(vector.b), vector.difference)
      : estimateEffect(ratio.control, ratio.treatment),
  );
  if (vector.test.startsWith('EffectBayesian')) {
    const prior = typeof vector.prior === 'object' ? { prior: vector.prior } : {};
    const posterior = defined(bayesianTest(effect, prior));
    return [
      [posterior.mean, vector.expected],
      [posterior.standardDeviation, vector.uplift_stddev],
      [posterior.lower, vector.ci[0]],
      [posterior.upper, vector.ci[1]],
      [posterior.chanceToWin, vector.chanceToWin ?? Number.NaN],
      [posterior.risk.control, vector.risk?.[0] ?? Number.NaN],
      [posterior.risk.treatment, vector.risk?.[1] ?? Number.NaN],
    ];
  }
  const tuning = typeof vector.tuning === 'number' ? { tuning: vector.tuning } : {};
  const test = defined(
    vector.test.startsWith('Sequential')
      ? sequentialTest(effect, tuning)
      : fixedHorizonTest(effect),
  );
  return [
    [effect.estimate, vector.expected],
    [effect.standardError, vector.uplift_stddev],
    [test.lower, vector.ci[0]],
    [test.upper, vector.ci[1]],
    [test.pValue, vector.pValue ?? Number.NaN],
  ];
};

/** Cases of GrowthBook's engine, published to five decimals. */
export const run = async (): Promise<void> => {
  const path = sharedFile('experiments/growthbook_vectors.json');
  if (path === undefined) return;
  const { cases }: { readonly cases: readonly Vector[] } = JSON.parse(readFileSync(path, 'utf8'));
  let within = 0;
  let worst = 0;
  for (const vector of cases) {
    const error = Math.max(...figures(vector).map(([got, wanted]) => Math.abs(got - wanted)));
    worst = Math.max(worst, error);
    if (error <= 1e-5) within++;
    else line(vector.id, error.toExponential(1), '≤ 1e-5');
  }
  line('cases within 1e-5', `${within} of ${cases.length}`, 'all');
  line('largest difference', worst.toExponential(1), '≤ 1e-5 (published to 5 decimals)');
};
