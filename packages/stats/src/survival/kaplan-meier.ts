import { normalQuantile } from '../distributions/normal.js';
import { type Undefined, undefinedBecause } from '../undefined.js';
import { observationsError, riskSets, type SurvivalObservation } from './observations.js';

/** The survival curve just after one event time. */
export interface SurvivalPoint {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** P(T > time). */
  readonly survival: number;
  /** Greenwood's standard error of `survival`. */
  readonly standardError: number;
  /** Interval on the log–log scale, inside [0,1]. */
  readonly lower: number;
  readonly upper: number;
}

/** Kaplan–Meier estimate. */
export interface SurvivalCurve {
  readonly kind: 'survival-curve';
  /** One point an event time; survival is 1 before the first. */
  readonly points: readonly SurvivalPoint[];
  /** First time at which survival is at most one half. */
  readonly median: number | Undefined;
}

/**
 * Kaplan–Meier estimate (1958) with Greenwood's variance and log–log intervals.
 * At a survival of 0 the interval is [0, 0] and the standard error 0.
 */
export const kaplanMeier = (
  observations: readonly SurvivalObservation[],
  alpha = 0.05,
): SurvivalCurve | Undefined => {
  const bad = observationsError(observations);
  if (bad) return bad;
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  const z = -normalQuantile(alpha / 2);
  let survival = 1;
  let greenwood = 0;
  const points = riskSets(observations).map(({ time, atRisk, events }): SurvivalPoint => {
    survival *= (atRisk - events) / atRisk;
    if (events === atRisk) {
      return { time, atRisk, events, survival: 0, standardError: 0, lower: 0, upper: 0 };
    }
    greenwood += events / (atRisk * (atRisk - events));
    const width = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
    return {
      time,
      atRisk,
      events,
      survival,
      standardError: survival * Math.sqrt(greenwood),
      lower: survival ** Math.exp(width),
      upper: survival ** Math.exp(-width),
    };
  });
  // A product of fractions may miss one half by rounding.
  const half = points.find((point) => point.survival <= 0.5 * (1 + 1e-12));
  return {
    kind: 'survival-curve',
    points,
    median: half?.time ?? undefinedBecause('fewer than half had the event'),
  };
};

/** P(T > time) of a curve: a step function, 1 before the first event. */
export const survivalAt = (curve: SurvivalCurve, time: number): number => {
  let survival = 1;
  for (const point of curve.points) {
    if (point.time > time) break;
    survival = point.survival;
  }
  return survival;
};
