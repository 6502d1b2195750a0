import { describe, expect, it } from 'vitest';
import { createRandom, drawNormal, drawPoisson } from '../sampling/index.js';
import { judgeSeries } from './judge.js';
import { yearlyCourse } from './yearly.js';

const week = [1, 1, 1.05, 1.1, 1.2, 0.9, 0.75];
/** A winter business: three times as much in December as in June, growing by a fifth a year. */
const yearly = (t: number) => Math.exp(0.55 * Math.cos((2 * Math.PI * t) / 365) + 0.0005 * t);
/** Three weeks before the end of the year, up to two and a half times as much. */
const christmas = (t: number) => 1 + 1.5 * Math.exp(-(((t % 365) - 345) ** 2) / 128);
const flat = () => 1;

const days = (
  seed: number,
  n: number,
  shape: (t: number) => number,
  odd: (t: number) => number,
) => {
  const random = createRandom(seed);
  return Array.from({ length: n }, (_, t) =>
    drawPoisson(random, 80 * (week[t % 7] ?? 1) * shape(t) * odd(t)),
  );
};
const usual = () => 1;
const judge = (values: readonly number[], yearLength: number | undefined) => {
  const judged = judgeSeries(values, {
    seasonLength: 7,
    last: 400,
    ...(yearLength === undefined ? {} : { yearLength }),
  });
  if (judged.kind === 'undefined') throw new Error(judged.reason);
  return judged;
};
const levels = ({ changes, scale }: ReturnType<typeof judge>) =>
  changes.filter(({ change, shift }) => change === 'level' && Math.abs(shift) / scale >= 3).length;

describe('the season of the year', () => {
  it('is read from other years, without the growth', () => {
    const course = yearlyCourse(days(1, 3 * 365, yearly, usual)) ?? new Float64Array();
    const wanted = (t: number) => Math.exp(0.55 * Math.cos((2 * Math.PI * t) / 365));
    for (const t of [400, 500, 550, 600, 700, 900]) {
      expect(Math.abs((course[t] ?? 0) / wanted(t) - 1)).toBeLessThan(0.1);
    }
  });

  it('is none where years are too few, or do not resemble each other', () => {
    expect(yearlyCourse(days(1, 700, yearly, usual))).toBeUndefined();
    expect(yearlyCourse(days(1, 3 * 365, flat, usual))).toBeUndefined();
    const random = createRandom(3);
    let level = 0;
    const wandering = Array.from({ length: 1_095 }, () => {
      level += 0.02 * drawNormal(random);
      return 100 * Math.exp(level);
    });
    expect(judge(wandering, 365).yearly).toBe(false);
  });

  it('takes what comes every year for usual, and keeps the rate of false alarms', () => {
    let [without, within, marked, markedWithout, runs] = [0, 0, 0, 0, 0];
    const shops = 20;
    for (let seed = 1; seed <= shops; seed++) {
      const values = days(seed, 3 * 365, christmas, usual);
      const plain = judge(values, undefined);
      without += levels(plain);
      markedWithout += plain.observations.filter(({ pValue }) => pValue <= 0.001).length;
      const judged = judge(values, 365);
      expect(judged.yearly).toBe(true);
      within += levels(judged);
      marked += judged.observations.filter(({ pValue }) => pValue <= 0.001).length;
      runs += judged.runs.filter(({ deviations }) => deviations >= 3.5).length;
    }
    console.info(
      `quiet years with a Christmas, ${shops * 400} days: without the year ${without} new levels and ${markedWithout} marks, with it ${within} and ${marked}, and ${runs} stretches`,
    );
    expect(without).toBeGreaterThan(5);
    expect(within).toBeLessThan(2);
    expect(marked / (shops * 400)).toBeLessThan(0.001);
    expect(markedWithout / (shops * 400)).toBeGreaterThan(0.002);
    // what other years tell of a day is noisy itself, so stretches come more often than stated
    expect(runs / (shops * 400)).toBeLessThan(0.003);
  });

  it('does not hide a week that is off in one year', () => {
    const off = (t: number) => (t >= 1_060 && t < 1_067 ? 0.6 : 1);
    const runs = judge(days(5, 3 * 365, yearly, off), 365).runs;
    // counted from the first day that is judged
    const first = 3 * 365 - 400;
    const hit = runs.find(({ from, to }) => from + first < 1_067 && to + first > 1_060);
    expect(hit?.mean).toBeLessThan(0);
    expect(hit?.deviations).toBeGreaterThan(3.5);
  });
});
