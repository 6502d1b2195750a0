import type { PlannedAct } from '../plan-act.js';

/**
 * The act that is read for a start. The first of all orders is the least of their times, so that no
 * order has to be numbered; with conditions it does, as the first order may not meet them.
 */
export function startOf(act: PlannedAct, onlyFirst: boolean): PlannedAct {
  const { source, filters } = act;
  if (!onlyFirst || source.kind !== 'document' || source.place !== 'first') return act;
  if (filters.length > 0) return act;
  return { ...act, source: { kind: 'document', entry: source.entry } };
}
