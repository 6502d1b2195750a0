/**
 * Long work on the main thread, cut into slices so that nobody waits for all of it. To be asked
 * between small steps: `if (pace.due()) await pace.rest()`.
 */
export interface Pace {
  /** Whether the slice is used up. */
  due(): boolean;
  /** Lets everything else have its turn, then begins the next slice. */
  rest(): Promise<void>;
}

/** Milliseconds of a slice: a fifth of what anything may hold the main thread for. */
const sliceMs = 10;

/** Whoever rests; one of them goes on in each turn of the event loop, however many there are. */
const resting: (() => void)[] = [];

function wakeNext(): void {
  resting.shift()?.();
  if (resting.length > 0) setImmediate(wakeNext);
}

export function createPace(): Pace {
  let startedMs = performance.now();
  return {
    due: () => performance.now() - startedMs > sliceMs,
    rest: () =>
      new Promise((resolve) => {
        resting.push(() => {
          startedMs = performance.now();
          resolve();
        });
        if (resting.length === 1) setImmediate(wakeNext);
      }),
  };
}
