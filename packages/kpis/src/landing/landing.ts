import type { TenantId } from '@olympus/core';
import { forecastTotal, tDistribution } from '@olympus/stats';
import { bucketGrainOf } from '../calendar/period.js';
import type { KpiDefinition } from '../definition/definition.js';
import type { Pace } from '../pace/pace.js';
import type { KpiFigures } from '../state/figures.js';
import type { Outlooks } from '../state/ports.js';

/** Probability that the projection's interval is made to hold. */
export const landingLevel = 0.8;

/** Where a period will end if it goes on as it does, in the metric's unit. */
export interface Landing {
  readonly mean: number;
  /** Hold the period's whole with probability `level`; null where nothing tells how sure it is. */
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  /** `forecast`: what is there plus the forecast of the rest. `share`: what is there over its usual share. */
  readonly method: 'forecast' | 'share';
  /** The period's whole, bucket by bucket from the running one on: for a chart. */
  readonly path: readonly LandingStep[];
}

export interface LandingStep {
  /** The bucket's local start. */
  readonly time: string;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Why there is no projection. */
export type NoLanding = 'rate' | 'too_early' | 'too_little_history' | 'too_far';

/** Most buckets ahead that are forecast one by one. */
const mostAhead = 120;
/** Finished buckets that a forecast needs. */
const fewestBuckets = 14;

/**
 * What is there, plus the forecast of what is left. The interval is that of the forecast's sum
 * (`forecastTotal`), not of its buckets' bounds added up.
 * @param withPath  whether to tell every step on the way, for a chart
 * @returns why not, where there is none
 */
export async function forecastLanding(
  outlookOf: Outlooks,
  tenantId: TenantId,
  { metric, filters }: Pick<KpiDefinition, 'metric' | 'filters'>,
  figures: KpiFigures,
  withPath: boolean,
): Promise<Landing | NoLanding> {
  const { buckets, finished, period, series } = figures;
  if (series === undefined) return 'rate';
  const left = buckets.slice(finished);
  if (left.length === 0 || left.length > mostAhead) return 'too_far';
  if (series.values.filter((value) => value !== null).length < fewestBuckets) {
    return 'too_little_history';
  }
  const grain = bucketGrainOf(period.calendar);
  const outlook = await outlookOf(
    {
      tenantId,
      metric,
      ...(filters.length === 0 ? {} : { filters: [...filters] }),
      grain,
      horizon: { n: left.length, grain },
      level: landingLevel,
    },
    series,
  );
  if (outlook.kind !== 'outlook') return 'too_little_history';
  const ahead = left.flatMap((time) => outlook.ahead.find((step) => step.time === time) ?? []);
  if (ahead.length < left.length) return 'too_little_history';
  const history = outlook.history.map(({ value }) => value);
  const nonNegative = history.every((value) => value === null || value >= 0);
  const season = outlook.model.seasons[0] ?? 1;
  return layOut(figures, { history, ahead, nonNegative, season, withPath });
}

interface Forecast {
  readonly history: readonly (number | null)[];
  readonly ahead: readonly {
    readonly time: string;
    readonly mean: number;
    readonly interval: { readonly low: number; readonly high: number } | null;
  }[];
  readonly nonNegative: boolean;
  readonly season: number;
  readonly withPath: boolean;
}

function layOut(
  { series, finished, running }: KpiFigures,
  { history, ahead, nonNegative, season, withPath }: Forecast,
): Landing | NoLanding {
  const done = (series?.values.slice(series.values.length - finished) ?? []).reduce<number>(
    (all, value) => all + (value ?? 0),
    0,
  );
  // the running bucket is at least what it is already, where nothing is taken away
  const held = nonNegative ? Math.max(0, running ?? 0) : Number.NEGATIVE_INFINITY;
  const means = ahead.map(({ mean }, i) => (i === 0 ? Math.max(held, mean) : mean));
  const uppers = ahead.map(
    ({ mean, interval }, i) => (means[i] ?? mean) + ((interval?.high ?? mean) - mean),
  );
  const isKnown = ahead.every(({ interval }) => interval !== null);
  const least = nonNegative ? done + Math.max(0, held) : Number.NEGATIVE_INFINITY;
  const path: LandingStep[] = [];
  for (let steps = withPath ? 1 : ahead.length; steps <= ahead.length; steps++) {
    const total = forecastTotal(
      history,
      { mean: means.slice(0, steps), upper: uppers.slice(0, steps) },
      { level: landingLevel, seasonLength: season, nonNegative },
    );
    if (total.kind === 'undefined') return 'too_little_history';
    path.push({
      time: ahead[steps - 1]?.time ?? '',
      mean: done + total.mean,
      low: isKnown ? Math.max(least, done + total.lower) : null,
      high: isKnown ? done + total.upper : null,
    });
  }
  const last = path.at(-1);
  if (last === undefined) return 'too_little_history';
  const { mean, low, high } = last;
  return { mean, low, high, level: landingLevel, method: 'forecast', path: withPath ? path : [] };
}

/**
 * What is there over the share that is usually reached by now; the interval from how that share
 * differed between earlier periods (Student's t on their logarithms), where there are three or more.
 */
export function shareLanding(pace: Pace): Landing | NoLanding {
  const { value, expectedShare, shares, method } = pace;
  if (!(expectedShare > 0.02)) return 'too_early';
  if (method === 'straight_line') return 'too_little_history';
  const mean = value / expectedShare;
  const spread = spreadOf(shares);
  return {
    mean,
    low: spread === undefined ? null : Math.max(value, mean / spread),
    high: spread === undefined ? null : mean * spread,
    level: landingLevel,
    method: 'share',
    path: [],
  };
}

/** Factor to each side of the mean that holds the next period's share; undefined for too few. */
function spreadOf(shares: readonly number[]): number | undefined {
  const n = shares.length;
  if (n < 3) return undefined;
  const logs = shares.map((share) => Math.log(share));
  const mean = logs.reduce((all, log) => all + log, 0) / n;
  const variance = logs.reduce((all, log) => all + (log - mean) ** 2, 0) / (n - 1);
  const student = tDistribution(n - 1);
  if (student.kind === 'undefined') return undefined;
  const quantile = student.quantile((1 + landingLevel) / 2);
  if (typeof quantile !== 'number') return undefined;
  return Math.exp(quantile * Math.sqrt(variance * (1 + 1 / n)));
}
