import { describe, expect, test } from 'vitest';
import {
  knownAfter,
  sumsOfCounts,
  type TestMetric,
  testPlan,
} from '../testing/simulated-outcomes.js';
import { guardrailStatus } from './verdict.js';

const conversion: readonly TestMetric[] = [{ metric: 'orders', kind: 'share' }];

/** One day with so many units and conversions an arm. */
function once(
  counts: Readonly<Record<string, readonly [units: number, converted: number]>>,
  more: Parameters<typeof knownAfter>[3] = {},
) {
  const plan = testPlan(conversion, 1);
  const days = Object.fromEntries(
    Object.entries(counts).map(([key, [units, converted]]) => [
      key,
      [sumsOfCounts(plan, units, converted)],
    ]),
  );
  return knownAfter({ plan, days }, conversion, 1, more);
}

describe('a verdict', () => {
  test('is given on the better arm, with what it brings', () => {
    const { verdict } = once({ control: [20_000, 2_000], treatment: [20_000, 2_400] });
    expect(verdict).toMatchObject({ kind: 'winner', arm: 'treatment' });
    expect(verdict.change?.estimate).toBeCloseTo(0.2, 10);
    expect(verdict.gain?.estimate).toBeCloseTo(0.02, 10);
    expect(verdict.chanceToWin).toBeGreaterThan(0.999);
  });

  test.each([
    ['loser', { control: [20_000, 2_400], treatment: [20_000, 2_000] }, {}],
    ['undecided', { control: [2_000, 200], treatment: [2_000, 205] }, {}],
    ['not_shown', { control: [2_000, 200], treatment: [2_000, 205] }, { plannedUnits: 4_000 }],
    [
      'no_difference',
      { control: [200_000, 20_000], treatment: [200_000, 20_010] },
      { minimumEffect: 0.1 },
    ],
    ['too_early', { control: [3, 1], treatment: [2, 2] }, {}],
    ['no_exposures', { control: [0, 0], treatment: [0, 0] }, {}],
    ['broken', { control: [10_000, 1_000], treatment: [9_000, 1_000] }, {}],
    ['broken', { control: [1_000, 100], treatment: [1_000, 100] }, { mixed: 500 }],
  ] as const)('%s', (kind, counts, more) => {
    expect(once(counts, more).verdict.kind).toBe(kind);
  });

  test('names the best of several treatments', () => {
    const { verdict } = once({
      control: [20_000, 2_000],
      a: [20_000, 2_300],
      b: [20_000, 2_500],
    });
    expect(verdict).toMatchObject({ kind: 'winner', arm: 'b' });
  });

  test('tells of arms that the experiment does not have', () => {
    const { health } = once(
      { control: [500, 50], treatment: [500, 50] },
      {
        shown: new Map([
          ['control', 500],
          ['green', 12],
        ]),
      },
    );
    expect(health.find(({ check }) => check === 'unknown_arms')).toMatchObject({
      status: 'warn',
      names: ['green'],
    });
  });
});

test('five customers are not enough, and the figures say why', () => {
  const { metrics, health } = once({ control: [3, 0], treatment: [2, 0] });
  expect(metrics[0]?.comparison.arms[1]?.comparison).toMatchObject({
    relative: null,
    absolute: null,
    reason: 'neither arm varies',
  });
  expect(health.find(({ check }) => check === 'enough_units')).toMatchObject({
    status: 'unknown',
    value: 2,
    names: ['control', 'treatment'],
  });
});

test('a guardrail is safe once a loss beyond its margin is ruled out', () => {
  const at = (lower: number, upper: number) => ({ estimate: (lower + upper) / 2, lower, upper });
  expect(guardrailStatus(at(-0.01, 0.02), false, false, 0.02)).toBe('safe');
  expect(guardrailStatus(at(-0.05, 0.04), false, false, 0.02)).toBe('open');
  expect(guardrailStatus(at(-0.05, -0.01), true, false, 0.02)).toBe('hurt');
  // for refunds, more is worse
  expect(guardrailStatus(at(0.01, 0.05), true, true, 0.02)).toBe('hurt');
  expect(guardrailStatus(at(-0.05, 0.01), false, true, 0.02)).toBe('safe');
  expect(guardrailStatus(null, false, false, 0.02)).toBe('open');
});
