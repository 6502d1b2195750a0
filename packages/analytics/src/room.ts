import { availableParallelism } from 'node:os';
import { defineRoom } from '@olympus/contract';
import ingestRoom from '@olympus/ingest/room';
import jobsRoom from '@olympus/jobs/room';
import platformRoom from '@olympus/platform/room';
import { createStatsPool } from '@olympus/stats/pool';
import warehouseRoom from '@olympus/warehouse/room';
import { type Analytics, createAnalytics } from './analytics.js';
import { type Ask, createAsk } from './ask/ask.js';
import { createConversations } from './ask/conversations.js';
import { cohortHandlers } from './cohorts/cohort-handlers.js';
import { createCohortStore } from './cohorts/cohort-store.js';
import { cohortListsOfPeople } from './cohorts/personal-data.js';
import contract from './contract.js';
import { listHandlers, profileHandlers, segmentHandlers } from './customers/handlers.js';
import { createPersonalReader } from './customers/personal.js';
import { createDetectors } from './detectors/detectors.js';
import { createAnomalyLabels } from './detectors/labels.js';
import { funnelHandlers } from './funnels/handlers.js';
import { holidayHandlers } from './holidays/handlers.js';
import { anomalyHandlers } from './operations/anomalies.js';
import { askHandlers } from './operations/ask.js';
import { explainHandlers } from './operations/explain.js';
import { insightHandlers } from './operations/insights.js';
import { metricHandlers } from './operations/metrics.js';
import { queryHandlers } from './operations/query.js';
import { trendsHandlers } from './operations/trends.js';
import { pathHandlers } from './paths/handlers.js';
import { watchingHandlers } from './people/watching-handlers.js';
import { createRefreshJob } from './tenant/refresh-job.js';

/** What rooms below ask of this one. */
export interface AnalyticsService {
  readonly analytics: Analytics;
  readonly ask: Ask;
}

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  async open(hall) {
    const { clock, log, changes, serves } = hall;
    const [platform, warehouse, jobs, ingest] = await Promise.all([
      hall.use(platformRoom),
      hall.use(warehouseRoom),
      hall.use(jobsRoom),
      hall.use(ingestRoom),
    ]);
    // one processor is left to the thread that serves
    const pool = createStatsPool({ size: Math.max(1, availableParallelism() - 1) });
    const refresh = createRefreshJob((tenant, rollup) => analytics.refreshRollup(tenant, rollup));
    jobs.register(refresh);
    const labels = createAnomalyLabels(platform.database, clock);
    const analytics = createAnalytics({
      warehouse,
      platform,
      cohorts: createCohortStore(platform.database, clock),
      customerKey: (tenant, customerId) => ingest.customerKey(tenant, customerId),
      labels,
      settings: platform.settings,
      pool,
      clock,
      log,
      // jobs run only where the queue does
      scheduleRefresh: serves
        ? (tenant, rollup) => jobs.enqueue(refresh, { rollup }, { tenant, exclusiveKey: rollup })
        : undefined,
    });
    const stopListening = platform.changes.onChange(({ tenantId }) =>
      analytics.invalidate(tenantId),
    );
    const ask = createAsk({
      analytics,
      platform,
      clock,
      version: (tenant) => warehouse.version(tenant),
    });
    const aboutCustomers = {
      customers: analytics.customers,
      personal: createPersonalReader({ people: platform.people, warehouse }),
      customerKey: ingest.customerKey,
    };
    const service: AnalyticsService = { analytics, ask };
    return {
      service,
      handlers: {
        ...queryHandlers(analytics, changes),
        ...explainHandlers(analytics),
        ...anomalyHandlers(analytics, createDetectors(platform.database, clock), labels),
        ...holidayHandlers(analytics, clock),
        ...insightHandlers(analytics),
        ...metricHandlers(analytics),
        ...listHandlers(aboutCustomers),
        ...segmentHandlers(aboutCustomers),
        ...profileHandlers(aboutCustomers),
        ...watchingHandlers(analytics),
        ...cohortHandlers(analytics),
        ...funnelHandlers(analytics.funnels),
        ...pathHandlers(analytics.funnels),
        ...trendsHandlers(analytics),
        ...askHandlers(ask, createConversations(ask, platform.questions)),
      },
      personalData: [
        cohortListsOfPeople(platform.database, (tenant) => analytics.invalidate(tenant)),
        {
          store: 'analytics.caches',
          about: 'derived',
          what: 'Answers that were computed lately',
          where: 'memory of the process only',
          kept: 'Until the data they were made of changes, or the process ends',
          form: 'pseudonym',
          tables: [],
          goes: 'With an erasure in the warehouse, which changes the version that answers are kept by',
        },
      ],
      async close() {
        stopListening();
        await pool.close();
      },
    };
  },
});
