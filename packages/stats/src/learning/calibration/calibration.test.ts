import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../fixtures/learning/golden.json' with { type: 'json' };
import { drawNormal } from '../../sampling/draws.js';
import { createRandom } from '../../sampling/random.js';
import { isUndefined, type Undefined } from '../../undefined.js';
import { calibrationError } from '../metrics/classification.js';
import { calibrate, fitIsotonic, fitPlatt } from './calibration.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

/** Scores that are log odds twice too sure. */
const overconfident = (seed: number) => {
  const random = createRandom(seed);
  const scores = Float64Array.from({ length: 3000 }, () => 2 * drawNormal(random));
  const outcomes = scores.map((s) => (random.next() < 1 / (1 + Math.exp(-s / 2)) ? 1 : 0));
  return { scores, outcomes };
};

describe('calibration', () => {
  it('by isotonic regression agrees with scikit-learn', () => {
    const { outcomes, probabilities, isotonic } = golden.metrics;
    const map = defined(fitIsotonic(probabilities, outcomes));
    defined(calibrate(map, probabilities)).forEach((p, i) => {
      expect(p).toBeCloseTo(isotonic[i] ?? 0, 12);
    });
  });

  it.each([fitPlatt, fitIsotonic])('makes sure scores honest on fresh rows (%o)', (fit) => {
    const [train, test] = [overconfident(1), overconfident(2)];
    const raw = test.scores.map((s) => 1 / (1 + Math.exp(-s)));
    const mapped = defined(calibrate(defined(fit(train.scores, train.outcomes)), test.scores));
    expect(defined(calibrationError(test.outcomes, raw))).toBeGreaterThan(0.06);
    expect(defined(calibrationError(test.outcomes, mapped))).toBeLessThan(0.03);
  });

  it('refuses a single class and scores that are not finite', () => {
    for (const fit of [fitPlatt, fitIsotonic]) {
      expect(fit([1, 2, 3], [1, 1, 1])?.kind).toBe('undefined');
      expect(fit([1, Number.NaN], [0, 1])?.kind).toBe('undefined');
      expect(fit([1], [1])?.kind).toBe('undefined');
    }
  });

  it('by isotonic regression rises and stays within 0…1 for any input', () => {
    const pairs = fc.array(fc.tuple(fc.double(), fc.nat(1)), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(pairs, (rows) => {
        const map = fitIsotonic(
          rows.map(([s]) => s),
          rows.map(([, o]) => o),
        );
        if (isUndefined(map)) return;
        expect(JSON.parse(JSON.stringify(map))).toEqual(map);
        const scores = rows.map(([s]) => s).sort((a, b) => a - b);
        const p = [...defined(calibrate(map, scores))];
        expect(p.every((v, i) => v >= 0 && v <= 1 && v >= (p[i - 1] ?? 0) - 1e-12)).toBe(true);
      }),
    );
  });
});
