import analyticsRoom from '@olympus/analytics/room';
import { defineRoom } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import jobsRoom from '@olympus/jobs/room';
import { jsonSetting } from '@olympus/platform';
import platformRoom from '@olympus/platform/room';
import warehouseRoom from '@olympus/warehouse/room';
import { createPeerStore } from './benchmarks/peer-store.js';
import contract from './contract.js';
import { createKpiStore } from './definition/kpi-store.js';
import { goalsOf } from './goals.js';
import { createKpis } from './kpis.js';
import { kpiHandlers } from './operations/kpis.js';
import { kpisAsPersonalData } from './personal-data.js';
import { registerRecording } from './recording/jobs.js';
import { createPeriodStore } from './recording/period-store.js';
import { recordFinished } from './recording/record.js';

/** Whether a tenant takes part in the comparison with others; off until somebody turns it on. */
const peersSetting = jsonSetting('kpis.peers');

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  async open(hall) {
    const { clock, log } = hall;
    const [platform, warehouse, jobs, { analytics, ask }] = await Promise.all([
      hall.use(platformRoom),
      hall.use(warehouseRoom),
      hall.use(jobsRoom),
      hall.use(analyticsRoom),
    ]);
    const { database, tenants, settings } = platform;
    const deps = {
      analytics,
      kpis: createKpiStore(database, clock),
      periods: createPeriodStore(database),
      peers: createPeerStore(database),
      tenantOf: (tenant: TenantId) => tenants.get(tenant),
      version: (tenant: TenantId) => warehouse.version(tenant),
      isShared: async (tenant: TenantId) => (await settings.get(tenant, peersSetting)) === true,
      clock,
      log,
    };
    const service = createKpis(deps);
    ask.setGoals(goalsOf(deps.kpis, service));
    const recording = registerRecording(jobs, {
      due: () => deps.kpis.due(),
      record: async (tenant, signal) => {
        const moment = await service.moment(tenant, undefined, signal);
        return recordFinished(deps, moment, moment.model);
      },
    });
    const stopListening = platform.changes.onChange(({ kind, tenantId }) => {
      service.forget(tenantId);
      // its periods may end at other times now
      if (kind === 'tenant' && tenantId !== undefined && hall.serves) {
        void deps.kpis.list(tenantId).then(
          (all) => (all.length > 0 ? recording.enqueue(tenantId) : undefined),
          () => undefined,
        );
      }
    });
    return {
      service,
      handlers: kpiHandlers({
        ...deps,
        service,
        setShared: (tenant, shared) => settings.set(tenant, peersSetting, shared),
        record: (tenant) => recording.enqueue(tenant),
      }),
      personalData: [kpisAsPersonalData],
      async close() {
        stopListening();
      },
    };
  },
});
