import type { TenantId } from '@olympus/core';
import { allotArms, allotTraffic } from './assignment/allocation.js';
import type { ExperimentDefinition } from './definition/definition.js';
import type { ExperimentStore } from './store/experiment-store.js';

/** What rooms below ask of this one. */
export interface ExperimentsService {
  /** Makes an experiment that began already, for shops that are simulated; one that is there stays. */
  plant(
    tenant: TenantId,
    experiment: {
      readonly key: string;
      readonly definition: ExperimentDefinition;
      readonly startedAtMs: number;
      readonly by: string;
    },
  ): Promise<void>;
}

export const createExperimentsService = (experiments: ExperimentStore): ExperimentsService => ({
  async plant(tenant, { key, definition, startedAtMs, by }) {
    const there = await experiments.find(tenant, key);
    if (there !== undefined) return;
    const draft = await experiments.add(tenant, key, definition, by);
    const traffic = allotTraffic(definition.traffic, []) ?? [];
    await experiments.change(
      tenant,
      draft,
      {
        state: 'running',
        allocation: { traffic, arms: allotArms(definition.arms) },
        startedAtMs,
        measuredFromMs: startedAtMs,
      },
      by,
    );
  },
});
