import { describe, expect, it } from 'vitest';
import { decide, type Rivals } from './decide.js';

const dayMs = 86_400_000;
const figure = (lower: number, upper: number) => ({ value: (lower + upper) / 2, lower, upper });
const better = figure(-0.03, -0.01);
const unclear = figure(-0.02, 0.01);
const worse = figure(0.01, 0.03);
const running = { trainedAtMs: 0 };
const of = (more: Partial<Rivals>) =>
  decide({
    againstBaseline: better,
    againstRunning: null,
    running: undefined,
    nowMs: 7 * dayMs,
    ...more,
  }).promote;

describe('whether a candidate runs', () => {
  it('needs to be better than the simple rule beyond noise', () => {
    expect(of({})).toBe(true);
    expect(of({ againstBaseline: unclear })).toBe(false);
    expect(of({ againstBaseline: worse })).toBe(false);
  });

  it('takes intervals that hold for as good an error, but for no worse one', () => {
    expect(of({ againstBaseline: unclear, coverage: figure(0.76, 0.8) })).toBe(true);
    expect(of({ againstBaseline: unclear, coverage: figure(0.5, 0.6) })).toBe(false);
    expect(of({ againstBaseline: worse, coverage: figure(0.76, 0.8) })).toBe(false);
  });

  it('needs to be better than what runs beyond noise, unless that is old', () => {
    expect(of({ running, againstRunning: better })).toBe(true);
    expect(of({ running, againstRunning: unclear })).toBe(false);
    expect(of({ running, againstRunning: unclear, nowMs: 61 * dayMs })).toBe(true);
    expect(of({ running, againstRunning: worse, nowMs: 61 * dayMs })).toBe(false);
  });
});
