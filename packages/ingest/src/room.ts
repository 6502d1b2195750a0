import { hostname } from 'node:os';
import { type ComponentHealth, defineRoom, type Hall } from '@olympus/contract';
import { Problem } from '@olympus/core';
import platformRoom from '@olympus/platform/room';
import { warehouseFile } from '@olympus/warehouse';
import warehouseRoom from '@olympus/warehouse/room';
import contract from './contract.js';
import { deadLettersAsPersonalData } from './dead-letters/personal-data.js';
import { createIngest, type Ingest } from './ingest.js';
import { deadLetterHandlers } from './operations/dead-letters.js';
import { eventHandlers } from './operations/events.js';
import { schemaHandlers } from './operations/schemas.js';
import { type IngestSettings, readIngestSettings } from './settings.js';
import { type RedisSource, startRedisSource } from './sources/redis.js';

export default defineRoom({
  contract,
  settings: readIngestSettings,
  async open(hall, settings: IngestSettings) {
    const { clock, log, meter, changes } = hall;
    const [platform, warehouse] = await Promise.all([
      hall.use(platformRoom),
      hall.use(warehouseRoom),
    ]);
    const ingest = createIngest({ warehouse, platform, clock, log, publish: changes.publish });
    const redis = await openRedis(settings, ingest, hall).catch(async (error: unknown) => {
      await ingest.close();
      throw error;
    });
    meter.gauge(
      'ingest_queued_events',
      'Events that wait for the writer',
      () => ingest.status().queuedEvents,
    );
    return {
      service: ingest,
      handlers: {
        ...eventHandlers(ingest, meter),
        ...schemaHandlers(ingest),
        ...deadLetterHandlers(ingest.deadLetters),
      },
      health: [
        { name: 'collector', essential: true, check: async () => collectorHealth(ingest) },
        ...(redis === undefined
          ? []
          : [
              {
                name: 'redis',
                check: async (): Promise<Omit<ComponentHealth, 'name'>> => ({
                  status: redis.connected ? 'ok' : 'degraded',
                }),
              },
            ]),
      ],
      personalData: [
        deadLettersAsPersonalData({
          warehouse,
          people: platform.people,
          where: warehouseFile(hall.dataDir),
        }),
      ],
      async close() {
        await redis?.close();
        await ingest.close();
      },
    };
  },
});

function collectorHealth(ingest: Ingest): Omit<ComponentHealth, 'name'> {
  const { queuedEvents, lastCommitMs, ready } = ingest.status();
  return {
    status: ready ? 'ok' : 'degraded',
    detail: { queued_events: queuedEvents, last_commit_ms: lastCommitMs ?? null },
  };
}

async function openRedis(
  { redisUrl: url, redisTenant }: IngestSettings,
  ingest: Ingest,
  { log, serves }: Hall,
): Promise<RedisSource | undefined> {
  if (!serves || url === undefined) return undefined;
  try {
    return await startRedisSource({
      url,
      ingest,
      log,
      consumer: `olympus-${hostname()}`,
      ...(redisTenant === undefined ? {} : { defaultTenant: redisTenant }),
    });
  } catch (cause) {
    throw new Problem({
      code: 'redis_unavailable',
      kind: 'unavailable',
      message: 'Redis does not answer at the address in REDIS_URL',
      remedy: 'Start it, correct the address, or leave the setting out.',
      at: 'REDIS_URL',
      cause,
    });
  }
}
