import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenantId } from '@olympus/core';
import ingestRoom from '@olympus/ingest/room';
import jobsRoom from '@olympus/jobs/room';
import { open } from '@olympus/platform';
import { tablesWithoutPeople } from '@olympus/privacy';
import { ledgers } from '@olympus/semantic';
import warehouseRoom from '@olympus/warehouse/room';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from './cli/program.js';
import { eventsOfEveryType } from './testing/event-of-every-type.js';
import { filesHolding } from './testing/files-holding.js';
import { startTestServer, type TestServer } from './testing/test-server.js';

const one = tenantId('one');
const anna = 'anna-customer-4711';
const ben = 'ben-customer-0815';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

async function call<T>(method: string, path: string, body?: unknown) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${server.adminToken}`,
      'olympus-tenant': 'one',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

const pathOf = (customer: string, what: string) => `/api/tenants/one/people/${customer}/${what}`;

async function finished(job: number): Promise<void> {
  const jobs = server.olympus.service(jobsRoom);
  await vi.waitFor(
    async () => {
      const { state, error } = await jobs.get('all', job);
      expect({ state, error }).toEqual({ state: 'succeeded', error: null });
    },
    { timeout: 240_000, interval: 200 },
  );
}

interface Erased {
  readonly job: number;
  readonly erasure: string | null;
}

async function erase(customer: string) {
  const { status, body } = await call<Erased>('POST', pathOf(customer, 'erasure'));
  expect(status).toBe(202);
  await finished(body.job);
  const list = await call<{ erasures: readonly Erasure[] }>(
    'GET',
    `/api/tenants/one/erasures?customer_id=${customer}`,
  );
  const [newest] = list.body.erasures;
  if (newest === undefined) throw new Error('there is no receipt');
  return newest;
}

type Counts = Readonly<Record<string, number>>;

interface Erasure {
  readonly id: string;
  readonly valid: boolean | null;
  readonly receipt: {
    readonly outcome: string;
    readonly scrubbed: readonly string[];
    readonly stores: readonly {
      readonly store: string;
      readonly about: string;
      readonly found: Counts | null;
      readonly left: Counts | null;
    }[];
  };
}

/** Every sum that somebody could miss, by everybody and without Anna. */
async function sums() {
  const warehouse = server.olympus.service(warehouseRoom);
  const key = await server.olympus.service(ingestRoom).customerKey(one, ben);
  const read = async (text: string) =>
    (await warehouse.query(one, { text, parameters: [{ type: 'string', value: key }] })).rows;
  return {
    sales: await read(
      'SELECT customer_key = $1, country, sum(net)::VARCHAR, sum(orders), count(*) FROM sales GROUP BY 1, 2 ORDER BY 1, 2',
    ),
    payments: await read(
      'SELECT customer_key = $1, sum(amount)::VARCHAR, count(*) FROM payments GROUP BY 1 ORDER BY 1',
    ),
    visits: await read(
      'SELECT count(DISTINCT session_id), count(DISTINCT visitor_key), count(*), count(*) FILTER (customer_key = $1) FROM sessions',
    ),
    people: await read(
      'SELECT count(DISTINCT customer_key), count(*) FILTER (customer_key = $1) FROM sales',
    ),
    texts: await read(
      'SELECT count(*) FILTER (sealed IS NOT NULL AND customer_key = $1) FROM messages',
    ),
  };
}

describe('personal data', () => {
  it('is declared: every table belongs to a declared store or to those without people', async () => {
    const { database } = server.platform;
    const rows = await database.execute(
      `select tablename from pg_tables where schemaname = current_schema() and tablename <> 'migrations'`,
    );
    const tables = [
      ...rows.map(([name]) => `control:${name}`),
      ...ledgers.map(({ name }) => `ledger:${name}`),
    ];
    const declared = server.olympus.rooms.personalData.flatMap((data) => data.tables);
    const known = [...declared, ...Object.keys(tablesWithoutPeople)];
    expect(tables.filter((table) => !known.includes(table))).toEqual([]);
    expect(known.filter((table) => !tables.includes(table))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
    const register = await call<{ stores: readonly { readonly store: string }[] }>(
      'GET',
      '/api/tenants/one/personal-data',
    );
    expect(register.body.stores.map(({ store }) => store)).toEqual(
      server.olympus.rooms.personalData.map(({ store }) => store),
    );
    const documented = readFileSync(new URL('../../../docs/privacy.md', import.meta.url), 'utf8');
    expect(
      register.body.stores.filter(({ store }) => !documented.includes(`\`${store}\``)),
    ).toEqual([]);
  });

  it('is exported, erased from every file, and the erasure is proven', async () => {
    const ofAnna = eventsOfEveryType(anna, 'A');
    const ofBen = eventsOfEveryType(ben, 'B');
    const nameless = [
      ['payment.processed', { payment_id: 'P-2', order_id: 'O-A', amount: 1, currency: 'EUR' }],
      ['message.sent', { conversation_id: 'T-A', author_role: 'bot', text: 'ZqAbotTextkJ9' }],
      ['page.viewed', { session_id: 'S-A', anonymous_id: 'cookie', url: '/ZqAbeforeSignInkJ9' }],
    ].map(([type, data], at) => ({
      id: `nameless-${at}`,
      type,
      time: '2026-05-05T11:00:00Z',
      data: { ...(data as object), note: `ZqAnameless${at}kJ9` },
    }));
    const refused = {
      id: 'refused',
      type: 'order.created',
      data: { customer_id: anna, order_id: 'O-9', note: 'ZqArefusedkJ9' },
    };
    const answers = await call<{ results: readonly { readonly outcome: string }[] }>(
      'POST',
      '/api/events',
      [
        ...ofAnna.map(({ event }) => event),
        ...ofBen.map(({ event }) => event),
        ...nameless,
        refused,
      ],
    );
    const outcomes = answers.body.results.map(({ outcome }) => outcome);
    expect(outcomes.slice(0, -1).filter((outcome) => outcome !== 'stored')).toEqual([]);
    expect(outcomes.at(-1)).toBe('deadLettered');
    await server.platform.questions.record({
      tenantId: one,
      asker: { kind: 'user', id: 'u1', name: 'Somebody' },
      conversationId: 'c',
      question: `What did ${anna} buy?`,
      outcome: 'decline',
    });
    const listed = await call('PUT', '/api/tenants/one/cohorts/guests', {
      name: 'Guests of the opening',
      definition: { kind: 'list' },
      customers: [anna, ben],
    });
    expect(listed.status).toBe(200);
    const board = await call<{ id: string }>('POST', '/api/analytics/dashboards', {
      tenant_id: 'one',
      name: 'Sales',
    });
    for (const text of [`${anna} asked about ZqAcommentkJ9`, `${ben} did not`]) {
      const at = `/api/analytics/dashboards/${board.body.id}/comments`;
      expect((await call('POST', at, { tenant_id: 'one', text })).status).toBe(201);
    }

    const exported = await call<{ job: number; export: string }>('POST', pathOf(anna, 'export'));
    expect(exported.status).toBe(202);
    await finished(exported.body.job);
    const fetchExport = () =>
      call<unknown>('GET', `/api/tenants/one/personal-exports/${exported.body.export}`);
    const copy = JSON.stringify((await fetchExport()).body);
    const personal = ofAnna.flatMap((marked) => marked.personal);
    const undeclared = [
      ...ofAnna.flatMap((marked) => marked.undeclared),
      'ZqAnameless0kJ9',
      'ZqAnameless1kJ9',
      'ZqAnameless2kJ9',
    ];
    const paths = [...ofAnna.flatMap((marked) => marked.paths), 'ZqAbeforeSignInkJ9'];
    const all = [
      ...[...personal, ...undeclared, ...paths],
      ...['ZqAbotTextkJ9', 'ZqArefusedkJ9', 'ZqAcommentkJ9'],
    ];
    expect(all.filter((word) => !copy.includes(word))).toEqual([]);
    expect(copy).not.toContain('ZqB');

    const warehouse = server.olympus.service(warehouseRoom);
    const key = await server.olympus.service(ingestRoom).customerKey(one, anna);
    const [[wrapped] = []] = await server.platform.database.execute(
      'select wrapped from person_keys where customer_key = $1',
      [key],
    );
    const sealed = String((await warehouse.fetchRecords(one, 'customers', [key]))[0]?.at(-1));
    const personKey = (await server.platform.people.existing(one, [key])).get(key);
    expect(open(personKey ?? new Uint8Array(32), sealed)).toContain(anna);
    const sent = await warehouse.query(one, {
      text: `SELECT json_extract_string(data, '$._sealed') FROM events WHERE subject = $1 AND data LIKE '%_sealed%'`,
      parameters: [{ type: 'string', value: key }],
    });
    const sealedOfEvents = sent.rows.map(([text]) => String(text));
    expect(sealedOfEvents.length).toBe(ofAnna.length);
    const { platform, folder: dataDir } = server;
    const made = await call<{ job: number }>('POST', '/api/system/backups', { with_key: true });
    await finished(made.body.job);
    const list = await call<{ backups: { folder: string }[] }>('GET', '/api/system/backups');
    const [{ folder: backup } = { folder: '' }] = list.body.backups;
    const traces = [...all, anna, key, String(wrapped), sealed];
    const before = filesHolding(dataDir, traces);
    // the search can find: what the files hold in clear it does find
    expect(paths.filter((word) => before[word] === undefined)).toEqual([]);
    expect([...personal, ...undeclared].filter((word) => before[word] !== undefined)).toEqual([]);
    expect(before).toHaveProperty([String(wrapped)]);
    expect(before).toHaveProperty([key]);
    const sumsBefore = await sums();

    const erasure = await erase(anna);

    expect(filesHolding(dataDir, traces)).toEqual(
      // that a key was destroyed is kept, so that no new one is made
      {
        [key]: filesHolding(join(dataDir, 'control'), [key])[key]?.map((name) =>
          join('control', name),
        ),
      },
    );
    expect(await sums()).toEqual(sumsBefore);
    expect((await fetchExport()).status).toBe(404);

    expect(erasure.valid).toBe(true);
    const { receipt } = erasure;
    expect(receipt.outcome).toBe('erased');
    expect(receipt.stores.map(({ store }) => store)).toEqual(
      server.olympus.rooms.personalData.map(({ store }) => store),
    );
    const searched = receipt.stores.filter(({ about }) => about === 'customer');
    for (const { store, found, left } of searched) {
      // nothing of hers came by file, and no scoring is under way
      const isFound = !store.startsWith('files.') && store !== 'ml.scoring';
      expect({ store, found: total(found) > 0, left: total(left) }).toEqual({
        store,
        found: isFound,
        left: 0,
      });
    }
    expect(receipt.scrubbed).toEqual(['warehouse.files', 'platform.control_store']);
    const jobs = await call<unknown>('GET', '/api/tenants/one/jobs');
    const audit = await call<unknown>('GET', '/api/tenants/one/audit');
    const told = JSON.stringify([erasure, jobs.body, audit.body]);
    for (const name of [anna, key]) expect(told).not.toContain(name);
    expect(JSON.stringify(audit.body)).toContain('person.erased');

    // an older copy: what was sealed does not open any more, what was in clear is still there
    const older = filesHolding(backup, [...personal, ...undeclared, ...paths]);
    expect(Object.keys(older).sort()).toEqual([...paths].sort());
    const keysNow = await platform.people.existing(one, [key]);
    expect(keysNow.size).toBe(0);
    const tenantKey = await platform.people.tenantKey(one);
    for (const text of [sealed, ...sealedOfEvents]) expect(open(tenantKey, text)).toBeUndefined();
  });

  it('of somebody unknown is nothing, and a receipt says so', async () => {
    const { receipt, valid } = await erase('nobody-at-all');
    expect({ outcome: receipt.outcome, valid }).toEqual({ outcome: 'nothing_found', valid: true });
    expect((await erase(anna)).receipt.outcome).toBe('nothing_found');
  });

  it('of somebody erased is a new person’s when events arrive again, sealed fields after readmission', async () => {
    const warehouse = server.olympus.service(warehouseRoom);
    const key = await server.olympus.service(ingestRoom).customerKey(one, anna);
    const send = async (id: string) => {
      const event = { id, type: 'customer.updated', data: { customer_id: anna, name: 'Anna' } };
      await call('POST', '/api/events', [event]);
      return (await warehouse.fetchRecords(one, 'customers', [key]))[0]?.at(-1);
    };
    expect(await send('again-1')).toBeNull();
    const readmitted = await call<unknown>('POST', pathOf(anna, 'readmission'));
    expect(readmitted.body).toEqual({ readmitted: true });
    expect(await send('again-2')).toEqual(expect.any(String));
  });

  it('can be exported, erased and looked up by command', async () => {
    const olympus = async (...args: string[]) => {
      let out = '';
      const code = await runCommandLine(
        args,
        { OLYMPUS_DATA_DIR: server.folder, LOG_LEVEL: 'silent' },
        { stdout: { write: (text) => (out += text) }, stderr: { write: () => true } },
      );
      return { code, out };
    };
    const copy = await olympus('privacy', 'export', ben, '--tenant', 'one', '--json');
    expect(copy).toMatchObject({ code: 0, out: expect.stringContaining('ZqB') });
    const erased = await olympus('privacy', 'erase', ben, '--tenant', 'one', '--yes');
    expect(erased).toMatchObject({ code: 0, out: expect.stringContaining('erased') });
    const list = await olympus('privacy', 'receipts', '--tenant', 'one', '--customer', ben);
    expect(list).toMatchObject({ code: 0, out: expect.stringContaining('valid') });
  });

  it('is for owners only', async () => {
    const key = await server.key('one', 'analytics:read');
    const response = await fetch(`${server.url}${pathOf(anna, 'erasure')}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
    });
    expect(response.status).toBe(403);
  });
});

const total = (counts: Counts | null) =>
  Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
