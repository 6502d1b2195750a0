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

/** @param shared  work that everybody waits for: it goes on before all others that rest */
export function createPace({ shared = false }: { readonly shared?: boolean } = {}): Pace {
  let startedMs = performance.now();
  return {
    due: () => performance.now() - startedMs > sliceMs,
    rest: () =>
      new Promise((resolve) => {
        const goOn = () => {
          startedMs = performance.now();
          resolve();
        };
        if (shared) resting.unshift(goOn);
        else resting.push(goOn);
        if (resting.length === 1) setImmediate(wakeNext);
      }),
  };
}
