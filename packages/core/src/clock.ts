/** The only source of the present. Milliseconds since 1970-01-01T00:00:00Z. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Milliseconds since some moment, never going back: for spans of time, not for the present. */
export const monotonicClock: Clock = { now: () => performance.now() };

/** A clock that stands still until told otherwise; for tests and simulations. */
export function createManualClock(startMs: number): Clock & { set(ms: number): void } {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    set: (ms) => {
      nowMs = ms;
    },
  };
}
