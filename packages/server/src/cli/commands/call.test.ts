import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../../testing/test-server.js';
import { runCommandLine } from '../program.js';

let folder = '';
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'olympus-call-'));
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function olympus(dataDir: string, ...args: string[]) {
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
const call = (...args: string[]) => olympus(server.folder, 'call', ...args);

describe('olympus call', () => {
  it('lists every operation by area', async () => {
    const { code, out } = await call('--list');
    expect(code).toBe(0);
    expect(out).toMatch(/^keys\n {2}keys\.list +List API keys, newest first$/m);
    expect(out).not.toContain('session.sign_in');
  });

  it('shows the flags of an operation, made from its schema', async () => {
    const { code, out } = await call('keys.create', '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/--tenant-id <text> +Id of the tenant; required/);
    expect(out).toMatch(/--scopes <a,b…> +Permissions that the key has; required/);
    expect(out).toMatch(/--expires-at <text>/);
  });

  it('calls with flags, lists and numbers among them', async () => {
    const made = await call(
      'keys.create',
      '--tenant-id',
      'one',
      '--name',
      'From a shell',
      '--scopes',
      'events:write, analytics:read',
      '--scopes',
      'model:read',
    );
    expect(made.err).toBe('');
    const { id } = JSON.parse(made.out) as { id: string };
    const { keys } = JSON.parse((await call('keys.list', '--tenant-id', 'one')).out) as {
      keys: { id: string; scopes: string[] }[];
    };
    expect(keys.find((key) => key.id === id)?.scopes).toEqual([
      'events:write',
      'analytics:read',
      'model:read',
    ]);
    const { out } = await call('audit.list', '--tenant-id', 'one', '--limit', '1');
    expect(JSON.parse(out)).toMatchObject({ entries: [{ action: 'key.created', target: id }] });
    expect(await call('keys.revoke', '--tenant-id', 'one', '--id', id)).toEqual({
      code: 0,
      out: '',
      err: 'Done.\n',
    });
  });

  it('takes the whole input as JSON, flags before it, and objects in flags', async () => {
    const input = JSON.stringify({ tenant_id: 'one', metrics: ['orders'], limit: 5 });
    const { code, out } = await call(
      'analytics.query',
      '--input',
      input,
      '--metrics',
      'revenue,orders',
      '--time',
      '{"from":"2026-05-01","to":"2026-06-01"}',
    );
    expect(code).toBe(0);
    const { columns } = JSON.parse(out) as { columns: { name: string }[] };
    expect(columns.map(({ name }) => name)).toEqual(['revenue', 'orders']);
  });

  it('names the flag that is wrong or missing, before anything is sent', async () => {
    const missing = await call('keys.create', '--tenant-id', 'one');
    expect(missing.code).toBe(64);
    expect(missing.err).toContain('--name and --scopes are needed');
    const wrong = await call('audit.list', '--tenant-id', 'one', '--limit', 'many');
    expect(wrong.code).toBe(64);
    expect(wrong.err).toContain('--limit must be integer');
    expect((await call('audit.list', '--input', 'nonsense')).err).toContain('--input');
    expect((await call('no.such')).err).toContain('There is no operation no.such');
    expect((await call('keys.list', '--tenant', 'one')).code).toBe(64);
  });

  it('tells a fault of the server with the exit code of its kind', async () => {
    const { code, err } = await call('keys.list', '--tenant-id', 'no-such');
    expect(code).toBe(66);
    expect(err).toContain('✗');
  });

  it('sends events from a file', async () => {
    const file = join(folder, 'events.ndjson');
    writeFileSync(file, `${JSON.stringify(orderEvent())}\n${JSON.stringify(orderEvent())}\n`);
    const { out, code } = await call(
      'events.send',
      '--tenant',
      'one',
      '--file',
      file,
      '--type',
      'application/x-ndjson',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ stored: 2 });
  });

  it('prints what a stream says, a message a line', async () => {
    const following = call('analytics.live', '--tenant-id', 'two', '--messages', '1');
    let done = false;
    void following.finally(() => {
      done = true;
    });
    const authorization = `Bearer ${await server.key('two', 'events:write')}`;
    // whether it follows yet cannot be seen from outside
    while (!done) {
      await fetch(`${server.url}/api/events`, {
        method: 'POST',
        headers: { authorization },
        body: JSON.stringify(orderEvent()),
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { code, out } = await following;
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({ ledgers: expect.arrayContaining(['sales']) });
  });

  it('works on a folder that no server has open', async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    const made = await olympus(dataDir, 'call', 'tenants.create', '--id', 'shop', '--name', 'Shop');
    expect(made.err).toBe('');
    expect(JSON.parse(made.out)).toMatchObject({ id: 'shop', name: 'Shop' });
    const file = join(folder, 'event.json');
    writeFileSync(file, JSON.stringify(orderEvent()));
    const sent = await olympus(dataDir, 'call', 'events.send', '--tenant', 'shop', '--file', file);
    expect(JSON.parse(sent.out)).toMatchObject({ stored: 1 });
  }, 300_000);
});
