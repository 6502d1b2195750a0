import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHolder } from '../data-folder.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { runCommandLine } from './program.js';

let folder = '';
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'olympus-cli-'));
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `olympus` on a data folder. */
async function olympus(dataDir: string, ...args: string[]): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await runCommandLine(
    args,
    { OLYMPUS_DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    {
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
    },
  );
  return { code, out, err };
}

const bills = [
  'bill,sku,pieces,price,at',
  '1,A,2,10,2026-05-01T10:00:00Z',
  '1,A,2,10,2026-05-01T10:00:00Z',
  '2,B,1,5.55,2026-05-02T10:00:00Z',
  '3,B,lots,5.55,2026-05-02T10:00:00Z',
];
const mapping = {
  source: 'till',
  events: [
    {
      type: 'order.created',
      group_by: 'bill',
      time: { column: 'at' },
      data: { order_id: { column: 'bill' }, currency: { constant: 'EUR' } },
      items: {
        product_id: { column: 'sku' },
        quantity: { column: 'pieces', number: true },
        unit_price: { column: 'price', number: true },
      },
    },
  ],
};

/** Everything a business does at first, on a folder where the tenant is not there yet. */
async function firstSteps(dataDir: string, tenant: string): Promise<void> {
  const files = { csv: join(folder, 'bills.csv'), mapping: join(folder, 'mapping.json') };
  writeFileSync(files.csv, bills.join('\n'));
  writeFileSync(files.mapping, JSON.stringify(mapping));

  const made = await olympus(
    dataDir,
    'tenant',
    'create',
    'My Shop',
    '--id',
    tenant,
    '--timezone',
    'Europe/Berlin',
    '--json',
  );
  expect(made.err).toBe('');
  expect(JSON.parse(made.out)).toMatchObject({
    id: tenant,
    time_zone: 'Europe/Berlin',
    currency: 'EUR',
  });

  const key = await olympus(
    dataDir,
    'key',
    'create',
    '--tenant',
    tenant,
    '--scopes',
    'events:write',
  );
  expect(key.out).toMatch(/^oly_\w{33}\n$/);

  const load = () =>
    olympus(dataDir, 'import', files.csv, '--mapping', files.mapping, '--tenant', tenant, '--json');
  expect(JSON.parse((await load()).out)).toMatchObject({
    rows: 4,
    stored: 2,
    duplicates: 0,
    dead_lettered: 1,
  });
  // everything else was stored, but a row was rejected
  expect(await load()).toMatchObject({ code: 2 });
  expect(JSON.parse((await load()).out)).toMatchObject({ rows: 4, stored: 0, duplicates: 2 });

  const table = await olympus(
    dataDir,
    'query',
    '--tenant',
    tenant,
    '--metrics',
    'revenue,orders',
    '--timeframe',
    'all_time',
  );
  expect(table.out).toMatch(/revenue\s+orders\n[─ ]+\n\s*45\.55\s+2\n/);
  const json = await olympus(
    dataDir,
    'query',
    JSON.stringify({ tenant_id: tenant, metrics: ['orders'] }),
    '--json',
  );
  expect(JSON.parse(json.out)).toHaveProperty('rows');

  const letters = JSON.parse(
    (await olympus(dataDir, 'dead-letters', 'list', '--tenant', tenant, '--json')).out,
  ) as { id: string; raw: string }[];
  const [letter] = letters;
  if (letter === undefined) throw new Error('the rejected bill was not kept');
  const corrected = join(folder, 'corrected.json');
  writeFileSync(corrected, letter.raw.replace('"lots"', '3'));
  const mended = await olympus(
    dataDir,
    'dead-letters',
    'correct',
    letter.id,
    '--tenant',
    tenant,
    '--event',
    corrected,
    '--replay',
    '--json',
  );
  expect(JSON.parse(mended.out)).toMatchObject({ outcome: 'stored' });
  const after = await olympus(
    dataDir,
    'query',
    '--tenant',
    tenant,
    '--metrics',
    'revenue',
    '--timeframe',
    'all_time',
    '--json',
  );
  expect(JSON.parse(after.out)).toMatchObject({ rows: [{ revenue: 62.2 }] });
}

describe('the command line', () => {
  it('does its work alone on a folder, and lets go of it', async () => {
    const dataDir = join(folder, 'alone');
    await firstSteps(dataDir, 'shop');
    expect(findHolder(dataDir)).toBeUndefined();
  });

  it('does the same work through the server that has the folder open', async () => {
    expect(findHolder(server.folder)?.url).toBe(server.url);
    await firstSteps(server.folder, 'shop');
  });

  it('backs up a running server, and restores into an empty folder only', async () => {
    const backup = join(`${server.folder}-backups`, 'monday');
    const restored = join(folder, 'restored');
    const made = await olympus(server.folder, 'backup', 'monday');
    expect(made.out).toContain(`Backed up into ${backup}`);
    expect(readdirSync(backup).sort()).toEqual(['backup.json', 'control.dump', 'warehouse.duckdb']);
    expect((await olympus(server.folder, 'backup', 'monday')).err).toContain('backup named monday');
    expect((await olympus(server.folder, 'backup', '../../etc')).code).toBe(64);
    expect((await olympus(server.folder, 'backups')).out).toContain('monday');

    // the key does not lie beside what it opens: it is given, and it has to be the right one
    expect((await olympus(restored, 'restore', backup)).err).toContain('holds no key');
    const wrong = join(folder, 'wrong.key');
    writeFileSync(wrong, 'ab'.repeat(32));
    expect((await olympus(restored, 'restore', backup, '--key', wrong)).err).toContain(
      'not the one',
    );
    const key = join(server.folder, 'secret.key');
    expect((await olympus(restored, 'restore', backup, '--key', key)).code).toBe(0);
    const answer = await olympus(
      restored,
      'query',
      '--tenant',
      'shop',
      '--metrics',
      'revenue',
      '--timeframe',
      'all_time',
      '--json',
    );
    expect(JSON.parse(answer.out)).toMatchObject({ rows: [{ revenue: 62.2 }] });
    expect((await olympus(restored, 'restore', backup, '--key', key)).code).toBe(73);
    const remains = join(folder, 'remains');
    mkdirSync(join(remains, 'warehouse.duckdb.journal'), { recursive: true });
    expect((await olympus(remains, 'restore', backup)).code).toBe(73);
    const foreign = join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'secret.key'), 'of another installation');
    expect((await olympus(foreign, 'restore', backup, '--key', key)).code).toBe(73);
    expect((await olympus(server.folder, 'restore', backup)).err).toContain(
      'has the data folder open',
    );
  });

  it('backs up alone, with the key when asked to', async () => {
    const dataDir = join(folder, 'alone-with-key');
    await firstSteps(dataDir, 'shop');
    const made = await olympus(dataDir, 'backup', '--with-key', '--json');
    const { folder: backup, with_key: withKey } = JSON.parse(made.out) as {
      folder: string;
      with_key: boolean;
    };
    expect(withKey).toBe(true);
    expect((await olympus(join(folder, 'from-alone'), 'restore', backup)).code).toBe(0);
  });

  it('says what is well', async () => {
    const { code, out } = await olympus(server.folder, 'doctor', '--json');
    const { findings } = JSON.parse(out) as { findings: { what: string; good: boolean }[] };
    expect(findings.find(({ what }) => what === 'warehouse: ok')?.good).toBe(true);
    // the page may not be built where tests run; everything else is well
    expect(findings.filter(({ good }) => !good).map(({ what }) => what)).toEqual(
      code === 0 ? [] : ['The web page is built'],
    );
  });

  it('makes accounts, links and invitations', async () => {
    const made = await olympus(server.folder, 'user', 'create', 'ada@example.com', '--json');
    expect(JSON.parse(made.out)).toMatchObject({ email: 'ada@example.com', operator: false });
    const invite = ['user', 'invite', 'bob@example.com', '--tenant', 'one'];
    const invited = await olympus(server.folder, ...invite, '--role', 'analyst');
    expect(invited.out).toMatch(/^http:\/\/localhost:\d+\/join#[\w-]{43}\n$/);
    const known = ['user', 'invite', 'ada@example.com', '--tenant', 'one'];
    expect((await olympus(server.folder, ...known)).code).toBe(0);
    expect((await olympus(server.folder, ...invite, '--role', 'queen')).code).toBe(64);
    const link = await olympus(server.folder, 'link', '--email', 'ada@example.com');
    expect(link.out).toMatch(/^http:\/\/localhost:\d+\/sign-in\/[\w-]{43}\n$/);
  });

  it.each([
    [['query', '--tenant', 'one'], 64, 'needs --tenant and --metrics'],
    [['query', '--tenant', 'nowhere', '--metrics', 'revenue'], 66, 'nothing at this address'],
    [['query', '{"tenant_id"'], 64, 'not valid JSON'],
    [['tenant', 'create', 'One', '--id', 'one'], 73, 'taken'],
    [['key', 'create', '--tenant', 'one', '--scopes', 'everything'], 64, 'not a scope'],
    [['import', 'none.csv', '--mapping', 'none.json', '--tenant', 'one'], 66, 'none.json'],
    [['dead-letters', 'show', 'none', '--tenant', 'one'], 66, 'none'],
    [['fly'], 64, 'unknown command'],
  ])('explains what is wrong with %j', async (args, code, text) => {
    const outcome = await olympus(server.folder, ...args);
    expect([outcome.code, outcome.err]).toEqual([code, expect.stringContaining(text)]);
    expect(outcome.err).not.toMatch(/\n\s+at .*\.ts/);
  });

  it('names every wrong setting before it does anything', async () => {
    let err = '';
    const code = await runCommandLine(
      ['serve'],
      { PORT: 'x', OLYMPUS_DEMO: 'maybe' },
      {
        stdout: { write: () => true },
        stderr: { write: (text) => (err += text) },
      },
    );
    expect(code).toBe(64);
    expect(err).toContain('PORT');
    expect(err).toContain('OLYMPUS_DEMO');
  });

  it.each([
    ['serve'],
    ['demo'],
    ['tenant', 'create'],
    ['key', 'create'],
    ['import'],
    ['query'],
    ['dead-letters', 'list'],
    ['backup'],
    ['backups'],
    ['restore'],
    ['doctor'],
    ['link'],
    ['user', 'create'],
    ['user', 'invite'],
  ])('explains %s %s', async (...args) => {
    const { code, out } = await olympus(folder, ...args, '--help');
    expect(code).toBe(0);
    expect(out).toContain('Usage: olympus');
    expect(out).toContain('--json');
  });
});
