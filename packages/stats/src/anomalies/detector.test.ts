import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnomalyDetector } from './detector.js';

const wave = (t: number): number => 50 + 10 * Math.sin((2 * Math.PI * t) / 24) + ((t * 7) % 5);

describe('createAnomalyDetector', () => {
  it('alarms when a level shifts, within a few observations', () => {
    const detector = createAnomalyDetector();
    const alarms: number[] = [];
    for (let t = 0; t < 1_500; t++) {
      const value = ((t * 37) % 11) + (t >= 1_000 ? 30 : 0);
      if (detector.update(value) >= 0.5) alarms.push(t);
    }
    expect(alarms[0]).toBeGreaterThanOrEqual(1_000);
    expect(alarms[0]).toBeLessThanOrEqual(1_005);
  });

  it('reports a lasting shift a few times, not at every observation', () => {
    const detector = createAnomalyDetector();
    let alarms = 0;
    for (let t = 0; t < 3_000; t++) {
      if (detector.update(((t * 37) % 11) + (t >= 1_000 ? 30 : 0)) >= 0.5) alarms++;
    }
    expect(alarms).toBeGreaterThan(0);
    expect(alarms).toBeLessThanOrEqual(12);
  });

  it('misses a skipped daily wave without the season and sees it with it', () => {
    const highest = (seasonLength: number | undefined): number => {
      const detector = createAnomalyDetector(seasonLength ? { seasonLength } : {});
      let score = 0;
      for (let t = 0; t < 24 * 60; t++) {
        const flat = t >= 24 * 50 && t < 24 * 51;
        const s = detector.update(flat ? 50 + ((t * 7) % 5) : wave(t));
        if (flat) score = Math.max(score, s);
      }
      return score;
    };
    expect(highest(undefined)).toBeLessThan(0.5);
    expect(highest(24)).toBeGreaterThanOrEqual(0.5);
  });

  it('scores 0 during the warm-up, on a flat stream and for missing values', () => {
    const detector = createAnomalyDetector();
    for (let t = 0; t < 500; t++) expect(detector.update(7)).toBe(0);
    expect(detector.update(Number.NaN)).toBe(0);
    expect(createAnomalyDetector().update(1e9)).toBe(0);
  });

  it('always scores within [0, 1]', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double(), fc.double({ min: -100, max: 100 })), { maxLength: 200 }),
        fc.integer({ min: 0, max: 9 }),
        (values, seasonLength) => {
          const detector = createAnomalyDetector({ seasonLength, warmUp: 5 });
          return values.every((value) => {
            const score = detector.update(value);
            return score >= 0 && score <= 1;
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
