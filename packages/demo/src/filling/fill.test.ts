import { createRights } from '@olympus/contract';
import { createManualClock, silentLogger, tenantId } from '@olympus/core';
import { createIngest, type Ingest } from '@olympus/ingest';
import { createPlatform, type Platform } from '@olympus/platform';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemo } from '../demo.js';
import { findPreset } from '../shops/presets.js';
import { catchUpDemo } from './fill.js';

const log = silentLogger;
const clock = createManualClock(Date.parse('2026-03-10T12:00:00Z'));
const shop = { ...findPreset('restaurants'), ordersADay: 0.4, onlookersAnOrder: 1 };
const tenant = tenantId(shop.tenant);

let platform: Platform;
let warehouse: DuckDbWarehouse;
let ingest: Ingest;

beforeAll(async () => {
  platform = await createPlatform(
    { memory: true },
    {
      clock,
      log,
      secretKey: new Uint8Array(32).fill(7),
      environment: 'development',
      rights: createRights([]),
    },
  );
  warehouse = await openDuckDbWarehouse({ path: ':memory:', log });
  ingest = createIngest({ warehouse, platform, clock, log, publish: () => {} });
});

afterAll(async () => {
  await ingest.close();
  await warehouse.close();
  await platform.close();
});

describe('filling a demo', () => {
  it('makes its tenant with the shop’s own books, and stores two years without a dead letter', async () => {
    const demo = createDemo({ platform, ingest, clock, log });
    expect(await demo.isFilled(shop)).toBe(false);
    const shares: number[] = [];
    const sent = await demo.fill(shop, { progress: (share) => shares.push(share) });
    expect(await platform.tenants.get(tenant)).toMatchObject({
      name: 'Osteria Nove',
      currency: 'GBP',
      timeZone: 'Europe/London',
      demo: true,
    });
    expect(sent).toBeGreaterThan(1_000);
    expect(shares.at(-1)).toBe(1);
    expect(await demo.isFilled(shop)).toBe(true);
    expect(await ingest.deadLetters.list(tenant, {})).toEqual([]);
  });

  it('sends again nothing, and later what has happened since', async () => {
    const demo = createDemo({ platform, ingest, clock, log });
    expect(await demo.fill(shop)).toBe(0);
    clock.set(clock.now() + 40 * 86_400_000);
    let sent = 0;
    const caughtUp = await catchUpDemo({ platform, ingest, clock }, shop, {
      progress: (_, events) => {
        sent = events;
      },
    });
    expect(sent).toBeGreaterThan(0);
    const later = caughtUp?.rest.map(({ atMs }) => atMs) ?? [];
    expect(later.every((atMs) => atMs > clock.now())).toBe(true);
    expect(await demo.fill(shop)).toBe(0);
  });

  it('has nothing to go on with where no demo was made', async () => {
    const other = findPreset('subscription');
    expect(await catchUpDemo({ platform, ingest, clock }, other)).toBeUndefined();
  });

  it('goes on living while the room is open, also where it is filled meanwhile', async () => {
    const submitted: string[] = [];
    const demo = createDemo({
      platform,
      clock,
      log,
      ingest: {
        submit: (to, batch, door) => {
          submitted.push(to);
          return ingest.submit(to, batch, door);
        },
      },
    });
    demo.live();
    clock.set(clock.now() + 20 * 86_400_000);
    await demo.fill(shop);
    expect(new Set(submitted)).toEqual(new Set([tenant]));
    await demo.close();
  });
});
