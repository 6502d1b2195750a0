import { type Undefined, undefinedBecause } from '../undefined.js';

/** Answer of a streaming change detector to one value. */
export interface ChangeSignal {
  readonly kind: 'change-signal';
  /** True when a change was found at this value; the detector has then started anew. */
  readonly drift: boolean;
  /** Mean since the last change. */
  readonly mean: number;
  /** Values since the last change. */
  readonly n: number;
}

/** A detector of changes in the mean of a stream, in constant or logarithmic memory. */
export interface ChangeDetector {
  /** Takes one finite value; a value that is not finite is left out and gives undefined. */
  update(value: number): ChangeSignal | Undefined;
}

/** Options of the Page–Hinkley detector. */
export interface PageHinkleyOptions {
  /** Changes smaller than this are tolerated, in the values' unit; default 0.005. */
  readonly delta?: number;
  /** Larger = fewer alarms, later; in the values' unit × values; default 50. */
  readonly threshold?: number;
  readonly direction?: 'up' | 'down' | 'both';
  /** Values before the first alarm; default 30. */
  readonly minimum?: number;
}

/** Page–Hinkley test (Page 1954): cumulated deviations from the running mean, O(1) memory. */
export const createPageHinkley = (options: PageHinkleyOptions = {}): ChangeDetector => {
  const { delta = 0.005, threshold = 50, direction = 'both', minimum = 30 } = options;
  let n = 0;
  let mean = 0;
  let up = 0;
  let down = 0;
  return {
    update: (value) => {
      if (!Number.isFinite(value)) return undefinedBecause('the value is not finite');
      n++;
      mean += value / n - mean / n;
      up = Math.max(0, up + value - mean - delta);
      down = Math.max(0, down - value + mean - delta);
      const found =
        (direction !== 'down' && up > threshold) || (direction !== 'up' && down > threshold);
      const signal = { kind: 'change-signal', drift: found && n >= minimum, mean, n } as const;
      if (signal.drift) {
        n = 0;
        mean = 0;
        up = 0;
        down = 0;
      }
      return signal;
    },
  };
};
