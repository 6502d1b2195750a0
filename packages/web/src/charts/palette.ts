/** A place in the categorical palette; 'other' is what has none of its own. */
export type Slot = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'other';

const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The slot of the n-th series; those past the eighth share the colour of the rest. */
export function slotAt(index: number): Slot {
  return SLOTS[index] ?? 'other';
}

/** A theme's colour by its token, so that a change of theme needs no drawing anew. */
export function colourOf(slot: Slot): string {
  return slot === 'other' ? 'var(--text-3)' : `var(--c${slot})`;
}

/**
 * Colours by name: the first eight names of a dimension get a slot each and keep it, whatever is
 * filtered or hidden later.
 */
export function createColourBook(): (name: string) => Slot {
  const known = new Map<string, Slot>();
  return (name) => {
    const slot = known.get(name) ?? slotAt(known.size);
    known.set(name, slot);
    return slot;
  };
}

/** Steps of the sequential and of the diverging scale. */
export const STEPS = 7;

/**
 * The step (1–7) of a value between two ends. All values alike are in the middle of the scale,
 * except zero, which is its low end.
 */
export function stepOf(value: number, low: number, high: number): number {
  if (high <= low) return value === 0 ? 1 : Math.ceil(STEPS / 2);
  const share = (value - low) / (high - low);
  return Math.max(1, Math.min(STEPS, 1 + Math.floor(share * STEPS)));
}

export function stepColour(step: number, diverging: boolean): string {
  return `var(--${diverging ? 'd' : 's'}${step})`;
}
