import type { Handlers } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import { createAssigner } from '../assignment/assign.js';
import { bucketCount } from '../assignment/bucket.js';
import type { ExperimentStore } from '../store/experiment-store.js';
import type { assignmentOperations } from './assignment.contract.js';
import { layerSeedOf } from './experiments.js';

export interface AssignmentDeps {
  readonly experiments: ExperimentStore;
  /** The share of units that is held out. */
  readonly holdout: {
    get(tenant: TenantId): Promise<number>;
    set(tenant: TenantId, share: number): Promise<void>;
  };
}

export function assignmentHandlers({
  experiments,
  holdout,
}: AssignmentDeps): Handlers<typeof assignmentOperations> {
  const running = async (tenant: TenantId) => {
    const all = await experiments.list(tenant);
    return {
      holdout: {
        seed: 'holdout',
        buckets: Math.round((await holdout.get(tenant)) * bucketCount),
      },
      experiments: all.flatMap(({ key, state, definition, allocation }) =>
        state !== 'running' || allocation === null
          ? []
          : [
              {
                key,
                unit: definition.unit,
                seed: `arm:${key}`,
                layer_seed: layerSeedOf(key, definition),
                traffic: allocation.traffic.map((range) => [...range]),
                arms: allocation.arms.map((arm) => ({
                  key: arm.key,
                  buckets: arm.buckets.map((range) => [...range]),
                })),
                rules: structuredClone(definition.rules),
                holdout: definition.holdout,
              },
            ],
      ),
    };
  };
  return {
    'experiments.running': ({ tenant }) => running(tenant),
    'experiments.assign': async ({ tenant, input }) => {
      const assigner = createAssigner(await running(tenant));
      return {
        assignments: input.units.map(({ unit, attributes }) => ({
          unit,
          ...assigner.assign(input.experiment, unit, attributes),
        })),
      };
    },
    'experiments.holdout': async ({ tenant }) => ({ share: await holdout.get(tenant) }),
    'experiments.hold_out': async ({ tenant, input, note }) => {
      note({ detail: { share: input.share } });
      await holdout.set(tenant, input.share);
      return { share: input.share };
    },
  };
}
