import { availableParallelism } from 'node:os';
import { defineRoom } from '@olympus/contract';
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

/** What rooms below ask of this one. */
export interface AnalyticsService {
  readonly analytics: Analytics;
  readonly ask: Ask;
}

export default defineRoom({
  contract,
  async open(hall) {
    const { clock, log, changes } = hall;
    const [platform, warehouse] = await Promise.all([
      hall.use(platformRoom),
      hall.use(warehouseRoom),
    ]);
    // one processor is left to the thread that serves
    const pool = createStatsPool({ size: Math.max(1, availableParallelism() - 1) });
    const analytics = createAnalytics({ warehouse, platform, pool, clock, log });
    const stopListening = platform.changes.onChange((change) => {
      if (change.tenantId !== undefined) analytics.invalidate(change.tenantId);
    });
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
