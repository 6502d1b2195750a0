import type { MetricSums, UnitMetricKind, VariableSums } from '@olympus/semantic';
import type { ArmSummary, Moments } from '@olympus/stats';

/** A metric's sums in one arm, as the statistics take them. */
export interface MetricArm {
  readonly units: number;
  readonly sums: MetricSums;
}

const now = ({ sum, squares }: VariableSums): Moments => ({ sum, sumSquares: squares });
const past = ({ pastSum, pastSquares }: VariableSums): Moments => ({
  sum: pastSum,
  sumSquares: pastSquares,
});

/** Whether a value from before the exposure tells the arm's units apart. */
const varies = ({ pastSum, pastSquares }: VariableSums, units: number): boolean =>
  units >= 2 && pastSquares - pastSum ** 2 / units > 1e-9 * pastSquares && pastSquares > 0;

/** Whether what units did before can take noise out of a metric: in every arm, or in none. */
export function hasCovariate(kind: UnitMetricKind, arms: readonly MetricArm[]): boolean {
  return arms.every(({ units, sums: { numerator, denominator } }) => {
    if (!varies(numerator, units)) return false;
    return kind !== 'ratio' || (denominator !== undefined && denominator.pastSum > 0);
  });
}

/** @param adjusted  whether what units did before is taken into account (CUPED) */
export function toSummary(
  kind: UnitMetricKind,
  { units: n, sums: { numerator, denominator, pair } }: MetricArm,
  adjusted: boolean,
): ArmSummary {
  if (kind === 'ratio') {
    if (denominator === undefined || pair === undefined) throw new Error('a ratio has two sums');
    if (!adjusted) {
      return {
        kind: 'ratio',
        n,
        numerator: now(numerator),
        denominator: now(denominator),
        sumProducts: pair.products,
      };
    }
    return {
      kind: 'adjusted-ratio',
      n,
      numeratorPost: now(numerator),
      denominatorPost: now(denominator),
      numeratorPre: past(numerator),
      denominatorPre: past(denominator),
      products: {
        numeratorPostDenominatorPost: pair.products,
        numeratorPreDenominatorPre: pair.pastProducts,
        numeratorPostNumeratorPre: numerator.cross,
        numeratorPostDenominatorPre: pair.numeratorPast,
        denominatorPostNumeratorPre: pair.denominatorPast,
        denominatorPostDenominatorPre: denominator.cross,
      },
    };
  }
  if (adjusted) {
    return {
      kind: 'adjusted-mean',
      n,
      post: now(numerator),
      pre: past(numerator),
      sumProducts: numerator.cross,
    };
  }
  return kind === 'share'
    ? { kind: 'proportion', n, successes: numerator.sum }
    : { kind: 'mean', n, ...now(numerator) };
}

/** The same metric before anybody was exposed. */
export function pastSummary(
  kind: UnitMetricKind,
  { units: n, sums: { numerator, denominator, pair } }: MetricArm,
): ArmSummary {
  if (kind !== 'ratio' || denominator === undefined || pair === undefined) {
    return { kind: 'mean', n, ...past(numerator) };
  }
  return {
    kind: 'ratio',
    n,
    numerator: past(numerator),
    denominator: past(denominator),
    sumProducts: pair.pastProducts,
  };
}
