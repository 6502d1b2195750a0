import type { Bus } from '@olympus/bus';
import type { Clock, Logger, TenantId } from '@olympus/core';
import type { Handler, Handlers } from './call.js';
import type { Operation } from './operation.js';
import type { Permission, PermissionDeclaration, Rights } from './permission.js';
import type { PersonalData } from './personal-data.js';
import type { SettingsReader } from './settings.js';

/** What a room offers, as data: the default export of its `contract.ts`. */
export interface Contract<Operations extends readonly Operation[] = readonly Operation[]> {
  readonly room: string;
  /** What the room is about, in a sentence; heads its operations in the reference. */
  readonly about: string;
  readonly permissions: Readonly<Record<Permission, PermissionDeclaration>>;
  readonly operations: Operations;
}

export function contract<const Operations extends readonly Operation[]>(
  declared: Contract<Operations>,
): Contract<Operations> {
  return declared;
}

export interface ComponentHealth {
  readonly name: string;
  readonly status: 'ok' | 'degraded' | 'down';
  /** For operators only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface HealthCheck {
  readonly name: string;
  /** What stands in the way of `ok`; a rejection means down. */
  check(): Promise<Omit<ComponentHealth, 'name'>>;
  /** Whether events sent now would not be stored durably while this is down. */
  readonly essential?: boolean;
}

/** Figures for operators, kept by the server for Prometheus. Names get the prefix `olympus_`. */
export interface Meter {
  gauge(name: string, help: string, read: () => number): void;
  /** Read when asked for, by the values of one label. */
  totals(
    name: string,
    help: string,
    label: string,
    read: () => Readonly<Record<string, number>>,
  ): void;
  /** @returns observes a duration in seconds */
  histogram(name: string, help: string): (seconds: number) => void;
}

/** What every room is opened on. */
export interface Hall {
  readonly environment: 'development' | 'staging' | 'production';
  readonly version: string;
  /** Folder of everything that outlives the process. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly meter: Meter;
  readonly rights: Rights;
  /** Contracts of all rooms, in order. */
  readonly contracts: readonly Contract[];
  /** Folders of control tables' migrations, in order. */
  readonly migrations: readonly RoomMigrations[];
  /** Address of the server as people reach it. */
  publicUrl(): string;
  /** False in a process that does one thing and ends, such as a command: it takes in nothing by itself. */
  readonly serves: boolean;
  /** The service of a room above, once that is open. */
  use<Service>(room: RoomToken<Service>): Promise<Service>;
  /** Fetches from addresses that people configured; refuses private ones, but not in development. */
  readonly fetch: typeof fetch;
  /**
   * Addresses of a host that people configured, for connections that are not HTTP; refuses what
   * `fetch` refuses.
   */
  readonly resolveHost: (
    host: string,
  ) => Promise<readonly { readonly address: string; readonly family: number }[]>;
  /** Carries messages between rooms, and between processes where there are several. */
  readonly bus: Bus;
  /** Tells who watches a tenant that its ledgers changed; changes close to each other as one. */
  readonly changes: LedgerChanges;
  /** Stores of data about people of all rooms, in order; complete once all are open. */
  personalData(): readonly PersonalData[];
  /**
   * What answers an operation, for rooms that keep questions as data; complete once all are open. Who
   * calls it has checked the input and the caller's rights.
   */
  handler(id: string): Handler<Operation> | undefined;
}

export interface LedgerChange {
  readonly tenantId: TenantId;
  readonly ledgers: readonly string[];
  readonly version: number;
  readonly events: number;
}

export interface LedgerChanges {
  publish(change: LedgerChange): void;
  /** @returns stops listening */
  subscribe(tenant: TenantId, listener: (change: LedgerChange) => void): () => void;
}

export interface RoomMigrations {
  readonly room: string;
  /** Holds `meta/_journal.json` and the scripts it names. */
  readonly folder: URL;
}

/** A room that is open. */
export interface OpenRoom<Service, Operations extends readonly Operation[]> {
  /** What rooms below use. */
  readonly service: Service;
  readonly handlers: Handlers<Operations>;
  readonly health?: readonly HealthCheck[];
  /** Every store of data about people that the room keeps. */
  readonly personalData?: readonly PersonalData[];
  /**
   * Sites that may show the page at this path in a frame, such as `https://example.com`; undefined where
   * the room has no say. What no room gives leave for is framed by nobody.
   */
  framedBy?(path: string): Promise<readonly string[] | undefined>;
  /** Called once everything is open and the server listens. */
  started?(): void | Promise<void>;
  /** Called before any room is closed: ends what runs on rooms below, and begins nothing more. */
  stopping?(): Promise<void>;
  /** Lets go of everything; rooms below are closed already. */
  close?(): Promise<void>;
}

/** A room's definition, as far as others need it to find its service. */
export interface RoomToken<Service> {
  readonly contract: Pick<Contract, 'room'>;
  readonly open: (...hall: never[]) => Promise<{ readonly service: Service }>;
}

/** How a room is opened: the default export of its `room.ts`. */
export interface RoomDefinition<
  Service = unknown,
  Operations extends readonly Operation[] = readonly Operation[],
  Settings = unknown,
> {
  readonly contract: Contract<Operations>;
  readonly migrations?: URL;
  /** Reads the room's own environment variables. */
  settings?(read: SettingsReader): Settings;
  /** @throws Problem when it cannot; what it opened by then is closed again */
  open(hall: Hall, settings: Settings): Promise<OpenRoom<Service, Operations>>;
}

/** Any room, for who opens them all alike. */
export interface PluggedRoom {
  readonly contract: Contract;
  readonly migrations?: URL;
  readonly settings?: (read: SettingsReader) => unknown;
  readonly open: (hall: Hall, settings: never) => Promise<OpenPluggedRoom>;
}

export interface OpenPluggedRoom extends Omit<OpenRoom<unknown, readonly []>, 'handlers'> {
  /** By id of the operation; each fits its declaration. */
  readonly handlers: Readonly<Record<string, unknown>>;
}

export function defineRoom<
  Service,
  const Operations extends readonly Operation[],
  Settings = undefined,
>(
  room: RoomDefinition<Service, Operations, Settings>,
): RoomDefinition<Service, Operations, Settings> {
  return room;
}
