import type { FunnelData } from './data.js';

/** A step against the first one and the one before it. */
export interface FunnelStep {
  readonly ofFirst: number | null;
  readonly ofPrevious: number | null;
  /** How many the step lost of the one before. */
  readonly dropped: number;
}

/** The rates of a funnel; null where the base is zero. */
export function funnelSteps({ steps }: Pick<FunnelData, 'steps'>): readonly FunnelStep[] {
  const first = steps[0]?.value ?? 0;
  return steps.map(({ value }, index) => {
    const before = steps[index - 1]?.value;
    return {
      ofFirst: first > 0 ? value / first : null,
      ofPrevious: before === undefined || before <= 0 ? null : value / before,
      dropped: before === undefined ? 0 : before - value,
    };
  });
}

/** The step before which most were lost, by share; undefined where none was. */
export function largestDrop(steps: readonly FunnelStep[]): number | undefined {
  let worst: number | undefined;
  steps.forEach(({ ofPrevious }, index) => {
    if (ofPrevious === null || ofPrevious >= 1) return;
    const before = worst === undefined ? 1 : (steps[worst]?.ofPrevious ?? 1);
    if (ofPrevious < before) worst = index;
  });
  return worst;
}
