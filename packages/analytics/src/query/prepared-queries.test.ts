import { tenantId } from '@olympus/core';
import { createModel } from '@olympus/semantic';
import { expect, test } from 'vitest';
import { createPreparedQueries, type PreparedQuery } from './prepared-queries.js';
import type { TenantMoment } from './query-service.js';

const moment = (more: Partial<TenantMoment['calendar']> = {}, lastMs = 2): TenantMoment => ({
  tenant: {
    id: tenantId('shop'),
    name: 'Shop',
    timeZone: 'UTC',
    currency: 'EUR',
    weekStart: 'monday',
    locale: 'en',
  },
  calendar: { timeZone: 'UTC', weekStart: 'monday', nowMs: 600_000, ...more },
  profile: { firstMs: 1, lastMs, lastReceivedMs: 2 } as TenantMoment['profile'],
  rollups: [],
});
const query = { tenant_id: 'shop', metrics: ['revenue'] };

test('a query is read again when what it follows from has changed, and only then', () => {
  const prepared = createPreparedQueries();
  const model = createModel();
  let read = 0;
  const ask = (at: TenantMoment, of = model, asked: typeof query & { limit?: number } = query) => {
    const before = read;
    prepared.of(at, of, asked, () => {
      read += 1;
      return {} as PreparedQuery;
    });
    return read > before;
  };
  expect(ask(moment())).toBe(true);
  expect(ask(moment({ nowMs: 659_999 }))).toBe(false);
  expect(ask(moment({ nowMs: 660_000 }))).toBe(true);
  expect(ask(moment({ timeZone: 'Asia/Tokyo' }))).toBe(true);
  expect(ask(moment({ weekStart: 'sunday' }))).toBe(true);
  expect(ask(moment({}, 3))).toBe(true);
  expect(ask(moment(), createModel())).toBe(true);
  expect(ask(moment(), model, { ...query, limit: 5 })).toBe(true);
  const tenant = { ...moment().tenant, id: tenantId('other') };
  expect(ask({ ...moment(), tenant })).toBe(true);
  expect(ask(moment())).toBe(false);
});

test('a query of thousands of characters is not kept', () => {
  const prepared = createPreparedQueries();
  const model = createModel();
  const values = Array.from({ length: 1_000 }, (_, index) => `value ${index}`);
  const long = {
    ...query,
    filters: [{ dimension: 'channel', operator: 'equals' as const, values }],
  };
  const made = [1, 2].map(() => ({}) as PreparedQuery);
  expect(made.map((one) => prepared.of(moment(), model, long, () => one))).toEqual(made);
  expect(prepared.of(moment(), model, long, () => made[1] as PreparedQuery)).toBe(made[1]);
});
