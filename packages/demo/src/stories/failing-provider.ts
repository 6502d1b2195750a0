import { isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';
import { requireProvider } from './targets.js';

/** Attempts to pay through one provider fail; who fails three times gives the order up. */
export interface FailingProvider extends StorySpan {
  readonly kind: 'failing_provider';
  readonly provider: string;
  /** Chance that an attempt fails, 0 … 1. */
  readonly failureRate: number;
}

export interface FailingProviderTruth extends TruthSpan {
  readonly kind: 'failing_provider';
  readonly provider: string;
  readonly failureRate: number;
  readonly attempts: number;
  readonly failures: number;
  /** Orders cancelled because no attempt succeeded. */
  readonly ordersLost: number;
}

export function plantFailingProvider(
  story: FailingProvider,
  { shop, calendar, random }: PlantContext,
): Planted<FailingProviderTruth> {
  const { kind, provider, failureRate } = story;
  requireProvider(shop, provider);
  const span = resolveSpan(calendar, story);
  const counted = { attempts: 0, failures: 0, ordersLost: 0 };
  return {
    influence: {
      paymentFails: (asked, atMs) => {
        if (asked !== provider || !isWithin(span, atMs)) return undefined;
        const fails = random.next() < failureRate;
        counted.attempts += 1;
        if (fails) counted.failures += 1;
        return fails;
      },
      unpaid: (asked) => {
        if (asked === provider) counted.ordersLost += 1;
      },
    },
    truth: () => ({ kind, ...span, provider, failureRate, ...counted }),
  };
}
