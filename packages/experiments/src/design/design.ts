import type { Analytics } from '@olympus/analytics';
import { dayMs, type TenantId } from '@olympus/core';
import { type ArmSums, type AskedUnitMetric, addArms, emptySums } from '@olympus/semantic';
import {
  armMoments,
  type Effect,
  isUndefined,
  minimumDetectableEffect,
  normalSurvival,
  sampleSizeForMeans,
  sequentialTest,
} from '@olympus/stats';
import { alpha } from '../results/compare.js';
import { measure } from '../results/read.js';
import { metricArm } from '../results/reckon.js';
import { hasCovariate, toSummary } from '../results/summaries.js';

/** Days of visitors that a design is measured on. */
const measuredDays = 28;

/** Units below which nothing is said of an experiment's size. */
const fewestUnits = 200;

/** Deeds below which a metric's spread is not known. */
const fewestActing = 20;

const power = 0.8;

export interface DesignRequest {
  readonly tenant: TenantId;
  readonly primary: AskedUnitMetric;
  readonly arms: number;
  readonly traffic: number;
  readonly windowDays: number;
  /** Relative change that is to be found. */
  readonly minimumEffect: number;
  readonly signal?: AbortSignal | undefined;
}

/** What was measured on visitors of the last weeks. */
export interface DesignBasis {
  readonly fromMs: number;
  readonly toMs: number;
  readonly units: number;
  /** New units a day of the last of those weeks. */
  readonly unitsPerDay: number;
  readonly mean: number;
  readonly deviation: number;
  /** Share of the spread that what units did before explains. */
  readonly explained: number;
}

export type TooFew = 'no_visits' | 'few_units' | 'few_acting' | 'no_spread';

/** How large an experiment has to be. */
export interface DesignSize {
  /** Units of all arms together. */
  readonly units: number;
  /** Days until so many take part; null where they never do within a year. */
  readonly days: number | null;
}

export interface Design {
  readonly basis: DesignBasis | null;
  readonly tooFew: TooFew | null;
  /** For whoever looks any time, as results are told. */
  readonly anytime: DesignSize | null;
  /** For whoever looks once, at the end. */
  readonly once: DesignSize | null;
  /** What can be found after so many days, looking any time. */
  readonly curve: readonly { readonly days: number; readonly effect: number | null }[];
}

const curveDays = [7, 14, 21, 28, 42, 56, 84] as const;
const longestDays = 365;

/**
 * The false positive rate of a test looked at once that asks for the same distance as the
 * always-valid one does at its planned size.
 */
export function anytimeAlpha(rate: number): number {
  const effect: Effect = {
    kind: 'effect',
    difference: 'absolute',
    estimate: 0,
    standardError: 1,
    degreesOfFreedom: 1e9,
    n: 1e9,
    controlMean: 0,
    treatmentMean: 0,
  };
  const test = sequentialTest(effect, { alpha: rate, tuning: effect.n });
  if (isUndefined(test)) throw new Error(test.reason);
  return 2 * normalSurvival(test.upper);
}

/**
 * The size of an experiment from what the tenant's own visitors did in the last weeks.
 * @throws Problem `unknown_metric`, `metric_not_per_unit`
 */
export async function designExperiment(
  analytics: Pick<Analytics, 'people'>,
  request: DesignRequest,
): Promise<Design> {
  const run = await analytics.people({ tenantId: request.tenant, signal: request.signal });
  if (run === undefined) return without('no_visits');
  const { profile, calendar } = run.at;
  const windowMs = request.windowDays * dayMs;
  const endMs = Math.min(calendar.nowMs, profile === undefined ? 0 : profile.lastMs + 1);
  const toMs = endMs - windowMs;
  const fromMs = toMs - measuredDays * dayMs;
  const { plan, outcomes } = await measure(run, [request.primary], {
    source: { kind: 'visits' },
    windowMs,
    fromMs,
    exposedToMs: toMs,
    toMs: endMs,
  });
  const newUnits: number[] = [];
  let all: ArmSums = emptySums(plan);
  for (const { step } of plan.steps.steps) {
    const added = outcomes.at('all', String(step));
    newUnits.push(added?.units ?? 0);
    if (added !== undefined) all = addArms(all, added);
  }
  // the first and the last day of the calendar are parts of days
  const arrivals = newUnits.slice(0, measuredDays);
  const arm = metricArm(plan, all, 0);
  if (all.units === 0) return without('no_visits');
  if (all.units < fewestUnits) return without('few_units');
  const { kind } = request.primary;
  const acting = arm.sums.numerator.squares === 0 ? 0 : effectiveActing(arm.sums.numerator);
  if (acting < fewestActing) return without('few_acting');
  const adjusted = hasCovariate(kind, [arm]);
  const moments = armMoments(toSummary(kind, arm, adjusted));
  if (isUndefined(moments) || !(moments.variance > 0) || moments.mean === 0) {
    return without('no_spread');
  }
  const { covariate } = moments;
  const explained =
    covariate === undefined || covariate.variance === 0
      ? 0
      : Math.min(0.99, covariate.covariance ** 2 / (covariate.variance * moments.variance));
  const lastWeek = arrivals.slice(-7);
  const basis: DesignBasis = {
    fromMs,
    toMs,
    units: all.units,
    unitsPerDay: lastWeek.reduce((sum, count) => sum + count, 0) / Math.max(1, lastWeek.length),
    mean: moments.mean,
    deviation: Math.sqrt(moments.variance),
    explained,
  };
  return { basis, tooFew: null, ...sizes(request, basis, arrivals) };
}

const without = (tooFew: TooFew): Design => ({
  basis: null,
  tooFew,
  anytime: null,
  once: null,
  curve: [],
});

/** How many units as large as each other would make these sums: a few large ones count as few. */
const effectiveActing = ({ sum, squares }: { readonly sum: number; readonly squares: number }) =>
  sum ** 2 / squares;

/** What follows from a basis. @param arrivals  new units by day */
export function sizes(
  { arms, traffic, minimumEffect }: Pick<DesignRequest, 'arms' | 'traffic' | 'minimumEffect'>,
  basis: DesignBasis,
  arrivals: readonly number[],
): Pick<Design, 'anytime' | 'once' | 'curve'> {
  const noise = basis.deviation * Math.sqrt(1 - basis.explained);
  const rate = alpha / Math.max(1, arms - 1);
  const unitsAfter = (days: number) => {
    const measured = arrivals.slice(0, days).reduce((sum, count) => sum + count, 0);
    return (measured + Math.max(0, days - arrivals.length) * basis.unitsPerDay) * traffic;
  };
  const daysFor = (units: number) => {
    for (let days = 1; days <= longestDays; days++) if (unitsAfter(days) >= units) return days;
    return null;
  };
  const sizeAt = (falsePositives: number): DesignSize | null => {
    const effect = Math.abs((minimumEffect * basis.mean) / noise);
    const perArm = sampleSizeForMeans(effect, { alpha: falsePositives, power });
    if (typeof perArm !== 'number') return null;
    const units = Math.ceil(perArm) * arms;
    return { units, days: daysFor(units) };
  };
  const anytime = anytimeAlpha(rate);
  return {
    anytime: sizeAt(anytime),
    once: sizeAt(rate),
    curve: curveDays.map((days) => {
      const perArm = unitsAfter(days) / arms;
      const effect =
        perArm >= 2 ? minimumDetectableEffect(perArm, { alpha: anytime, power }) : undefined;
      return {
        days,
        effect: typeof effect === 'number' ? Math.abs((effect * noise) / basis.mean) : null,
      };
    }),
  };
}
