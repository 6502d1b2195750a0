import type { Bus } from '@olympus/bus';
import {
  type Contract,
  createRights,
  type Hall,
  type Handler,
  type HealthCheck,
  type OpenPluggedRoom,
  type Operation,
  type PersonalData,
  type PluggedRoom,
  type RoomToken,
} from '@olympus/contract';
import type { Clock, Logger } from '@olympus/core';
import type { Settings } from '../settings.js';
import { createLedgerChanges } from './ledger-changes.js';
import { createMeter, type ServerMeter } from './meter.js';

/** An operation and what answers it. */
export interface ImplementedOperation {
  readonly operation: Operation;
  readonly handler: Handler<Operation>;
}

/** Everything below HTTP, opened on one data folder. */
export interface Rooms {
  readonly contracts: readonly Contract[];
  readonly operations: readonly ImplementedOperation[];
  readonly health: readonly HealthCheck[];
  readonly personalData: readonly PersonalData[];
  /** Sites that may frame the page at a path; undefined: none. */
  framedBy(path: string): Promise<readonly string[] | undefined>;
  readonly meter: ServerMeter;
  /** The service of a room that is open. */
  service<Service>(room: RoomToken<Service>): Service;
  /** Tells the rooms that the server listens now. */
  started(): Promise<void>;
  /** Stores what was accepted, then lets go of everything; rooms below first. */
  close(): Promise<void>;
}

export interface OpenRoomsOptions {
  /** In order: each may use those before it. */
  readonly rooms: readonly PluggedRoom[];
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Logger;
  readonly version: string;
  readonly fetch: typeof fetch;
  readonly resolveHost: Hall['resolveHost'];
  readonly bus: Bus;
  readonly publicUrl: () => string;
  /** Whether this process takes in things by itself; the command line does not. */
  readonly serves: boolean;
}

/**
 * Opens the rooms, each as soon as those it uses are open.
 * @throws Problem those of the rooms; what was opened is closed again
 */
export async function openRooms(options: OpenRoomsOptions): Promise<Rooms> {
  const { rooms, settings } = options;
  const contracts = rooms.map(({ contract }) => contract);
  const meter = createMeter();
  const opening = new Map<string, Promise<OpenPluggedRoom>>();
  const open = new Map<string, OpenPluggedRoom>();

  async function closeAll(): Promise<void> {
    await Promise.allSettled([...open.values()].map((room) => room.stopping?.()));
    for (const { contract } of [...rooms].reverse()) {
      const room = open.get(contract.room);
      open.delete(contract.room);
      await room?.close?.();
    }
  }

  const personalData = () =>
    rooms.flatMap(({ contract }) => open.get(contract.room)?.personalData ?? []);

  // each room's definition holds its handlers against their declarations
  const handler = (id: string) =>
    [...open.values()]
      .map(({ handlers }) => handlers[id] as Handler<Operation> | undefined)
      .find((found) => found !== undefined);

  const hallOf = (index: number): Hall => ({
    environment: settings.environment,
    version: options.version,
    dataDir: settings.dataDir,
    clock: options.clock,
    log: options.log,
    meter,
    rights: createRights(contracts.map(({ permissions }) => permissions)),
    contracts,
    migrations: rooms.flatMap(({ contract, migrations }) =>
      migrations === undefined ? [] : [{ room: contract.room, folder: migrations }],
    ),
    publicUrl: options.publicUrl,
    serves: options.serves,
    fetch: options.fetch,
    resolveHost: options.resolveHost,
    bus: options.bus,
    changes,
    personalData,
    handler,
    use: async <Service>(room: RoomToken<Service>) => {
      const above = rooms
        .slice(0, index)
        .some(({ contract }) => contract.room === room.contract.room);
      const found = above ? await opening.get(room.contract.room) : undefined;
      if (found === undefined) throw new Error(`${room.contract.room} is not above its user`);
      // the token is the definition that made this service
      return found.service as Service;
    },
  });
  const changes = createLedgerChanges(options.bus);

  for (const [index, room] of rooms.entries()) {
    const { room: name } = room.contract;
    const started = (async () => {
      const opened = await room.open(hallOf(index), settings.rooms[name] as never);
      open.set(name, opened);
      return opened;
    })();
    opening.set(name, started);
  }
  const outcomes = await Promise.allSettled(opening.values());
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) {
    await closeAll();
    throw failed.reason;
  }
  const all = rooms.flatMap(({ contract }) => open.get(contract.room) ?? []);
  return {
    contracts,
    operations: rooms.flatMap(({ contract }) => {
      const handlers = open.get(contract.room)?.handlers ?? {};
      return contract.operations.map((operation) => {
        const handler = handlers[operation.id];
        if (typeof handler !== 'function') throw new Error(`Nothing answers ${operation.id}`);
        // its room's definition holds each handler against the declaration
        return { operation, handler: handler as Handler<Operation> };
      });
    }),
    health: all.flatMap(({ health = [] }) => health),
    personalData: personalData(),
    async framedBy(path) {
      for (const room of all) {
        const sites = await room.framedBy?.(path);
        if (sites !== undefined) return sites;
      }
      return undefined;
    },
    meter,
    service: <Service>({ contract }: RoomToken<Service>) => {
      const found = open.get(contract.room);
      if (found === undefined) throw new Error(`${contract.room} is not open`);
      return found.service as Service;
    },
    async started() {
      for (const room of all) await room.started?.();
    },
    close: closeAll,
  };
}
