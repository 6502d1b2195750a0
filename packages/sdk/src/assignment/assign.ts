// Copied from packages/experiments/src/assignment/assign.ts by `npm run sdk`.
import { createBuckets } from './bucket.js';

/** Half-open span of buckets, [from, to). */
export type BucketRange = readonly number[];

/** A condition on the attributes that the application gives. */
export interface AssignmentRule {
  readonly attribute: string;
  readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte';
  readonly values: readonly (string | number)[];
}

/** A running experiment, as much of it as assigning needs. */
export interface AssignableExperiment {
  readonly key: string;
  readonly seed: string;
  readonly layer_seed: string;
  /** Who takes part: units whose bucket under `layer_seed` lies here. */
  readonly traffic: readonly BucketRange[];
  readonly arms: readonly { readonly key: string; readonly buckets: readonly BucketRange[] }[];
  readonly rules: readonly AssignmentRule[];
  readonly holdout: boolean;
}

/** What `experiments.running` answers. */
export interface AssignmentConfig {
  /** Units whose bucket under `seed` lies below `buckets` stay out of everything. */
  readonly holdout: { readonly seed: string; readonly buckets: number };
  readonly experiments: readonly AssignableExperiment[];
}

export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>
>;

/** Why a unit has an arm, or has none. */
export type AssignmentReason =
  | 'assigned'
  | 'not_running'
  | 'not_targeted'
  | 'held_out'
  | 'not_in_traffic';

export interface Assignment {
  /** Null: show what everybody sees. */
  readonly arm: string | null;
  readonly reason: AssignmentReason;
}

const none = (reason: AssignmentReason): Assignment => ({ arm: null, reason });

const within = (ranges: readonly BucketRange[], bucket: number): boolean => {
  for (const range of ranges) {
    if (bucket >= (range[0] ?? 0) && bucket < (range[1] ?? 0)) return true;
  }
  return false;
};

function meets(rule: AssignmentRule, attributes: Attributes): boolean {
  const given = attributes[rule.attribute];
  const list = Array.isArray(given) ? given : [given];
  const isOne = () =>
    list.some((one) => rule.values.some((value) => String(one ?? '') === String(value)));
  switch (rule.operator) {
    case 'equals':
      return isOne();
    case 'not_equals':
      return !isOne();
    default: {
      const number = typeof given === 'number' ? given : Number.NaN;
      const bound = Number(rule.values[0]);
      if (rule.operator === 'gt') return number > bound;
      if (rule.operator === 'gte') return number >= bound;
      return rule.operator === 'lt' ? number < bound : number <= bound;
    }
  }
}

/** Assigns units to the arms of running experiments, without asking anybody. */
export interface Assigner {
  /**
   * The arm of a unit: the same one each time, on every machine.
   * @param unit the customer's id or the browser's anonymous id, as the experiment says
   */
  assign(experiment: string, unit: string, attributes?: Attributes): Assignment;
}

/**
 * @example
 *   const assigner = createAssigner(await olympus.experiments.running({ tenant_id: 'shop' }));
 *   const { arm } = assigner.assign('checkout-button', visitorId, { country: 'DE' });
 */
export function createAssigner(config: AssignmentConfig): Assigner {
  const experiments = new Map(
    config.experiments.map((one) => [
      one.key,
      { ...one, layerOf: createBuckets(one.layer_seed), armOf: createBuckets(one.seed) },
    ]),
  );
  const { holdout } = config;
  const holdoutOf = createBuckets(holdout.seed);
  return {
    assign(key, unit, attributes = {}) {
      const experiment = experiments.get(key);
      if (experiment === undefined) return none('not_running');
      if (!experiment.rules.every((rule) => meets(rule, attributes))) return none('not_targeted');
      if (experiment.holdout && holdout.buckets > 0) {
        if (holdoutOf(unit) < holdout.buckets) return none('held_out');
      }
      if (!within(experiment.traffic, experiment.layerOf(unit))) {
        return none('not_in_traffic');
      }
      const bucket = experiment.armOf(unit);
      for (const arm of experiment.arms) {
        if (within(arm.buckets, bucket)) return { arm: arm.key, reason: 'assigned' };
      }
      return none('not_in_traffic');
    },
  };
}

/**
 * The event that tells that a unit was shown its arm. Send it when the difference is seen, not when
 * the unit is assigned.
 */
export const exposureOf = (
  experiment: string,
  arm: string,
  who: { readonly customer_id: string } | { readonly anonymous_id: string },
) => ({
  type: 'experiment.exposed' as const,
  data: { experiment_id: experiment, variant: arm, ...who },
  ...('customer_id' in who ? { subject: who.customer_id } : {}),
});
