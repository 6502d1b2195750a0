import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type CustomerKey, createManualClock, tenantId } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlatform, restorePlatform } from '../platform.js';
import { codeOf, startMs, testDeps } from '../testing/harness.js';

const shop = tenantId('shop');
const ann = 'ann' as CustomerKey;
const deps = testDeps(createManualClock(startMs));

describe('a control plane in a folder', () => {
  let base: string;
  let dataDir: string;
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'olympus-platform-'));
    dataDir = join(base, 'data');
    // what an interrupted first start leaves behind
    await mkdir(join(dataDir, 'control'), { recursive: true });
    await writeFile(join(dataDir, 'control', 'PG_VERSION'), '18');
    await writeFile(join(dataDir, 'control.unfinished'), '');
  });
  afterAll(() => rm(base, { recursive: true, force: true }));

  it('keeps everything over a restart, a dump and a restore', async () => {
    const first = await createPlatform({ dataDir }, deps);
    await first.tenants.create({ id: shop, name: 'Shop', timeZone: 'Europe/Paris' });
    const user = await first.users.create({
      email: 'a@example.com',
      name: 'A',
      password: 'a long password',
    });
    await first.users.setRole(shop, user.id, 'owner');
    const session = await first.sessions.create(user.id);
    const { secret } = await first.keys.create({
      tenantId: shop,
      name: 'k',
      scopes: ['model:read'],
    });
    const people = await first.people.keysFor(shop, [ann]);
    const pseudonym = await first.pseudonyms.secretOf(shop);
    const dump = await first.dump();
    await first.close();
    expect(await codeOf(first.ping())).toBe('control_store_unavailable');

    const target = join(base, 'restored');
    await restorePlatform({ dataDir: target }, dump);
    expect(await codeOf(restorePlatform({ dataDir: target }, dump))).toBe(
      'restore_target_not_empty',
    );
    for (const folder of [dataDir, target]) {
      const again = await createPlatform({ dataDir: folder }, deps);
      expect(await again.tenants.get(shop)).toMatchObject({
        name: 'Shop',
        timeZone: 'Europe/Paris',
      });
      expect(await again.users.verifyPassword('a@example.com', 'a long password')).toEqual(user);
      expect((await again.sessions.resolve(session.token))?.allows(shop, 'keys:admin')).toBe(true);
      expect((await again.keys.resolve(secret))?.allows(shop, 'model:read')).toBe(true);
      expect(await again.people.existing(shop, [ann])).toEqual(people);
      expect(await again.pseudonyms.secretOf(shop)).toEqual(pseudonym);
      await again.close();
    }
    const bad = join(base, 'bad');
    expect(await codeOf(restorePlatform({ dataDir: bad }, randomBytes(1000)))).toBe('dump_damaged');
    expect(await readdir(bad)).toEqual(['control.unfinished']);
  });

  it('leaves the event loop free while a statement runs', async () => {
    const platform = await createPlatform({ dataDir }, deps);
    const many = Array.from({ length: 5000 }, (_, i) => `c${i}` as CustomerKey);
    await platform.people.keysFor(shop, many);
    let turns = 0;
    let dumping = true;
    const dump = platform.dump().finally(() => {
      dumping = false;
    });
    for (; dumping; turns++) await turn();
    await dump;
    // in this thread the loop would stand still until the dump is there
    expect(turns).toBeGreaterThan(20);
    await platform.close();
  });

  it('has everything it acknowledged after being killed, round after round', async () => {
    const acknowledged: string[] = [];
    for (const prefix of ['one', 'two']) {
      acknowledged.push(...(await runUntilKilled(dataDir, prefix, 30)));
    }
    const platform = await createPlatform({ dataDir }, deps);
    const stored = new Set((await platform.tenants.list()).map(({ id }) => String(id)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(await platform.pseudonyms.secretOf(shop)).toHaveLength(32);
    await platform.close();
  });
});

/** Ids that the child printed before it was killed, in the midst of writing. */
function runUntilKilled(dataDir: string, prefix: string, count: number): Promise<string[]> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('../testing/crash-child.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--import', loader, '--conditions=source', script, dataDir, prefix],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.split('\n').length > count) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(printed.split('\n').slice(0, -1));
      else reject(new Error('the child ended by itself'));
    });
  });
}
