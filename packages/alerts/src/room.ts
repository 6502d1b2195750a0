import { randomUUID } from 'node:crypto';
import analyticsRoom from '@olympus/analytics/room';
import { ledgersChanged } from '@olympus/bus';
import { defineRoom } from '@olympus/contract';
import { monotonicClock, type TenantId } from '@olympus/core';
import deliveryRoom from '@olympus/delivery/room';
import jobsRoom from '@olympus/jobs/room';
import kpisRoom from '@olympus/kpis/room';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { createEvaluation } from './evaluation/evaluate.js';
import { registerLooking } from './evaluation/jobs.js';
import { createTelling } from './evaluation/telling.js';
import { createWatch } from './evaluation/watch.js';
import { alertHandlers } from './operations/alerts.js';
import { alertsAsPersonalData } from './personal-data.js';
import { createAlertStore } from './store/alert-store.js';
import { createFiringStore } from './store/firing-store.js';
import { createLease } from './store/lease.js';

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  async open(hall) {
    const { clock, log, bus, serves } = hall;
    const [{ database, tenants }, jobs, { analytics }, kpis, delivery] = await Promise.all([
      hall.use(platformRoom),
      hall.use(jobsRoom),
      hall.use(analyticsRoom),
      hall.use(kpisRoom),
      hall.use(deliveryRoom),
    ]);
    const alerts = createAlertStore(database, clock);
    const firings = createFiringStore(database, clock);
    const telling = createTelling({ analytics, firings, delivery, clock, log });
    const deps = {
      analytics,
      alerts,
      firings,
      telling,
      tenantOf: (tenant: TenantId) => tenants.get(tenant),
      paceOf: (tenant: TenantId, kpi: string) => kpis.pace(tenant, kpi),
      clock,
      stopwatch: monotonicClock,
      log,
    };
    const evaluation = createEvaluation(deps);
    const mayEvaluate = createLease(database, clock, randomUUID());
    /** Tenants whose alerts somebody changed just now: windows that ended long ago are judged too. */
    const anew = new Set<TenantId>();
    const watch = createWatch(async (tenant, signal) => {
      const whole = anew.delete(tenant);
      if (whole || (await mayEvaluate())) {
        await evaluation.run(tenant, whole ? 'minute' : 'changes', signal);
      }
    }, log);
    registerLooking(jobs, {
      tenants: () => alerts.tenants(),
      look: async (tenant, signal) => {
        // what an earlier process could not tell any more comes first
        await evaluation.tellOpen(tenant);
        await evaluation.run(tenant, 'minute', signal);
      },
    });
    const stopListening = serves
      ? bus.subscribe(ledgersChanged, 'all', (_, tenant) => {
          if (tenant !== undefined) watch.changed(tenant);
        })
      : () => undefined;
    return {
      service: undefined,
      handlers: alertHandlers({
        ...deps,
        look: (tenant) => {
          if (!serves) return;
          anew.add(tenant);
          watch.changed(tenant);
        },
      }),
      personalData: [alertsAsPersonalData],
      async stopping() {
        stopListening();
        await watch.stop();
        await evaluation.settled();
      },
    };
  },
});
