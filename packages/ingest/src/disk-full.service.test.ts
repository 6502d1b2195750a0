import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRights } from '@olympus/contract';
import { silentLogger, systemClock, tenantId } from '@olympus/core';
import { createPlatform } from '@olympus/platform';
import { openDuckDbWarehouse } from '@olympus/warehouse';
import { describe, expect, it } from 'vitest';
import contract from './contract.js';
import { createIngest } from './ingest.js';
import { parseJsonBody } from './parse/body.js';

const log = silentLogger;
const demo = tenantId('demo');
const folder = mkdtempSync(join(tmpdir(), 'olympus-disk-'));
const mounted =
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', folder]).status === 0;
if (!mounted) console.warn('skipped: a small disk cannot be mounted here (needs root)');
if (!mounted && process.env.CI === 'true') throw new Error('a small disk cannot be mounted');

const batch = (from: number, count: number) =>
  parseJsonBody(
    Buffer.from(
      JSON.stringify(
        Array.from({ length: count }, (_, i) => ({
          id: `e${from + i}`,
          type: 'page.viewed',
          data: {
            session_id: `s${from + i}`,
            // text that no compression makes small
            url: `https://x/${Array.from({ length: 40 }, () => Math.random().toString(36)).join('')}`,
          },
        })),
      ),
    ),
  );

describe.skipIf(!mounted)('on a full disk', () => {
  it('refuses with a time to come back, loses nothing acknowledged, and recovers by itself', async () => {
    const platform = await createPlatform(
      { memory: true },
      {
        clock: systemClock,
        log,
        secretKey: new Uint8Array(32).fill(7),
        environment: 'development',
        rights: createRights([contract.permissions]),
      },
    );
    await platform.tenants.create({ id: demo, name: 'Demo', timeZone: 'UTC', currency: 'EUR' });
    const ballast = join(folder, 'ballast');
    await writeFile(ballast, Buffer.alloc(85 * 1024 * 1024));
    const warehouse = await openDuckDbWarehouse({ path: join(folder, 'w.duckdb'), log });
    const ingest = createIngest({ warehouse, platform, clock: systemClock, log });
    const stored = async () => {
      const text = 'SELECT count(*) FROM events';
      return Number((await warehouse.query(demo, { text, parameters: [] })).rows[0]?.[0]);
    };
    let acknowledged = 0;
    let refusal: unknown;
    for (let round = 0; round < 60 && refusal === undefined; round++) {
      try {
        acknowledged += (await ingest.submit(demo, await batch(round * 1000, 1000), 'http')).stored;
      } catch (error) {
        refusal = error;
      }
    }
    expect(acknowledged).toBeGreaterThan(0);
    expect(refusal).toMatchObject({ kind: 'unavailable', retryAfterSeconds: expect.any(Number) });
    expect(refusal).toMatchObject({ code: 'storage_full' });

    await rm(ballast);
    const after = await ingest.submit(demo, await batch(1_000_000, 1000), 'http');
    expect(after.stored).toBe(1000);
    expect(await stored()).toBe(acknowledged + 1000);
    await ingest.close();
    await warehouse.close();
    await platform.close();
    spawnSync('umount', [folder]);
    await rm(folder, { recursive: true });
  });
});
