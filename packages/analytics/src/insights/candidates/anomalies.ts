import { normalSurvival } from '@olympus/stats';
import { holidayOf } from '../../holidays/named-days.js';
import { type DailySeries, dayAfter, type Facts } from '../facts.js';
import { type Candidate, figure } from '../insight.js';
import { isExpected } from '../labelled.js';
import {
  actionOf,
  dailyChart,
  dayEvidence,
  daySpans,
  expectedEvidence,
  familyOf,
  unitOf,
} from './day.js';

/** Days within which something is news. */
const newsDays = 7;
const shiftNewsDays = 21;
/** Standard deviations from which a new level is a candidate. */
const smallestShift = 2;

/** Every day of the last week is a candidate by its chance; new levels by their size. */
export function anomalyCandidates(facts: Facts): readonly Candidate[] {
  return facts.daily.flatMap((series) => [
    ...unusualDays(facts, series),
    ...newLevels(facts, series),
  ]);
}

function unusualDays(facts: Facts, series: DailySeries): readonly Candidate[] {
  const { metric, judged, values } = series;
  const unit = unitOf(facts, metric);
  if (judged === undefined) return [];
  return facts.days.slice(-newsDays).flatMap((date): readonly Candidate[] => {
    const at = facts.days.indexOf(date);
    const observation = judged.observations[at];
    const value = values[at] ?? null;
    if (observation === undefined || value === null) return [];
    const { expected, lower, upper, pValue } = observation;
    const above = value > expected;
    const missing = value === 0 && lower > 0;
    const known = isExpected(facts.labels, {
      metric,
      time: date,
      kind: missing ? 'missing_data' : 'outlier',
      direction: above ? 'above' : 'below',
      deviations: observation.deviations,
    });
    const kind = missing ? 'missing_data' : 'outlier';
    const direction = above ? 'above' : 'below';
    const day = { time: date, kind, direction } as const;
    if (known || holidayOf(facts.run.holidays, day, 'day') !== undefined) return [];
    const template = missing ? 'missing' : above ? 'day_above' : 'day_below';
    const relative = unit !== 'ratio' && expected > 0;
    return [
      {
        kind: 'anomaly',
        subject: `${familyOf(metric)} ${date} ${above}`,
        metric,
        direction: above ? 'up' : 'down',
        pValue,
        money: facts.worth(metric, value - expected),
        told: {
          template: template === 'missing' || relative ? template : `${template}_points`,
          places: {
            metric: { kind: 'metric', name: metric },
            day: { kind: 'day', date },
            value: figure(value, unit, 'cell', `e0/0/${metric}`),
            expected: figure(expected, unit, 'cell', 'e1/0/expected'),
            change: figure(
              relative ? Math.abs(value - expected) / expected : Math.abs(value - expected),
              'percent',
              relative ? 'ratio' : 'difference',
              `e0/0/${metric}`,
              'e1/0/expected',
            ),
          },
        },
        evidence: [
          dayEvidence(facts, metric, date, value),
          expectedEvidence(date, { expected, low: lower, high: upper }),
        ],
        chart: dailyChart(facts, series, date),
        action: actionOf(metric),
        ...daySpans(date),
      },
    ];
  });
}

function newLevels(facts: Facts, series: DailySeries): readonly Candidate[] {
  const { metric, judged, values } = series;
  const unit = unitOf(facts, metric);
  if (judged === undefined || !(judged.scale > 0)) return [];
  return judged.changes.flatMap(({ index, change, shift }): readonly Candidate[] => {
    const date = facts.days[index];
    const age = facts.days.length - index;
    const deviations = Math.abs(shift) / judged.scale;
    if (date === undefined || change !== 'level') return [];
    if (age > shiftNewsDays || deviations < smallestShift) return [];
    const direction = shift > 0 ? 'above' : 'below';
    const day = { metric, time: date, kind: 'level_shift', direction, deviations } as const;
    if (isExpected(facts.labels, day)) return [];
    const to = dayAfter(facts.days.at(-1) ?? date);
    // against the same days of the week
    const whole = 7 * Math.ceil(age / 7);
    return [
      {
        kind: 'level_shift',
        subject: `${familyOf(metric)} level ${shift > 0}`,
        metric,
        direction: shift > 0 ? 'up' : 'down',
        // a level is the mean of several days
        pValue: Math.min(1, 2 * normalSurvival(deviations * Math.SQRT2)),
        money: facts.worth(metric, shift) * age,
        told: {
          template: shift > 0 ? 'level_up' : 'level_down',
          places: {
            metric: { kind: 'metric', name: metric },
            day: { kind: 'day', date },
            size: figure(Math.abs(shift), unit, 'cell', 'e1/0/shift'),
          },
        },
        evidence: [
          dayEvidence(facts, metric, date, values[index] ?? null),
          expectedEvidence(date, { shift: Math.abs(shift) }),
        ],
        chart: dailyChart(facts, series, date),
        action: actionOf(metric),
        span: { from: date, to },
        compare: { from: dayAfter(date, -whole), to: dayAfter(date, age - whole) },
      },
    ];
  });
}
