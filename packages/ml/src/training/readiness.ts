import type { KnownSpan } from '../features/read-customers.js';
import { leastDays, plan } from './rolling.js';

/** Whether there is enough to learn from. */
export interface Readiness {
  readonly ready: boolean;
  readonly buyers: number;
  readonly buyersNeeded: number;
  readonly days: number;
  readonly daysNeeded: number;
}

export function readinessOf(span: KnownSpan | undefined): Readiness {
  const buyers = span?.buyers ?? 0;
  const days = span === undefined ? 0 : Math.max(0, span.endDay - span.startDay);
  return {
    ready: buyers >= plan.leastBuyers && days >= leastDays,
    buyers,
    buyersNeeded: plan.leastBuyers,
    days,
    daysNeeded: leastDays,
  };
}

/** What is missing, in one sentence; undefined where nothing is. */
export function missingIn(readiness: Readiness): string | undefined {
  const { ready, buyers, buyersNeeded, days, daysNeeded } = readiness;
  if (ready) return undefined;
  const parts = [
    ...(buyers < buyersNeeded ? [`${buyers} buyers, ${buyersNeeded} needed`] : []),
    ...(days < daysNeeded ? [`${days} days of orders, ${daysNeeded} needed`] : []),
  ];
  return parts.join('; ');
}
