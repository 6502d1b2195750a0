import { defineRoom } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import ingestRoom from '@olympus/ingest/room';
import jobsRoom from '@olympus/jobs/room';
import objectsRoom from '@olympus/objects/room';
import { jsonSetting } from '@olympus/platform';
import platformRoom from '@olympus/platform/room';
import { createThreadPool } from '@olympus/threads';
import warehouseRoom from '@olympus/warehouse/room';
import contract from './contract.js';
import { createCustomerReader } from './features/read-customers.js';
import { type MlJobs, registerMlJobs } from './jobs.js';
import { createAtRiskReader } from './operations/at-risk.js';
import { mlHandlers } from './operations/ml.js';
import { decisionsOnModels, predictionsOfCustomers } from './personal-data.js';
import { createArtifacts } from './registry/artifacts.js';
import { createModelStore } from './registry/model-store.js';
import { createMlService } from './service.js';
import { createErased } from './serving/erased.js';
import type { MlMethods } from './training/worker.js';

const scoredSetting = jsonSetting('ml.scored');

/** What rooms below ask of this one. */
export type MlRoomService = Pick<MlJobs, 'lookAfter'>;

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  async open(hall) {
    const { clock, log, changes } = hall;
    const [platform, warehouse, jobs, { objects }, ingest] = await Promise.all([
      hall.use(platformRoom),
      hall.use(warehouseRoom),
      hall.use(jobsRoom),
      hall.use(objectsRoom),
      hall.use(ingestRoom),
    ]);
    const { database, tenants, settings } = platform;
    const entry = new URL('./training/worker.js', import.meta.url);
    const training = createThreadPool<MlMethods>({ entry, name: 'a thread that trains', size: 1 });
    const scoring = createThreadPool<MlMethods>({ entry, name: 'a thread that scores', size: 1 });
    const store = createModelStore(database, clock);
    const erased = createErased();
    const service = createMlService({
      reader: createCustomerReader({
        warehouse,
        timeZoneOf: async (tenant) => (await tenants.get(tenant))?.timeZone,
        now: () => clock.now(),
      }),
      store,
      artifacts: createArtifacts(objects),
      warehouse,
      erased,
      training,
      scoring,
      publish: (change) => changes.publish(change),
      clock,
      log,
    });
    const scoredAt = async (tenant: TenantId) => {
      const at = await settings.get(tenant, scoredSetting);
      return typeof at === 'number' ? at : null;
    };
    const work = registerMlJobs({
      jobs,
      service,
      store,
      tenants: async () => (await tenants.list()).map(({ id }) => id),
      scoredAt,
      setScoredAt: (tenant, atMs) => settings.set(tenant, scoredSetting, atMs),
      clock,
      log,
    });
    const ml: MlRoomService = { lookAfter: work.lookAfter };
    return {
      service: ml,
      handlers: mlHandlers({
        service,
        store,
        atRisk: createAtRiskReader(warehouse),
        customerKey: ingest.customerKey,
        currencyOf: async (tenant) => (await tenants.get(tenant))?.currency ?? 'EUR',
        scoredAt: async (tenant) => {
          const at = await scoredAt(tenant);
          return at === null ? null : new Date(at).toISOString();
        },
        enqueueTraining: work.train,
        enqueueScoring: work.score,
      }),
      personalData: [decisionsOnModels, predictionsOfCustomers(warehouse, erased)],
      async close() {
        await Promise.all([training.close(), scoring.close()]);
      },
    };
  },
});
