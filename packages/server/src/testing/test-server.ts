import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, tenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import platformRoom from '@olympus/platform/room';
import pino from 'pino';
import { type Olympus, openOlympus } from '../server.js';
import { readSettings } from '../settings.js';

export interface TestServer {
  readonly olympus: Olympus;
  readonly platform: Platform;
  readonly folder: string;
  readonly url: string;
  readonly adminToken: string;
  /** An API key of a tenant, made with these scopes. */
  key(tenant: string, ...scopes: string[]): Promise<string>;
  /** A request, and its answer as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Called>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly bearer?: string | undefined;
  /** A browser's session, sent as its own page does. */
  readonly cookie?: string | undefined;
  readonly body?: unknown;
}

export interface Called {
  readonly status: number;
  /** The session's cookie that the answer sets; empty when it sets none. */
  readonly cookie: string;
  // biome-ignore lint/suspicious/noExplicitAny: what answers hold is what tests are about
  readonly answer: any;
}

async function callAt(
  url: string,
  method: string,
  { bearer, cookie, body }: CallOptions,
): Promise<Called> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(cookie === undefined ? {} : { cookie, 'x-olympus-csrf': '1' }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    cookie: /olympus_session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? '',
    answer: text === '' ? undefined : JSON.parse(text),
  };
}

/** The whole product, listening on a free port over a new data folder, with tenants `one` and `two`. */
export async function startTestServer(
  variables: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'olympus-server-'));
  const server = await openTestServer(folder, variables);
  for (const id of ['one', 'two']) {
    await server.platform.tenants.create({ id, timeZone: 'Europe/Berlin' });
  }
  return server;
}

/** The same on a folder that is there already; closing it removes the folder. */
export async function openTestServer(
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const settings = readSettings(
    { PORT: '0', OLYMPUS_DATA_DIR: folder, OLYMPUS_DEMO: '0', LOG_LEVEL: 'silent', ...variables },
    folder,
  );
  const log = pino({ level: 'silent' });
  const olympus = await openOlympus({
    settings,
    clock: systemClock,
    log,
    serves: true,
    checksAnswers: true,
  });
  const url = (await olympus.listen()).replace('localhost', '127.0.0.1');
  const platform = olympus.service(platformRoom);
  let closed = false;
  return {
    olympus,
    platform,
    folder,
    url,
    adminToken: olympus.lock.token,
    key: async (tenant, ...scopes) => {
      const made = await platform.keys.create({
        tenantId: tenantId(tenant),
        name: 'test',
        scopes,
      });
      return made.secret;
    },
    call: (method, path, options = {}) => callAt(url + path, method, options),
    async close() {
      if (!closed) await olympus.close();
      closed = true;
      for (const one of [folder, settings.backupDir]) rmSync(one, { recursive: true, force: true });
    },
  };
}

let serial = 0;

/** A sound order of one line. */
export function orderEvent(overrides: Readonly<Record<string, unknown>> = {}) {
  serial += 1;
  return {
    specversion: '1.0',
    id: `event-${serial}`,
    source: 'test',
    type: 'order.created',
    time: '2026-05-05T10:00:00Z',
    data: {
      order_id: `O-${serial}`,
      currency: 'EUR',
      items: [{ product_id: 'P1', quantity: 2, unit_price: 9.95 }],
    },
    ...overrides,
  };
}
