import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundTarget } from './round-target.js';

test('a suggested target is a round number that is better than before, but not by much', () => {
  expect(roundTarget(48_213, 'up_good')).toBe(50_500);
  expect(roundTarget(0.0312, 'up_good')).toBe(0.033);
  expect(roundTarget(0.0312, 'down_good')).toBe(0.0295);
  expect(roundTarget(0, 'up_good')).toBe(0);
  expect(roundTarget(-20, 'down_good')).toBe(-20);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (value) => {
      const [more, less] = [roundTarget(value, 'up_good'), roundTarget(value, 'down_good')];
      expect(more).toBeGreaterThanOrEqual(value);
      expect(more).toBeLessThan(1.11 * value);
      expect(less).toBeLessThanOrEqual(value);
      expect(less).toBeGreaterThan(0.9 * value);
    }),
  );
});
