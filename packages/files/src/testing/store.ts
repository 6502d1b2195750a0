import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRights } from '@olympus/contract';
import { createManualClock, silentLogger, type TenantId, tenantId } from '@olympus/core';
import { createIngest, type Ingest } from '@olympus/ingest';
import { createPlatform, type Platform } from '@olympus/platform';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';

/** A real collector on databases in memory, with one shop, and a folder for files. */
export interface TestStore {
  readonly shop: TenantId;
  readonly zone: string;
  readonly folder: string;
  readonly clock: ReturnType<typeof createManualClock>;
  readonly platform: Platform;
  readonly warehouse: DuckDbWarehouse;
  readonly ingest: Ingest;
  write(name: string, content: string | Uint8Array): string;
  /** Rows of a statement on the shop's ledgers. */
  ask(text: string): Promise<readonly (readonly unknown[])[]>;
  close(): Promise<void>;
}

export const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

/** Costly to start: tests of one file share one. */
export const openTestPlatform = (
  migrations: readonly { readonly room: string; readonly folder: URL }[] = [],
): Promise<Platform> =>
  createPlatform(
    { memory: true },
    {
      clock: createManualClock(start),
      log: silentLogger,
      secretKey: new Uint8Array(32).fill(7),
      environment: 'development',
      rights: createRights([]),
      ...(migrations.length === 0 ? {} : { migrations }),
    },
  );

const start = Date.parse('2026-11-01T12:00:00Z');
let shops = 0;

export async function openTestStore(platform: Platform): Promise<TestStore> {
  const clock = createManualClock(start);
  const log = silentLogger;
  shops += 1;
  const shop = tenantId(`shop-${shops}`);
  const zone = 'Europe/Berlin';
  const folder = mkdtempSync(join(tmpdir(), 'olympus-files-'));
  await platform.tenants.create({
    id: shop,
    name: 'Shop',
    timeZone: zone,
    currency: 'EUR',
    exchangeRates: { USD: '0.5', GBP: '2' },
  });
  const warehouse = await openDuckDbWarehouse({ path: ':memory:', log, threads: 1 });
  const ingest = createIngest({ warehouse, platform, clock, log });
  return {
    shop,
    zone,
    folder,
    clock,
    platform,
    warehouse,
    ingest,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    async ask(text) {
      return (await warehouse.query(shop, { text, parameters: [] })).rows;
    },
    async close() {
      await ingest.close();
      await warehouse.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
