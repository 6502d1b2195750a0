import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectAnomalies } from './detect.js';

/** Deterministic noise, roughly normal with deviation 1. */
function noise(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  return () => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum - 6;
  };
}

function weekly(n: number, seed: number): number[] {
  const draw = noise(seed);
  return Array.from({ length: n }, (_, t) => 100 + 20 * Math.sin((2 * Math.PI * t) / 7) + draw());
}

describe('detectAnomalies', () => {
  it('finds spikes hidden by the season and nothing else', () => {
    const values = weekly(140, 3);
    values[60] = (values[60] ?? 0) + 15;
    values[95] = (values[95] ?? 0) - 12;
    const report = detectAnomalies(values, { seasonLength: 7 });
    if (report.kind === 'undefined') throw new Error(report.reason);
    expect(report.points.map((p) => [p.index, p.direction])).toEqual([
      [60, 'above'],
      [95, 'below'],
    ]);
    expect(report.changes).toEqual([]);
    expect(report.points[0]?.expected).toBeCloseTo(100 + 20 * Math.sin((2 * Math.PI * 60) / 7), -1);
  });

  it('reports a level shift as one change, not as a run of odd points', () => {
    const values = weekly(140, 5).map((y, t) => (t >= 77 ? y + 25 : y));
    const report = detectAnomalies(values, { seasonLength: 7 });
    if (report.kind === 'undefined') throw new Error(report.reason);
    expect(report.changes).toHaveLength(1);
    expect(report.changes[0]?.change).toBe('level');
    expect(Math.abs((report.changes[0]?.index ?? 0) - 77)).toBeLessThanOrEqual(2);
    expect(report.changes[0]?.shift).toBeCloseTo(25, -1);
    expect(report.points.length).toBeLessThanOrEqual(2);
  });

  it('tells a turn of the trend from a jump', () => {
    const draw = noise(11);
    const values = Array.from({ length: 160 }, (_, t) => (t < 80 ? 0 : 0.8 * (t - 80)) + draw());
    const report = detectAnomalies(values);
    if (report.kind === 'undefined') throw new Error(report.reason);
    expect(report.changes.map((c) => c.change)).toEqual(['trend']);
    expect(report.changes[0]?.slopeAfter).toBeCloseTo(0.8, 1);
  });

  it('raises few false alarms on pure noise', () => {
    let points = 0;
    let changes = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const draw = noise(seed);
      const report = detectAnomalies(Array.from({ length: 120 }, draw));
      if (report.kind === 'undefined') throw new Error(report.reason);
      points += report.points.length;
      changes += report.changes.length;
    }
    expect(points).toBeLessThanOrEqual(4);
    expect(changes).toBeLessThanOrEqual(2);
  });

  it('keeps positions when gaps surround and interrupt the series', () => {
    const values: (number | null)[] = weekly(100, 9);
    values[50] = 300;
    values[20] = null;
    const report = detectAnomalies([null, Number.NaN, ...values, null], { seasonLength: 7 });
    if (report.kind === 'undefined') throw new Error(report.reason);
    expect(report.points.map((p) => p.index)).toEqual([52]);
    expect(report.expected).toHaveLength(103);
  });

  it('sees a Saturday morning as busy as a working day, through a day and a week', () => {
    const draw = noise(13);
    const values = Array.from({ length: 168 * 5 }, (_, t) => {
      const day = Math.floor(t / 24) % 7;
      return 100 + 30 * Math.sin((2 * Math.PI * t) / 24) + (day < 5 ? 20 : -20) + 2 * draw();
    });
    for (let t = 168 * 3 + 120; t < 168 * 3 + 126; t++) values[t] = (values[t] ?? 0) + 40;
    const report = detectAnomalies(values, { seasonLength: [24, 168] });
    if (report.kind === 'undefined') throw new Error(report.reason);
    const found = report.points.map((p) => p.index);
    for (let t = 168 * 3 + 120; t < 168 * 3 + 126; t++) expect(found).toContain(t);
    expect(found.length).toBeLessThanOrEqual(10);
  });

  it('says why it cannot answer', () => {
    expect(detectAnomalies([1, 2, 3])).toMatchObject({ kind: 'undefined' });
    expect(detectAnomalies(weekly(50, 1), { seasonLength: 2.5 })).toMatchObject({
      kind: 'undefined',
    });
  });

  it('never lets a number out that is not finite', () => {
    const observation = fc.oneof(
      fc.double({ min: -1e9, max: 1e9 }),
      fc.constantFrom(0, null, Number.NaN, 1e300, -1e-300),
    );
    fc.assert(
      fc.property(
        fc.array(observation, { maxLength: 60 }),
        fc.integer({ min: 1, max: 13 }),
        (values, seasonLength) => {
          const report = detectAnomalies(values, { seasonLength });
          if (report.kind === 'undefined') return report.reason.length > 0;
          return [
            report.expected,
            report.lower,
            report.upper,
            report.points.map((p) => p.deviations),
            report.changes.map((c) => c.shift),
          ].every((numbers) => [...numbers].every(Number.isFinite));
        },
      ),
      { numRuns: 150 },
    );
  });
});
