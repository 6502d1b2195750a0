import { tQuantile } from '../distributions/student-t.js';
import { type Undefined, undefinedBecause } from '../undefined.js';

/** A cohort's value at the end of each of its periods that is over, its own first. */
export interface CohortValues {
  /** Cumulative, in any one unit of money. */
  readonly values: readonly number[];
}

/** What a cohort will have come to at the end of a later period. */
export interface ProjectedValue {
  /** Periods after the cohort's own. */
  readonly period: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** How earlier projections fared, made from nothing but what was known then. */
export interface ProjectionRecord {
  /** Values that could be held against a projection of their past. */
  readonly judged: number;
  /** Sum of absolute errors over the sum of the actual values. */
  readonly error: number;
  /** Share of the actual values inside the interval before it was widened. */
  readonly covered: number;
  /** What standard errors are multiplied with, so that the past would have been covered. */
  readonly widening: number;
}

/** Projections of all cohorts, in the order they were given. */
export interface CohortProjection {
  readonly kind: 'cohort-projection';
  /** Last period that is projected to. */
  readonly reach: number;
  /** `null` for a cohort without value, which nothing can be multiplied with. */
  readonly cohorts: readonly (readonly ProjectedValue[] | null)[];
  /** Absent where the past is too short to judge. */
  readonly record: ProjectionRecord | undefined;
}

/** Options of `projectCohorts`. */
export interface CohortProjectionOptions {
  /** Mass outside the interval; default 0.2. */
  readonly alpha?: number;
  /** No further than this period; as far as two cohorts have been otherwise. */
  readonly periods?: number;
}

/** How values develop from one period to the next. */
interface Development {
  /** Mean factor, weighted by value. */
  readonly factor: number;
  /** Mack's σ²: variance of a cohort's next value over its value. */
  readonly variance: number;
  /** Values the factor was read from. */
  readonly weight: number;
  /** Degrees of freedom behind the variance. */
  readonly freedom: number;
}

const fewestCohorts = 2;
const fewestJudged = 5;
/** So many periods back the past is judged from. */
const mostHidden = 26;

/**
 * Projects cumulative values of cohorts by the shape of those that began before (chain ladder),
 * with Mack's standard errors: noise of the cohort and of the factors. What many cohorts share,
 * such as a season, is not in them: so the errors of the projections that would have been made
 * one, two, … periods ago widen the interval where they were larger than it allowed for.
 * @param cohorts the oldest first; longer ones know later periods
 */
export const projectCohorts = (
  cohorts: readonly CohortValues[],
  options: CohortProjectionOptions = {},
): CohortProjection | Undefined => {
  const { alpha = 0.2, periods = Number.POSITIVE_INFINITY } = options;
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('an interval needs an alpha');
  if (!cohorts.every(({ values }) => values.every(Number.isFinite))) {
    return undefinedBecause('values are finite');
  }
  const developments = developmentsOf(cohorts).slice(0, periods);
  if (developments.length === 0) {
    return undefinedBecause('a shape needs two cohorts that have been through two periods');
  }
  const quantile = quantilesAt(1 - alpha / 2);
  const record = judgePast(cohorts, quantile, periods);
  const widening = record?.widening ?? 1;
  return {
    kind: 'cohort-projection',
    reach: developments.length,
    cohorts: cohorts.map(({ values }) => {
      const known = values.length - 1;
      if (!((values[known] ?? 0) > 0)) return null;
      return follow(values, developments).map((step) =>
        interval(step, quantile(step.freedom), widening),
      );
    }),
    record,
  };
};

/** Student's quantile by degrees of freedom; the same few are asked for again and again. */
function quantilesAt(p: number): (freedom: number) => number {
  const known = new Map<number, number>();
  return (freedom) => {
    const quantile = known.get(freedom) ?? tQuantile(p, freedom);
    known.set(freedom, quantile);
    return quantile;
  };
}

function developmentsOf(cohorts: readonly CohortValues[]): readonly Development[] {
  const longest = Math.max(0, ...cohorts.map(({ values }) => values.length));
  const raw: { factor: number; squares: number; weight: number; freedom: number }[] = [];
  for (let period = 0; period + 1 < longest; period++) {
    const pairs = cohorts.flatMap(({ values }) => {
      const [now, next] = [values[period], values[period + 1]];
      return now !== undefined && next !== undefined && now > 0 ? [{ now, next }] : [];
    });
    if (pairs.length < fewestCohorts) break;
    const weight = pairs.reduce((sum, { now }) => sum + now, 0);
    const factor = pairs.reduce((sum, { next }) => sum + next, 0) / weight;
    const squares = pairs.reduce((sum, { now, next }) => sum + now * (next / now - factor) ** 2, 0);
    raw.push({ factor, squares, weight, freedom: pairs.length - 1 });
  }
  // few cohorts are old, so a variance is read together with those of the neighbouring periods
  return raw.map(({ factor, weight }, at) => {
    const near = raw.slice(Math.max(0, at - 1), at + 2);
    const freedom = near.reduce((sum, one) => sum + one.freedom, 0);
    const variance = near.reduce((sum, one) => sum + one.squares, 0) / freedom;
    return { factor, variance, weight, freedom };
  });
}

interface Step {
  readonly period: number;
  readonly value: number;
  readonly squaredError: number;
  readonly freedom: number;
}

/** A cohort's later values, as its last one develops. */
function follow(values: readonly number[], developments: readonly Development[]): readonly Step[] {
  const steps: Step[] = [];
  const last = values.length - 1;
  let value = values[last] ?? 0;
  let squaredError = 0;
  let freedom = Number.POSITIVE_INFINITY;
  for (let at = last; at < developments.length; at++) {
    const { factor, variance, weight, freedom: behind } = developments[at] as Development;
    const spread = value * variance + (value * value * variance) / weight;
    squaredError = squaredError * (factor * factor + variance / weight) + spread;
    value *= factor;
    freedom = Math.min(freedom, behind);
    steps.push({ period: at + 1, value, squaredError, freedom });
  }
  return steps;
}

/** On the log scale, as a value is positive and errors multiply. */
function interval(
  { period, value, squaredError }: Step,
  quantile: number,
  widening: number,
): ProjectedValue {
  const relative = (widening * Math.sqrt(squaredError)) / value;
  const spread = Math.sqrt(Math.log1p(relative * relative));
  const reach = quantile * spread;
  return { period, value, lower: value * Math.exp(-reach), upper: value * Math.exp(reach) };
}

/** Projections made one, two, … periods ago against what came, each known period of each cohort once. */
function judgePast(
  cohorts: readonly CohortValues[],
  quantile: (freedom: number) => number,
  periods: number,
): ProjectionRecord | undefined {
  const longest = Math.max(0, ...cohorts.map(({ values }) => values.length));
  const scores: number[] = [];
  let missed = 0;
  let came = 0;
  let covered = 0;
  for (let hidden = 1; hidden <= Math.min(mostHidden, longest - 2); hidden++) {
    const then = cohorts.map(({ values }) => ({ values: values.slice(0, -hidden) }));
    const developments = developmentsOf(then).slice(0, periods);
    for (const [at, { values }] of then.entries()) {
      if (!((values.at(-1) ?? 0) > 0)) continue;
      for (const step of follow(values, developments)) {
        const actual = cohorts[at]?.values[step.period];
        if (actual === undefined || !(step.value > 0)) continue;
        const scale = quantile(step.freedom);
        const { lower, upper } = interval(step, scale, 1);
        const width = Math.log(upper / step.value);
        missed += Math.abs(actual - step.value);
        came += actual;
        if (actual >= lower && actual <= upper) covered += 1;
        if (actual > 0 && width > 0) scores.push((Math.log(actual / step.value) / width) * scale);
      }
    }
  }
  if (scores.length < fewestJudged || !(came > 0)) return undefined;
  const widening = Math.max(1, Math.sqrt(scores.reduce((s, z) => s + z * z, 0) / scores.length));
  return {
    judged: scores.length,
    error: missed / came,
    covered: covered / scores.length,
    widening,
  };
}
