import { hostname } from 'node:os';
import { type Analytics, type Ask, createAnalytics, createAsk } from '@olympus/analytics';
import { type Clock, Problem } from '@olympus/core';
import { createIngest, type Ingest, type RedisSource, startRedisSource } from '@olympus/ingest';
import { createOutbound, parseAllowList } from '@olympus/outbound';
import {
  createPlatform,
  jwtIssuers,
  loadOrCreateSecretKey,
  type Platform,
} from '@olympus/platform';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';
import type { Logger as PinoLogger } from 'pino';
import { warehouseFile } from './backup.js';
import { type FolderLock, takeFolder } from './data-folder.js';
import { createLiveHub, type LiveHub } from './live/hub.js';
import type { Settings } from './settings.js';

/** Everything below HTTP, opened on one data folder. */
export interface Rooms {
  readonly platform: Platform;
  readonly warehouse: DuckDbWarehouse;
  readonly ingest: Ingest;
  readonly analytics: Analytics;
  readonly ask: Ask;
  readonly hub: LiveHub;
  readonly redis: RedisSource | undefined;
  readonly lock: FolderLock;
  /** Stores what was accepted, then lets go of the folder. */
  close(): Promise<void>;
}

export interface RoomsOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: PinoLogger;
  /** Whether this process also listens to Redis; the command line does not. */
  readonly sources: boolean;
}

/**
 * Locks the data folder and opens the rooms in the order they need each other.
 * @throws Problem `data_folder_in_use` and those of the rooms; what was opened is closed again
 */
export async function openRooms(options: RoomsOptions): Promise<Rooms> {
  const { settings, clock, log } = options;
  const lock = await takeFolder(settings.dataDir);
  const opened: (() => Promise<void>)[] = [async () => lock.release()];
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const secretKey = await loadOrCreateSecretKey(settings.dataDir, settings.environment, {
      OLYMPUS_SECRET_KEY: settings.secretKey,
    });
    const development = settings.environment === 'development';
    const outbound = createOutbound({
      // a developer's key set may well be on the own machine
      allowPrivate: development,
      allow: parseAllowList(settings.outboundAllow),
      ...(development ? {} : { protocols: ['https:'] }),
      log,
    });
    // the two stores are independent: the control store's slow start hides the other's
    const [platform, warehouse] = await openBoth(
      createPlatform(
        settings.databaseUrl === undefined
          ? { dataDir: settings.dataDir }
          : { databaseUrl: settings.databaseUrl },
        {
          clock,
          log,
          secretKey,
          environment: settings.environment,
          fetch: outbound.fetch,
        },
      ),
      openDuckDbWarehouse({ path: warehouseFile(settings.dataDir), log }),
    );
    opened.push(() => platform.close());
    opened.push(() => warehouse.close());
    await applyTokenIssuer(platform, settings);
    const hub = createLiveHub();
    const ingest = createIngest({
      warehouse,
      platform,
      clock,
      log,
      publish: (change) => hub.publish(change),
    });
    opened.push(() => ingest.close());
    const analytics = createAnalytics({ warehouse, platform, clock, log });
    platform.changes.onChange((change) => {
      if (change.tenantId !== undefined) analytics.invalidate(change.tenantId);
    });
    const ask = createAsk({
      analytics,
      platform,
      clock,
      log,
      version: (tenant) => warehouse.version(tenant),
    });
    let redis: RedisSource | undefined;
    if (options.sources && settings.redisUrl !== undefined) {
      const source = await openRedis(settings.redisUrl, settings, ingest, log);
      redis = source;
      opened.push(() => source.close());
    }
    return { platform, warehouse, ingest, analytics, ask, hub, redis, lock, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The settings decide whose tokens are accepted, so taking them out ends that too. */
async function applyTokenIssuer(platform: Platform, { jwt }: Settings): Promise<void> {
  const wanted = jwt === undefined ? [] : [jwt];
  const stored = (await platform.settings.get('system', jwtIssuers)) ?? [];
  if (JSON.stringify(stored) === JSON.stringify(wanted)) return;
  await platform.settings.set('system', jwtIssuers, wanted);
}

async function openRedis(
  url: string,
  settings: Settings,
  ingest: Ingest,
  log: PinoLogger,
): Promise<RedisSource> {
  const { redisTenant } = settings;
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

interface Closable {
  close(): Promise<void>;
}

/** Both, or neither: when one fails the other is closed again. */
async function openBoth<A extends Closable, B extends Closable>(
  first: Promise<A>,
  second: Promise<B>,
): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
  if (a.status === 'fulfilled') await a.value.close();
  if (b.status === 'fulfilled') await b.value.close();
  throw a.status === 'rejected' ? a.reason : b.status === 'rejected' ? b.reason : undefined;
}
