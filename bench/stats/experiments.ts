import {
  createRandom,
  drawBinomial,
  drawNormal,
  estimateEffect,
  fixedHorizonTest,
  isUndefined,
  type Random,
  sequentialTest,
  type Undefined,
} from '@olympus/stats';
import { cpuSeconds, line } from './shared.js';

const RUNS = 10_000;
const DAYS = 30;

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

interface Arm {
  n: number;
  sum: number;
  sumSquares: number;
}
/** Adds one day of units to an arm. */
type Day = (random: Random, arm: Arm, lift: number) => void;

const conversions: Day = (random, arm, lift) => {
  const units = 300;
  const successes = drawBinomial(random, units, 0.05 * (1 + lift));
  arm.n += units;
  arm.sum += successes;
  arm.sumSquares += successes;
};

/** Revenue per visitor: 10 % buy, log-normal amounts, so most are 0 and a few large. */
const revenue: Day = (random, arm, lift) => {
  const units = 300;
  const buyers = drawBinomial(random, units, 0.1);
  for (let i = 0; i < buyers; i++) {
    const amount = Math.exp(drawNormal(random, 3, 1)) * (1 + lift);
    arm.sum += amount;
    arm.sumSquares += amount * amount;
  }
  arm.n += units;
};

interface Tally {
  peekingFixed: number;
  peekingSequential: number;
  onceFixed: number;
  days: number;
  coveredFixed: number;
  coveredAlways: number;
}

const simulate = (day: Day, lift: number, seed: number, tuning: number, runs: number): Tally => {
  const random = createRandom(seed);
  const tally: Tally = {
    peekingFixed: 0,
    peekingSequential: 0,
    onceFixed: 0,
    days: 0,
    coveredFixed: 0,
    coveredAlways: 0,
  };
  for (let run = 0; run < runs; run++) {
    const a: Arm = { n: 0, sum: 0, sumSquares: 0 };
    const b: Arm = { n: 0, sum: 0, sumSquares: 0 };
    let fixedHit = false;
    let sequentialHit = false;
    let alwaysCovered = true;
    for (let d = 1; d <= DAYS; d++) {
      day(random, a, 0);
      day(random, b, lift);
      const effect = estimateEffect({ kind: 'mean', ...a }, { kind: 'mean', ...b }, 'relative');
      if (isUndefined(effect)) continue;
      const sequential = defined(sequentialTest(effect, { tuning }));
      const fixed = defined(fixedHorizonTest(effect));
      if (!sequentialHit && sequential.pValue < 0.05) {
        sequentialHit = true;
        tally.days += d;
      }
      fixedHit ||= fixed.pValue < 0.05;
      alwaysCovered &&= sequential.lower <= lift && lift <= sequential.upper;
      if (d === DAYS) {
        tally.onceFixed += fixed.pValue < 0.05 ? 1 : 0;
        tally.coveredFixed += fixed.lower <= lift && lift <= fixed.upper ? 1 : 0;
      }
    }
    tally.peekingFixed += fixedHit ? 1 : 0;
    tally.peekingSequential += sequentialHit ? 1 : 0;
    tally.coveredAlways += alwaysCovered ? 1 : 0;
  }
  return tally;
};

const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(2)} %`;

/** Simulated A/A and A/B tests looked at every day for a month. */
export const run = async (): Promise<void> => {
  const planned = 2 * 300 * DAYS;
  const lift = 0.2;
  const metrics = [
    { name: 'conversion of 5 %', day: conversions },
    { name: 'revenue per visitor, 90 % zeros, log-normal', day: revenue },
  ] as const;
  for (const { name, day } of metrics) {
    console.log(`  ${name}, 300 visitors a day and arm: ${RUNS} A/A tests, ${DAYS} daily looks`);
    const { result: aa, seconds } = cpuSeconds(() => simulate(day, 0, 1, planned, RUNS));
    line(
      'false positives, sequential tuned to the plan',
      percent(aa.peekingSequential, RUNS),
      '≤ 5 %',
    );
    const untuned = simulate(day, 0, 1, 5000, RUNS);
    line(
      'false positives, sequential, tuning 5,000',
      percent(untuned.peekingSequential, RUNS),
      '≤ 5 %',
    );
    line('false positives, fixed horizon, peeking', percent(aa.peekingFixed, RUNS), '(why not)');
    line('false positives, fixed horizon, one look', percent(aa.onceFixed, RUNS), '≈ 5 %');
    line('sequential intervals cover at all looks', percent(aa.coveredAlways, RUNS), '≥ 95 %');
    line('fixed intervals cover at the last look', percent(aa.coveredFixed, RUNS), '≈ 95 %');
    line('CPU of the 10,000 tests', `${seconds.toFixed(1)} s`);
    const runs = RUNS / 5;
    const ab = simulate(day, lift, 2, planned, runs);
    console.log(`  the same with a true lift of ${100 * lift} %, ${runs} tests`);
    line('power, sequential tuned to the plan', percent(ab.peekingSequential, runs));
    line(
      '  days until significant, mean',
      (ab.days / Math.max(1, ab.peekingSequential)).toFixed(1),
    );
    line('power, fixed horizon, one look at the end', percent(ab.onceFixed, runs));
    line('fixed intervals cover the lift', percent(ab.coveredFixed, runs), '≈ 95 %');
    line('sequential intervals cover at all looks', percent(ab.coveredAlways, runs), '≥ 95 %');
  }
};
