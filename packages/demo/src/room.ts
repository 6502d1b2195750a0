import { defineRoom, type Handlers } from '@olympus/contract';
import experimentsRoom from '@olympus/experiments/room';
import ingestRoom from '@olympus/ingest/room';
import jobsRoom from '@olympus/jobs/room';
import mlRoom from '@olympus/ml/room';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { createDemo } from './demo.js';
import { createFillJob } from './filling/fill-job.js';
import { presetIds } from './shops/preset-ids.js';
import { findPreset } from './shops/presets.js';

export default defineRoom({
  contract,
  async open(hall) {
    const { clock, log } = hall;
    const [platform, ingest, jobs, experiments, ml] = await Promise.all([
      hall.use(platformRoom),
      hall.use(ingestRoom),
      hall.use(jobsRoom),
      hall.use(experimentsRoom),
      hall.use(mlRoom),
    ]);
    const demo = createDemo({ platform, ingest, experiments, clock, log, filled: ml.lookAfter });
    const fillJob = createFillJob(demo);
    jobs.register(fillJob);
    const handlers: Handlers<typeof contract.operations> = {
      'demo.fill': async ({ input }) => {
        const preset = input.preset ?? presetIds[0];
        const { id } = await jobs.enqueue(fillJob, { preset }, { exclusiveKey: preset });
        return { job: id, tenant: findPreset(preset).tenant };
      },
    };
    return { service: demo, handlers, close: () => demo.close() };
  },
});
