import { availableParallelism } from 'node:os';
import { defineRoom } from '@olympus/contract';
import jobsRoom from '@olympus/jobs/room';
import platformRoom from '@olympus/platform/room';
import { createStatsPool } from '@olympus/stats/pool';
import warehouseRoom from '@olympus/warehouse/room';
import { type Analytics, createAnalytics } from './analytics.js';
import { type Ask, createAsk } from './ask/ask.js';
import { createConversations } from './ask/conversations.js';
import contract from './contract.js';
import { askHandlers } from './operations/ask.js';
import { metricHandlers } from './operations/metrics.js';
import { queryHandlers } from './operations/query.js';
import { trendsHandlers } from './operations/trends.js';
import { createRefreshJob } from './tenant/refresh-job.js';

/** What rooms below ask of this one. */
export interface AnalyticsService {
  readonly analytics: Analytics;
  readonly ask: Ask;
}

export default defineRoom({
  contract,
  async open(hall) {
    const { clock, log, changes, serves } = hall;
    const [platform, warehouse, jobs] = await Promise.all([
      hall.use(platformRoom),
      hall.use(warehouseRoom),
      hall.use(jobsRoom),
    ]);
    // one processor is left to the thread that serves
    const pool = createStatsPool({ size: Math.max(1, availableParallelism() - 1) });
    const refresh = createRefreshJob((tenant, rollup) => analytics.refreshRollup(tenant, rollup));
    jobs.register(refresh);
    const analytics = createAnalytics({
      warehouse,
      platform,
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
    const service: AnalyticsService = { analytics, ask };
    return {
      service,
      handlers: {
        ...queryHandlers(analytics, changes),
        ...metricHandlers(analytics),
        ...trendsHandlers(analytics),
        ...askHandlers(ask, createConversations(ask, platform.questions)),
      },
      personalData: [
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
