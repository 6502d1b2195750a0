import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUndefined, type Undefined } from '../../undefined.js';
import { randomFolds, takeRows, timeFolds } from './folds.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

describe('random folds', () => {
  it('judge every row once and never learn from what they judge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 6, max: 60 }), (k, rows) => {
        const folds = defined(randomFolds(rows, { folds: k }));
        const judged = folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b);
        expect(judged).toEqual(Array.from({ length: rows }, (_, i) => i));
        for (const { train, test } of folds) {
          expect(train.length + test.length).toBe(rows);
          expect(test.some((i) => train.includes(i))).toBe(false);
        }
      }),
    );
  });

  it('keep classes’ shares', () => {
    const classes = Array.from({ length: 100 }, (_, i) => (i < 20 ? 'yes' : 'no'));
    for (const { test } of defined(randomFolds(100, { stratifyBy: classes }))) {
      expect(test.filter((i) => classes[i] === 'yes')).toHaveLength(4);
    }
  });

  it('never part a group', () => {
    const groups = Array.from({ length: 90 }, (_, i) => Math.floor(Math.sqrt(i)));
    for (const { train, test } of defined(randomFolds(90, { groups, folds: 3 }))) {
      const learnt = new Set([...train].map((i) => groups[i]));
      expect(test.some((i) => learnt.has(groups[i] ?? -1))).toBe(false);
      expect(test.length).toBeGreaterThan(20);
    }
  });

  it('are refused with fewer rows or groups than folds', () => {
    expect(isUndefined(randomFolds(3))).toBe(true);
    expect(isUndefined(randomFolds(10, { groups: new Array(10).fill('one') }))).toBe(true);
  });
});

describe('folds in time', () => {
  it('never learn from the future or from within the gap', () => {
    const times = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
    const folds = defined(timeFolds(times, { folds: 3, horizon: 10, gap: 5, window: 40 }));
    expect(folds).toHaveLength(3);
    folds.forEach(({ train, test }, k) => {
      const start = 99 - (3 - k) * 10;
      for (const i of test) {
        expect(times[i]).toBeGreaterThan(start);
        expect(times[i]).toBeLessThanOrEqual(start + 10);
      }
      expect(test).toHaveLength(10);
      expect(train).toHaveLength(40);
      for (const i of train) expect(times[i]).toBeLessThanOrEqual(start - 5);
    });
  });

  it('leave out periods without a past, and are undefined when none is left', () => {
    expect(defined(timeFolds([1, 2, 3], { folds: 5, horizon: 1 }))).toHaveLength(2);
    expect(isUndefined(timeFolds([1, 1], { horizon: 1 }))).toBe(true);
    expect(isUndefined(timeFolds([], { horizon: 1 }))).toBe(true);
    expect(isUndefined(timeFolds([1, Number.NaN, 3], { horizon: 1 }))).toBe(true);
  });

  it('take rows of a table', () => {
    expect([...takeRows([1, 2, 3, 4, 5, 6], 2, [2, 0])]).toEqual([5, 6, 1, 2]);
  });
});
