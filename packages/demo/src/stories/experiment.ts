import { Problem } from '@olympus/core';
import { chooseWeighted } from '../simulation/choose.js';
import type { Encounter } from '../simulation/influence.js';
import { drawCopies, isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';

export interface ExperimentVariant {
  readonly id: string;
  readonly weight: number;
  /** Relative change of the conversion rate, −1 …; 0 for the control, and for all of an A/A test. */
  readonly lift: number;
}

/**
 * Online visitors are assigned at random when they come first. The effect is on whether that first
 * visit buys: units are visitors, and a unit converts when it orders. A visitor is told by customer
 * where one bought or is known, anonymously otherwise.
 */
export interface Experiment extends StorySpan {
  readonly kind: 'experiment';
  readonly id: string;
  readonly variants: readonly ExperimentVariant[];
}

export interface ExperimentTruth extends TruthSpan {
  readonly kind: 'experiment';
  readonly id: string;
  readonly variants: readonly (ExperimentVariant & {
    readonly exposed: number;
    readonly converted: number;
  })[];
}

interface Arm extends ExperimentVariant {
  exposed: number;
  converted: number;
  /** Conversions that the lift still owes, to be made of visitors who would only have looked. */
  owed: number;
}

export function plantExperiment(
  story: Experiment,
  { shop, calendar, random }: PlantContext,
): Planted<ExperimentTruth> {
  const { kind, id } = story;
  if (shop.places.online.share === 0 || story.variants.length < 2) {
    throw new Problem({
      code: 'invalid_experiment',
      kind: 'invalid',
      message: `The experiment "${id.slice(0, 80)}" cannot be run in ${shop.name}`,
      remedy: 'It takes online visitors and two variants or more.',
    });
  }
  const span = resolveSpan(calendar, story);
  const arms: readonly Arm[] = story.variants.map((variant) => ({
    ...variant,
    exposed: 0,
    converted: 0,
    owed: 0,
  }));
  /** Customers take part once. */
  const known = new Set<string>();
  const repeated: Encounter = { buys: true, endsMs: span.toMs, expose: () => {} };
  return {
    influence: {
      meets: (customer, atMs, emit) => {
        if (!isWithin(span, atMs)) return undefined;
        if (customer !== undefined && known.has(customer.id)) return repeated;
        const arm = chooseWeighted(random, arms, ({ weight }) => weight);
        if (arm === undefined) return undefined;
        const intends = customer !== undefined;
        const buys = intends ? arm.lift >= 0 || random.next() >= -arm.lift : arm.owed > 0;
        return {
          buys,
          endsMs: span.toMs,
          expose: (who) => {
            arm.exposed += 1;
            const isKnown = 'customer_id' in who;
            if (isKnown) known.add(who.customer_id);
            if (buys) {
              arm.converted += 1;
              if (!intends) arm.owed -= 1;
              else if (arm.lift > 0) arm.owed += drawCopies(random, arm.lift);
            }
            // a buyer sees the variant before the checkout, everybody else when they arrive
            emit(
              buys ? atMs - 10_000 : atMs + 1_000,
              'experiment.exposed',
              { experiment_id: id, variant: arm.id, ...who },
              isKnown ? who.customer_id : undefined,
            );
          },
        };
      },
    },
    truth: () => ({ kind, ...span, id, variants: arms.map(({ owed: _, ...arm }) => ({ ...arm })) }),
  };
}
