import analyticsRoom from '@olympus/analytics/room';
import { defineRoom } from '@olympus/contract';
import { monotonicClock } from '@olympus/core';
import { jsonSetting } from '@olympus/platform';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { assignmentHandlers } from './operations/assignment.js';
import { experimentHandlers } from './operations/experiments.js';
import { figureHandlers } from './operations/figures.js';
import { authorsOfExperiments } from './personal-data.js';
import { createExperimentsService } from './plant.js';
import { createExperimentReader } from './results/read.js';
import { createExperimentStore } from './store/experiment-store.js';

/** The share of a tenant's units that stays out of experiments; none until somebody says so. */
const holdoutSetting = jsonSetting('experiments.holdout');

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  async open(hall) {
    const { clock } = hall;
    const [{ database, settings }, { analytics }] = await Promise.all([
      hall.use(platformRoom),
      hall.use(analyticsRoom),
    ]);
    const experiments = createExperimentStore(database, clock);
    const reader = createExperimentReader(analytics);
    const deps = { experiments, reader, analytics, clock, stopwatch: monotonicClock };
    return {
      service: createExperimentsService(experiments),
      handlers: {
        ...experimentHandlers(deps),
        ...figureHandlers(deps),
        ...assignmentHandlers({
          experiments,
          holdout: {
            get: async (tenant) => {
              const share = await settings.get(tenant, holdoutSetting);
              return typeof share === 'number' ? share : 0;
            },
            set: (tenant, share) => settings.set(tenant, holdoutSetting, share),
          },
        }),
      },
      personalData: [authorsOfExperiments],
    };
  },
});
