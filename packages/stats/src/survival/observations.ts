import { type Undefined, undefinedBecause } from '../undefined.js';

/** How long one subject was followed, and whether the event (churn, return) ended it. */
export interface SurvivalObservation {
  /** ≥ 0, any one unit. */
  readonly time: number;
  /** False: still going when last seen (censored). */
  readonly event: boolean;
}

/** Subjects at risk and events at one distinct event time. */
export interface RiskSet {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Censored at this time or after it, before the next event time. */
  readonly censored: number;
}

/** The reason observations cannot be used, or undefined when they can. */
export const observationsError = (
  observations: readonly SurvivalObservation[],
): Undefined | undefined => {
  if (observations.length === 0) return undefinedBecause('there are no observations');
  return observations.every((o) => o.time >= 0 && Number.isFinite(o.time))
    ? undefined
    : undefinedBecause('times are finite and not negative');
};

/** Risk sets in rising order of event times. */
export const riskSets = (observations: readonly SurvivalObservation[]): readonly RiskSet[] => {
  const sorted = [...observations].sort((a, b) => a.time - b.time);
  const sets: { time: number; atRisk: number; events: number; censored: number }[] = [];
  let left = sorted.length;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    let events = 0;
    let censored = 0;
    const atRisk = left;
    for (; i < sorted.length && sorted[i]?.time === time; i++) {
      if (sorted[i]?.event) events++;
      else censored++;
    }
    left = atRisk - events - censored;
    const last = sets[sets.length - 1];
    if (events > 0) sets.push({ time, atRisk, events, censored });
    else if (last) last.censored += censored;
  }
  return sets;
};
