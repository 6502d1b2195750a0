import { ownInflation, pooledInflation } from './calibration.js';
import { mstl, type SeasonShape } from './decomposition/mstl.js';
import { type Combination, combine } from './members/combination.js';
import { toSeries } from './members/member.js';
import type { Outlook } from './outlook.js';

/** Most seasons of the longest kind that are looked at: older ones cost time and say little. */
const SEASONS_KEPT = 12;
const SHORTEST_KEPT = 2_000;

/** How a series with seasons is taken apart. */
interface Approach {
  readonly seasons: readonly number[];
  readonly logarithms: boolean;
  readonly shape: SeasonShape;
}

interface Projection {
  readonly mean: Float64Array;
  readonly spread: Float64Array;
  readonly members: Combination['members'];
}

/**
 * Several seasons at once (a day and a week), or one that is too long for state space models: the
 * series is taken apart (MSTL), the part without seasons goes through the default combination and
 * each season is repeated. Logarithms are used when they bring out the seasons better; whether the
 * seasons keep their shape is decided, and the intervals are calibrated, on two held-out stretches.
 * @param seasons  ascending, each at least 2
 * @returns undefined when not even the shortest season is covered twice
 */
export function multipleSeasonsOutlook(
  values: Float64Array,
  seasons: readonly number[],
  horizon: number,
): Outlook | undefined {
  const longest = seasons[seasons.length - 1] ?? 1;
  const kept = Math.max(SHORTEST_KEPT, SEASONS_KEPT * longest);
  const recent = values.length > kept ? values.slice(values.length - kept) : values;
  const usable = seasons.filter((m) => recent.length >= 2 * m + 2);
  if (usable.length === 0) return undefined;
  const logarithms = prefersLogarithms(recent, usable);
  const shapes: SeasonShape[] = ['steady', 'evolving'];
  const tried = shapes.map((shape) => {
    const approach = { seasons: usable, logarithms, shape };
    return { approach, record: replay(recent, approach, horizon) };
  });
  const [steady, evolving] = tried;
  if (!steady || !evolving) return undefined;
  const better =
    (evolving.record?.errorRatio ?? Infinity) < (steady.record?.errorRatio ?? Infinity)
      ? evolving
      : steady;
  const ahead = project(recent, better.approach, horizon);
  if (!ahead) return undefined;
  const own = ownInflation(recent.length, better.record?.surprise);
  const record = better.record
    ? `; on ${better.record.stretches} held-out stretches its mean absolute error was ` +
      `${better.record.errorRatio.toFixed(2)} of that of the same moment one season before`
    : '';
  return {
    mean: ahead.mean,
    spread: ahead.spread.map((s, h) => s * own * pooledInflation(recent.length, 1, h + 1)),
    method: 'multiple-seasons',
    ...(better.record
      ? {
          heldOut: {
            stretches: better.record.stretches,
            errorRatio: better.record.errorRatio,
            against: 'season' as const,
          },
        }
      : {}),
    why:
      `${better.approach.shape} seasons of ${usable.join(' and ')} taken out` +
      `${logarithms ? ' on logarithms' : ''}, the rest by the mean of ` +
      `${ahead.members.map((m) => m.name).join(', ')}${record}`,
  };
}

/** How an approach did on stretches before the end. */
interface Replay {
  readonly stretches: number;
  /** Mean absolute error over that of the value one longest season before. */
  readonly errorRatio: number;
  /** Mean of (error / standard error)², capped at 36 a point. */
  readonly surprise: number;
}

function replay(values: Float64Array, approach: Approach, horizon: number): Replay | undefined {
  const m = approach.seasons[approach.seasons.length - 1] ?? 1;
  let stretches = 0;
  let error = 0;
  let naive = 0;
  let surprise = 0;
  for (const length of new Set([Math.min(horizon, 2 * m), Math.ceil(horizon / 2)])) {
    const cut = values.length - length;
    const trial = cut >= 2 * m + 2 ? project(values.slice(0, cut), approach, length) : undefined;
    if (!trial) continue;
    let squares = 0;
    for (let h = 0; h < length; h++) {
      const actual = values[cut + h] ?? 0;
      const e = actual - (trial.mean[h] ?? 0);
      const s = trial.spread[h] ?? 0;
      if (s > 0) squares += Math.min(36, (e / s) ** 2);
      error += Math.abs(e);
      naive += Math.abs(actual - (values[cut - m + (h % m)] ?? 0));
    }
    stretches++;
    surprise += squares / length;
  }
  if (stretches === 0 || !(naive > 0)) return undefined;
  return { stretches, errorRatio: error / naive, surprise: surprise / stretches };
}

function project(
  values: Float64Array,
  approach: Approach,
  horizon: number,
): Projection | undefined {
  const { seasons, logarithms, shape } = approach;
  const n = values.length;
  const work = logarithms ? values.map((y) => Math.log(y)) : values;
  const { seasonals } = mstl(work, seasons, { robust: true, shape });
  // Logarithms may have any sign; the members expect a level well away from 0.
  const lift = logarithms ? 10 : 0;
  const rest = work.map((y, t) => seasonals.reduce((sum, s) => sum - (s[t] ?? 0), y + lift));
  const combination = combine(toSeries(rest, 1), horizon);
  if (!combination) return undefined;
  const mean = new Float64Array(horizon);
  const spread = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    let y = (combination.mean[h] ?? 0) - lift;
    seasonals.forEach((s, i) => {
      const m = seasons[i] ?? 1;
      y += s[n - m + (h % m)] ?? 0;
    });
    mean[h] = logarithms ? Math.exp(y) : y;
    spread[h] = (combination.spread[h] ?? 0) * (logarithms ? (mean[h] ?? 0) : 1);
  }
  return { mean, spread, members: combination.members };
}

function prefersLogarithms(values: Float64Array, seasons: readonly number[]): boolean {
  if (!values.every((y) => y > 1e-6)) return false;
  const logs = values.map((y) => Math.log(y));
  return strength(logs, seasons) > strength(values, seasons);
}

/** 1 − Var(remainder) / Var(seasons + remainder). */
function strength(values: Float64Array, seasons: readonly number[]): number {
  const { seasonals, remainder } = mstl(values, seasons, { shape: 'steady' });
  let noise = 0;
  let whole = 0;
  for (let t = 0; t < remainder.length; t++) {
    const r = remainder[t] ?? 0;
    noise += r * r;
    whole += seasonals.reduce((sum, s) => sum + (s[t] ?? 0), r) ** 2;
  }
  return whole > 0 ? 1 - noise / whole : 0;
}
