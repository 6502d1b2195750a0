import { isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';

/** Some of the customers who would have come again stop buying, each at a moment of the span. */
export interface Churners extends StorySpan {
  readonly kind: 'churners';
  /** Share of the customers who would come back, 0 … 1. */
  readonly share: number;
  /** Only of those with at least so many orders; 1 when absent. */
  readonly minOrders?: number;
}

export interface ChurnersTruth extends TruthSpan {
  readonly kind: 'churners';
  readonly share: number;
  readonly customers: readonly {
    readonly customer_id: string;
    /** From this instant on the customer orders nothing. */
    readonly stopsMs: number;
  }[];
}

export function plantChurners(
  story: Churners,
  { calendar, random }: PlantContext,
): Planted<ChurnersTruth> {
  const { kind, share, minOrders = 1 } = story;
  const span = resolveSpan(calendar, story);
  const stops = new Map<string, number>();
  return {
    influence: {
      startDay: (day, floor) => {
        if (!isWithin(day, span.fromMs)) return;
        for (const customer of floor.returning()) {
          if (customer.orders < minOrders || random.next() >= share) continue;
          const afterMs = Math.floor(random.next() * (span.toMs - span.fromMs));
          stops.set(customer.id, span.fromMs + afterMs);
        }
      },
      hasLeft: (customer, atMs) => (stops.get(customer.id) ?? Number.POSITIVE_INFINITY) <= atMs,
    },
    truth: () => ({
      kind,
      ...span,
      share,
      customers: Array.from(stops, ([customer_id, stopsMs]) => ({ customer_id, stopsMs })),
    }),
  };
}
