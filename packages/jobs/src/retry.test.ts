import { createRandom, Problem } from '@olympus/core';
import { expect, it } from 'vitest';
import { defaultRetry, isTransient, retryDelayMs } from './retry.js';

it('waits twice as long each time, up to the longest wait, by at least half at random', () => {
  const random = createRandom(7);
  for (let attempt = 1; attempt <= 20; attempt++) {
    const longest = Math.min(3_600_000, 10_000 * 2 ** (attempt - 1));
    const drawn = Array.from({ length: 50 }, () => retryDelayMs(defaultRetry, attempt, random));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(longest / 2);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(longest);
    expect(new Set(drawn).size).toBeGreaterThan(25);
  }
});

it('draws the same waits from the same seed', () => {
  const draw = () => {
    const random = createRandom(3);
    return [1, 2, 3].map((attempt) => retryDelayMs(defaultRetry, attempt, random));
  };
  expect(draw()).toEqual(draw());
});

it('does not try again what a person has to mend', () => {
  const problem = (kind: 'invalid' | 'unavailable') =>
    new Problem({ code: 'x', kind, message: 'x' });
  expect(isTransient(problem('invalid'))).toBe(false);
  expect(isTransient(problem('unavailable'))).toBe(true);
  expect(isTransient(new TypeError('fetch failed'))).toBe(true);
});
