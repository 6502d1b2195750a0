import { expect, test } from 'vitest';
import { isUndefined } from '../undefined.js';
import { fixedHorizonTest } from './decisions.js';
import { estimateEffect, relativeInterval } from './effect.js';

const share = (n: number, successes: number) => ({ kind: 'proportion', n, successes }) as const;

test('leaves out 0 exactly when the absolute interval does', () => {
  for (let converted = 60; converted <= 180; converted++) {
    const arms = [share(1_000, 100), share(1_000, converted)] as const;
    const effect = estimateEffect(...arms, 'absolute');
    if (isUndefined(effect)) throw new Error(effect.reason);
    const absolute = fixedHorizonTest(effect, 0.01);
    if (isUndefined(absolute)) throw new Error(absolute.reason);
    const distance = (absolute.upper - effect.estimate) / effect.standardError;
    const relative = relativeInterval(...arms, distance);
    if (isUndefined(relative)) throw new Error(relative.reason);
    expect(relative.estimate).toBeCloseTo(converted / 100 - 1, 12);
    expect([converted, relative.lower > 0, relative.upper < 0]).toEqual([
      converted,
      absolute.lower > 0,
      absolute.upper < 0,
    ]);
    // each bound is a change that lies just so many standard errors off
    for (const change of [relative.lower, relative.upper]) {
      const va = (0.1 * 0.9) / 1_000;
      const p = converted / 1_000;
      const error = Math.sqrt((p * (1 - p)) / 1_000 + (1 + change) ** 2 * va);
      expect(Math.abs(p - (1 + change) * 0.1) / error).toBeCloseTo(distance, 8);
    }
  }
});

test('says nothing of changes where the control may have nothing', () => {
  expect(relativeInterval(share(100, 1), share(100, 5), 3)).toMatchObject({ kind: 'undefined' });
  expect(relativeInterval(share(100, 0), share(100, 5), 2)).toMatchObject({ kind: 'undefined' });
});
