import type { FunnelPlan } from './funnel.js';

const isSale = ({ act }: FunnelPlan['steps'][number]): boolean =>
  act.source.kind === 'document' && act.source.entry === 'sale';

/**
 * Position of the step whose orders are what converting is worth: the last, or in any order the one
 * that is an order; undefined where there is none.
 */
export function worthStep({ order, steps }: FunnelPlan): number | undefined {
  const last = steps.length - 1;
  const found =
    order === 'any'
      ? steps.findIndex(isSale)
      : steps.findIndex((step, index) => index === last && isSale(step));
  return found < 0 ? undefined : found;
}

/** Whether converting has a worth. */
export const hasWorth = (plan: FunnelPlan): boolean => worthStep(plan) !== undefined;
