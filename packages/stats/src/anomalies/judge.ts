import type { Observation } from '../forecasting/types.js';
import type { Undefined } from '../undefined.js';
import { detectAnomalies } from './detect.js';
import type { AnomalyReport, ChangePoint } from './report.js';
import { type OffRun, offRuns } from './runs.js';
import { tailOf } from './tails.js';
import { yearlyCourse } from './yearly.js';

/** How a series is judged. */
export interface JudgeOptions {
  /** Observations a season; several for nested seasons ([24, 168]). */
  readonly seasonLength?: number | readonly number[];
  /** Chance that an observation of a quiet series is marked, on both sides together; default .001. */
  readonly falseAlarmRate?: number;
  /**
   * Observations a year, for series of days: two years of them tell what of the season is the year's.
   */
  readonly yearLength?: number;
  /** Judge the last so many observations only; those before tell of the year. */
  readonly last?: number;
  /** Whether stretches are looked for, which takes as long as all the rest; default yes. */
  readonly withRuns?: boolean;
}

/** An observation beside what level, trend and season would have it be. */
export interface JudgedObservation {
  readonly expected: number;
  /** What an observation of a quiet series leaves with the false alarm rate. */
  readonly lower: number;
  readonly upper: number;
  /** Chance of a deviation as large on either side; 1 for what is unknown. */
  readonly pValue: number;
  /** Distance from the expected value in standard deviations. */
  readonly deviations: number;
}

export interface JudgedSeries {
  readonly kind: 'judged';
  readonly observations: readonly JudgedObservation[];
  readonly changes: readonly ChangePoint[];
  /** Stretches off to one side, against a level that does not follow them. */
  readonly runs: readonly OffRun[];
  /** Standard deviation of what is left, in the unit of the values; of a usual day of the year. */
  readonly scale: number;
  /** Whether the year's own season was taken out. */
  readonly yearly: boolean;
}

/**
 * Judges every observation of a series by its own chances: the picture of {@link detectAnomalies}
 * with each side's tail taken from the series' own residuals, so that a stated rate of false alarms
 * holds for skewed and heavy-tailed series too.
 * @returns undefined as `detectAnomalies` is
 */
export function judgeSeries(
  values: ArrayLike<Observation>,
  options: JudgeOptions = {},
): JudgedSeries | Undefined {
  const { yearLength, last = values.length } = options;
  const known = Array.from(values);
  const whole = yearLength === undefined ? undefined : yearlyCourse(known, yearLength);
  const judgedValues = last < known.length ? known.slice(-last) : known;
  if (whole === undefined) return judgeSteady(judgedValues, options);
  const course = whole.slice(whole.length - judgedValues.length);
  const steady = judgedValues.map((value, t) =>
    typeof value === 'number' ? value / (course[t] ?? 1) : value,
  );
  const judged = judgeSteady(steady, options);
  if (judged.kind === 'undefined') return judged;
  return {
    ...judged,
    yearly: true,
    observations: judged.observations.map(({ expected, lower, upper, ...one }, t) => {
      const factor = course[t] ?? 1;
      return { expected: expected * factor, lower: lower * factor, upper: upper * factor, ...one };
    }),
  };
}

function judgeSteady(
  values: ArrayLike<Observation>,
  { seasonLength = 1, falseAlarmRate = 0.001, withRuns = true }: JudgeOptions,
): JudgedSeries | Undefined {
  const report = detectAnomalies(values, { seasonLength });
  if (report.kind === 'undefined') return report;
  const { expected, spread, changes, scale } = report;
  const residuals = residualsOf(values, report);
  const known = residuals.filter((x) => x !== null);
  const above = tailOf(known);
  const below = tailOf(known.map((x) => -x));
  const side = Math.min(0.5, falseAlarmRate / 2);
  const [up, down] = [above.exceeded(side), below.exceeded(side)];
  return {
    kind: 'judged',
    yearly: false,
    changes,
    runs: withRuns ? offRuns(residualsOf(values, steadier(values, seasonLength) ?? report)) : [],
    scale,
    observations: residuals.map((residual, t) => {
      const middle = expected[t] ?? 0;
      const width = spread[t] ?? 0;
      const tail = (residual ?? 0) >= 0 ? above : below;
      return {
        expected: middle,
        lower: middle - down * width,
        upper: middle + up * width,
        pValue: residual === null ? 1 : Math.min(1, 2 * tail.survival(Math.abs(residual))),
        deviations: Math.abs(residual ?? 0),
      };
    }),
  };
}

type Pictured = Pick<AnomalyReport, 'expected' | 'spread'>;

const residualsOf = (
  values: ArrayLike<Observation>,
  { expected, spread }: Pictured,
): readonly (number | null)[] =>
  Array.from(values, (value, t) => {
    const width = spread[t] ?? 0;
    const known = typeof value === 'number' && Number.isFinite(value) && width > 0;
    return known ? (value - (expected[t] ?? 0)) / width : null;
  });

/** Seasons that a level lasts at least before runs are looked for. */
const steadySeasons = 8;

/** The picture with levels of two months of days, which do not follow a week that is off. */
function steadier(
  values: ArrayLike<Observation>,
  seasonLength: number | readonly number[],
): Pictured | undefined {
  const season = Math.max(1, Math.min(...[seasonLength].flat()));
  const minimumLength = season > 1 ? steadySeasons * season : 3 * steadySeasons;
  const report = detectAnomalies(values, { seasonLength, minimumLength });
  return report.kind === 'undefined' ? undefined : report;
}
