import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ComponentHealth,
  defineRoom,
  type Handlers,
  type HealthCheck,
} from '@olympus/contract';
import { Problem } from '@olympus/core';
import jobsRoom from '@olympus/jobs/room';
import { dumpNotOffered, loadOrCreateSecretKey } from '@olympus/platform';
import platformRoom from '@olympus/platform/room';
import warehouseRoom from '@olympus/warehouse/room';
import { backupExists, listBackups, openBackupFolder } from '../backups/backup.js';
import { createBackupJob } from '../backups/backup-job.js';
import type { ServerMeter } from '../hall/meter.js';
import type { Settings } from '../settings.js';
import contract from './contract.js';

/** What is known only once every room is open. */
export interface SystemSources {
  readonly health: () => readonly HealthCheck[];
  readonly registry: () => ServerMeter['registry'];
  readonly settings: Pick<Settings, 'backupDir' | 'secretKey'>;
}

/** The installation as a room of the server's own. */
export function createSystemRoom(sources: SystemSources) {
  return defineRoom({
    contract,
    async open(hall) {
      const [platform, warehouse, jobs] = await Promise.all([
        hall.use(platformRoom),
        hall.use(warehouseRoom),
        hall.use(jobsRoom),
      ]);
      const { clock, dataDir, version, environment } = hall;
      const { backupDir: root, secretKey } = sources.settings;
      const backupJob = createBackupJob({
        root,
        sources: async () => {
          const key = await loadOrCreateSecretKey(dataDir, environment, {
            OLYMPUS_SECRET_KEY: secretKey,
          });
          return { platform, warehouse, key, version, nowMs: clock.now() };
        },
      });
      jobs.register(backupJob);
      const handlers: Handlers<typeof contract.operations> = {
        ...probeHandlers(sources, version),
        'system.backup': async ({ input, note }) => {
          if (platform.database.kind === 'postgres') throw dumpNotOffered();
          const name = input.name ?? nameOfTime(clock.now());
          if (existsSync(join(root, name))) throw backupExists(name);
          await openBackupFolder(root);
          const withKey = input.with_key ?? false;
          const job = await jobs.enqueue(
            backupJob,
            { name, with_key: withKey, root },
            { exclusiveKey: name },
          );
          if (!job.created) throw backupExists(name);
          note({ target: name, detail: { with_key: withKey } });
          return { job: job.id, name };
        },
        'system.backups': async () => ({ backups: await listBackups(root) }),
      };
      return { service: undefined, handlers };
    },
  });
}

/** `20260131-235959`, in UTC. */
const nameOfTime = (nowMs: number) =>
  new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

type Probe = 'system.live' | 'system.ready' | 'system.health' | 'system.metrics';

function probeHandlers(
  { health, registry }: SystemSources,
  version: string,
): Pick<Handlers<typeof contract.operations>, Probe> {
  return {
    'system.live': () => ({ status: 'ok' }),
    'system.ready': async () => {
      const essential = health().filter((check) => check.essential);
      const states = await Promise.all(essential.map(examine));
      if (states.some((state) => state.status !== 'ok')) throw notReady();
      return { status: 'ok' };
    },
    'system.health': async ({ caller }) => {
      const components = await Promise.all(health().map(examine));
      const detailed = caller?.allowsEverywhere('system:read') ?? false;
      return {
        status: worstOf(components),
        version,
        components: components.map(({ detail, ...component }) =>
          detailed && detail !== undefined ? { ...component, detail } : component,
        ),
      };
    },
    'system.metrics': async () => ({
      body: await registry().metrics(),
      mediaType: registry().contentType,
    }),
  };
}

/** A component's state right now; never rejects. */
async function examine({ name, check }: HealthCheck): Promise<ComponentHealth> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, status: 'down', detail: { reason } };
  }
}

function worstOf(components: readonly ComponentHealth[]): ComponentHealth['status'] {
  const found = (['down', 'degraded'] as const).find((status) =>
    components.some((component) => component.status === status),
  );
  return found ?? 'ok';
}

function notReady(): Problem {
  return new Problem({
    code: 'not_ready',
    kind: 'unavailable',
    message: 'Events cannot be stored durably right now',
    remedy: 'GET /api/health says what is wrong.',
  });
}
