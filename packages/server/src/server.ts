import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clock, Problem } from '@olympus/core';
import { fillDemo } from '@olympus/demo';
import type { Logger as PinoLogger } from 'pino';
import { writeBackup } from './backup.js';
import { type CreatedApp, createApp } from './http/app.js';
import type { ComponentHealth } from './http/routes/operations.js';
import type { Settings } from './settings.js';
import { openRooms, type Rooms } from './wiring.js';

const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Folder of the built web application, beside this package. */
export const webRoot = join(dirname(packageRoot), 'web', 'dist');

export const version: string = readVersion();

function readVersion(): string {
  const parsed = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return parsed.version;
}

export interface Olympus extends CreatedApp {
  readonly rooms: Rooms;
  /** Starts listening. @returns the address that people open */
  listen(): Promise<string>;
  /** Answers what was asked, stores what was accepted, lets go of the data folder. */
  close(): Promise<void>;
}

export interface OlympusOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: PinoLogger;
  /** False for a command that opens the folder for itself alone. */
  readonly serves: boolean;
}

/** The whole product on one data folder, not listening yet. */
export async function openOlympus(options: OlympusOptions): Promise<Olympus> {
  const { settings, clock, log } = options;
  const rooms = await openRooms({ settings, clock, log, sources: options.serves });
  let url = settings.publicUrl ?? `http://localhost:${settings.port}`;
  try {
    const created = await createApp({
      ...rooms,
      clock,
      log,
      environment: settings.environment,
      version,
      adminToken: rooms.lock.token,
      webRoot,
      publicUrl: () => url,
      health: () => checkHealth(rooms),
      ready: () => isReady(rooms),
      backup: (folder) =>
        writeBackup(folder, { ...rooms, dataDir: settings.dataDir, version, nowMs: clock.now() }),
      fillDemo: (shop) => fillDemo({ ...rooms, clock }, shop),
      trustedProxies: settings.trustedProxies,
    });
    return {
      ...created,
      rooms,
      async listen() {
        try {
          await created.app.listen({ port: settings.port, host: settings.host });
        } catch (error) {
          throw toListenProblem(error, settings);
        }
        const address = created.app.server.address();
        const port = typeof address === 'object' && address !== null ? address.port : settings.port;
        url = settings.publicUrl ?? `http://${hostForPeople(settings.host)}:${port}`;
        // the command line always takes the direct way
        rooms.lock.announce(`http://${hostForPrograms(settings.host)}:${port}`);
        return url;
      },
      async close() {
        rooms.lock.announceStop();
        await created.app.close();
        await rooms.close();
      },
    };
  } catch (error) {
    await rooms.close();
    throw error;
  }
}

const everywhere = ['0.0.0.0', '::'];
const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

function hostForPeople(host: string): string {
  return [...everywhere, '127.0.0.1', '::1'].includes(host) ? 'localhost' : bracketed(host);
}

function hostForPrograms(host: string): string {
  return everywhere.includes(host) ? '127.0.0.1' : bracketed(host);
}

function toListenProblem(error: unknown, { port, host }: Settings): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'EADDRINUSE') {
    return new Problem({
      code: 'port_in_use',
      kind: 'conflict',
      message: `Another program uses port ${port}`,
      remedy: `Stop it, or choose another port: PORT=${port + 1} npm start`,
      at: 'PORT',
      cause: error,
    });
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new Problem({
      code: 'cannot_listen',
      kind: 'invalid',
      message: `It is not possible to listen on ${host}:${port}`,
      remedy: 'Choose another PORT (above 1023) or HOST.',
      at: error.code === 'EACCES' ? 'PORT' : 'HOST',
      cause: error,
    });
  }
  return error;
}

async function check(
  name: string,
  work: () => Promise<Readonly<Record<string, unknown>> | undefined>,
): Promise<ComponentHealth> {
  try {
    const detail = await work();
    return { name, status: 'ok', ...(detail === undefined ? {} : { detail }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, status: 'down', detail: { reason } };
  }
}

async function checkHealth(rooms: Rooms): Promise<readonly ComponentHealth[]> {
  const { queuedEvents, lastCommitMs, ready } = rooms.ingest.status();
  const collector: ComponentHealth = {
    name: 'collector',
    status: ready ? 'ok' : 'degraded',
    detail: { queued_events: queuedEvents, last_commit_ms: lastCommitMs ?? null },
  };
  const stores = await Promise.all([
    check('control_store', async () => {
      await rooms.platform.ping();
      return undefined;
    }),
    check('warehouse', async () => {
      await rooms.warehouse.ping();
      const { dialect, backlogBytes } = rooms.warehouse;
      return { dialect, backlog_bytes: backlogBytes };
    }),
  ]);
  const { redis } = rooms;
  const bus: ComponentHealth[] =
    redis === undefined ? [] : [{ name: 'redis', status: redis.connected ? 'ok' : 'degraded' }];
  return [...stores, collector, ...bus];
}

async function isReady(rooms: Rooms): Promise<boolean> {
  if (!rooms.ingest.status().ready) return false;
  try {
    await Promise.all([rooms.platform.ping(), rooms.warehouse.ping()]);
    return true;
  } catch {
    return false;
  }
}
