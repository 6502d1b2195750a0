import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBus, inboxChanged } from '@olympus/bus';
import { createRights, type Hall, type Principal } from '@olympus/contract';
import { type Clock, createRandom, silentLogger, type TenantId, tenantId } from '@olympus/core';
import { createJobs, type Jobs, jobsMigrations } from '@olympus/jobs';
import { createOutbound, parseAllowList, type Resolve } from '@olympus/outbound';
import { createPlatform, type Platform } from '@olympus/platform';
import { vi } from 'vitest';
import contract from '../contract.js';
import type { Notice } from '../notice.js';
import room from '../room.js';
import type { DeliverySettings } from '../settings.js';

/** The same for all processes on one store. */
const secretKey = new Uint8Array(32).fill(7);

/** The room on a store of its own, with its queue running and a clock that can be put forward. */
export async function openDelivery(options: HarnessOptions = {}) {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'olympus-delivery-')));
  let aheadMs = 0;
  const clock: Clock = { now: () => Date.now() + aheadMs };
  const platform: Platform = await createPlatform(
    options.databaseUrl === undefined ? { dataDir } : { databaseUrl: options.databaseUrl },
    {
      clock,
      log: silentLogger,
      secretKey,
      environment: 'development',
      rights: createRights([contract.permissions]),
      migrations: [
        { room: 'jobs', folder: jobsMigrations },
        { room: 'delivery', folder: new URL('../../migrations/', import.meta.url) },
      ],
    },
  );
  const jobs: Jobs = createJobs({
    database: platform.database,
    clock,
    log: silentLogger,
    random: createRandom(1),
  });
  const outbound = createOutbound({
    allow: parseAllowList('127.0.0.1'),
    deadlineMs: options.deadlineMs ?? 2_000,
    log: silentLogger,
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
  });
  const bus = createBus(silentLogger);
  const announced: string[] = [];
  bus.subscribe(inboxChanged, 'all', (_, tenant) => void announced.push(String(tenant)));
  const services: Readonly<Record<string, unknown>> = { platform, jobs };
  const hall = {
    clock,
    log: silentLogger,
    publicUrl: () => 'https://olympus.example',
    fetch: outbound.fetch,
    resolveHost: outbound.resolveHost,
    bus,
    use: async (used: { readonly contract: { readonly room: string } }) =>
      services[used.contract.room],
  } as unknown as Hall;
  const settings: DeliverySettings = { smtp: options.smtp };
  const opened = await room.open(hall, settings);
  await jobs.start();

  return {
    platform,
    database: platform.database,
    jobs,
    clock,
    announced,
    delivery: opened.service,
    handlers: opened.handlers,
    started: opened.started,
    /** Puts the clock forward and lets the queue see it. */
    async later(ms: number): Promise<void> {
      await jobs.idle();
      aheadMs += ms;
      jobs.wake();
      await jobs.idle();
    },
    settled: () => jobs.idle(),
    async newTenant(id: string, locale = 'en'): Promise<TenantId> {
      await platform.tenants.create({ id, locale, timeZone: 'Europe/Berlin' });
      return tenantId(id);
    },
    /** Calls an operation as somebody who may do everything. */
    async call(
      id: keyof typeof opened.handlers,
      input: object,
      caller: object = owner,
      // biome-ignore lint/suspicious/noExplicitAny: what answers hold is what tests are about
    ): Promise<any> {
      const handler = opened.handlers[id] as (call: object) => unknown;
      const { tenant_id: tenant } = input as { readonly tenant_id?: string };
      return handler({
        input,
        caller,
        tenant,
        signal: new AbortController().signal,
        requestId: 'test',
        note: () => undefined,
      });
    },
    async close(): Promise<void> {
      await jobs.stop();
      await opened.close?.();
      await platform.close();
      await bus.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export interface HarnessOptions {
  readonly dataDir?: string;
  /** A PostgreSQL server in place of the embedded store. */
  readonly databaseUrl?: string;
  readonly smtp?: DeliverySettings['smtp'];
  readonly deadlineMs?: number;
  readonly resolve?: Resolve;
}

export type DeliveryHarness = Awaited<ReturnType<typeof openDelivery>>;

const owner: Pick<Principal, 'kind' | 'id' | 'name' | 'allows'> = {
  kind: 'key',
  id: 'owner',
  name: 'Owner',
  allows: () => true,
};
/** Somebody who signed in. */
export const person = (id: string) => ({ ...owner, kind: 'user', id, name: id });

let serial = 0;

export function noticeOf(overrides: Partial<Notice> = {}): Notice {
  serial += 1;
  return {
    cause: `test:${serial}`,
    thread: 'test:1',
    severity: 'warning',
    title: `Notice ${serial}`,
    lines: ['Orders fell below what was expected.'],
    facts: [{ label: 'Orders', value: '12' }],
    path: '/alerts/ab12',
    at: new Date('2026-03-01T12:00:00Z'),
    ...overrides,
  };
}

/** Waits, on the wall clock but generously, until something holds. */
export function until(holds: () => unknown): Promise<void> {
  return vi.waitFor(
    async () => {
      if (!(await holds())) throw new Error(`it never came: ${String(holds)}`);
    },
    { timeout: 60_000, interval: 5 },
  );
}
