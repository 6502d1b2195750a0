import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectRedisBus, createBus } from '@olympus/bus';
import type { RoomToken } from '@olympus/contract';
import { type Clock, Problem } from '@olympus/core';
import { createOutbound, parseAllowList } from '@olympus/outbound';
import platformRoom from '@olympus/platform/room';
import type { Logger as PinoLogger } from 'pino';
import { type FolderLock, takeFolder } from './data-folder.js';
import { openRooms, type Rooms } from './hall/open-rooms.js';
import { watchStrayFaults } from './hall/stray-faults.js';
import { type CreatedApp, createApp } from './http/app.js';
import { rooms as pluggedRooms } from './rooms.generated.js';
import type { Settings } from './settings.js';
import { createSystemRoom } from './system/room.js';

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
  readonly lock: FolderLock;
  /** The service of a room. */
  service<Service>(room: RoomToken<Service>): Service;
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
  /** Whether answers are held against their declarations; tests do. */
  readonly checksAnswers?: boolean;
}

/**
 * The whole product on one data folder, not listening yet.
 * @throws Problem `data_folder_in_use` and those of the rooms; what was opened is closed again
 */
export async function openOlympus(options: OlympusOptions): Promise<Olympus> {
  const { settings, clock, log, serves } = options;
  let url = settings.publicUrl ?? `http://localhost:${settings.port}`;
  const lock = await takeFolder(settings.dataDir);
  const release = async () => lock.release();
  const opened: (() => Promise<void>)[] = [release];
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const stray = serves ? watchStrayFaults({ clock, log }) : undefined;
    if (stray !== undefined) opened.push(async () => stray.stop());
    const system = createSystemRoom({
      health: () => [...rooms.health, ...(stray === undefined ? [] : [stray.health])],
      registry: () => rooms.meter.registry,
      settings,
    });
    const outbound = createOutbound({
      // what a developer calls may well be on the own machine
      allowPrivate: settings.environment === 'development',
      allow: parseAllowList(settings.outboundAllow),
      log,
    });
    const bus =
      serves && settings.redisUrl !== undefined
        ? await connectRedisBus({ url: settings.redisUrl, log })
        : createBus(log);
    opened.push(() => bus.close());
    const rooms: Rooms = await openRooms({
      rooms: [...pluggedRooms, system],
      settings,
      clock,
      log,
      version,
      serves,
      fetch: outbound.fetch,
      resolveHost: outbound.resolveHost,
      bus,
      publicUrl: () => url,
    });
    opened.push(() => rooms.close());
    rooms.meter.gauge('stray_faults', 'Faults that nobody waited for', () => stray?.count ?? 0);
    const created = await createApp({
      ...rooms,
      platform: rooms.service(platformRoom),
      log,
      clock,
      environment: settings.environment,
      version,
      publicUrl: () => url,
      adminToken: lock.token,
      webRoot,
      checksAnswers: options.checksAnswers ?? false,
      trustedProxies: settings.trustedProxies,
    });
    return {
      ...created,
      rooms,
      lock,
      service: rooms.service,
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
        lock.announce(`http://${hostForPrograms(settings.host)}:${port}`);
        await rooms.started();
        return url;
      },
      async close() {
        lock.announceStop();
        await created.app.close();
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
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
