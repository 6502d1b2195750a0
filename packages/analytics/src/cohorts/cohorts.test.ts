import { tenantId } from '@olympus/core';
import type { CohortDefinition } from '@olympus/semantic';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saleLine } from '../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';

let store: TestShop;
const other = tenantId('other');
beforeEach(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
  await store.commit('sales', [
    saleLine('2026-11-10T10:00:00Z', 'o1', 100, { customer_key: 'ann', document_hash: 1 }),
    saleLine('2026-11-12T10:00:00Z', 'o2', 50, { customer_key: 'ann', document_hash: 2 }),
    saleLine('2026-11-12T10:00:00Z', 'o3', 7, { customer_key: 'bob', document_hash: 3 }),
    saleLine('2026-10-01T10:00:00Z', 'o4', 20, { customer_key: 'cid', document_hash: 4 }),
    saleLine('2026-11-12T10:00:00Z', 'x1', 999, { customer_key: 'eve', tenant_id: 'other' }),
  ]);
});
afterEach(() => store.close());

type Conditions = Extract<CohortDefinition, { kind: 'rules' }>['groups'][number]['conditions'];
const rules = (...conditions: Conditions): CohortDefinition => ({
  kind: 'rules',
  match: 'all',
  groups: [{ match: 'all', conditions }],
});
const did = (times: number, days?: number): Conditions[number] => ({
  kind: 'did',
  act: { act: 'order.placed' },
  at_least: times,
  ...(days === undefined ? {} : { within: { last_days: days } }),
});
const save = (id: string, definition: CohortDefinition, customers?: readonly string[]) =>
  store.analytics.cohorts.save(shop, { id, name: id, description: '', definition, customers });
const revenueOf = async (id: string, tenant = shop) => {
  const { rows } = await store.analytics.query({
    tenantId: tenant,
    query: {
      tenant_id: tenant,
      metrics: ['revenue'],
      filters: [{ dimension: 'customer.cohort', operator: 'equals', values: [id] }],
    },
  });
  return rows[0]?.revenue;
};

test('filters any question, and an answer changes with the definition', async () => {
  await save('some', rules(did(2)));
  expect(await revenueOf('some')).toBe(150);
  await save('some', rules(did(1)));
  expect(await revenueOf('some')).toBe(177);
  const { groups } = await store.analytics.watching.retention({
    tenantId: shop,
    filters: [{ dimension: 'customer.cohort', operator: 'not_equals', values: ['some'] }],
  });
  expect(groups).toEqual([]);
});

test('tells customers by when they first ordered, in the list and in cohorts', async () => {
  // 23:30 UTC on 30 September is October in Berlin
  await store.commit('sales', [
    saleLine('2026-09-30T22:30:00Z', 'o5', 5, { customer_key: 'dot', document_hash: 5 }),
    saleLine('2026-09-30T21:30:00Z', 'o6', 3, { customer_key: 'eli', document_hash: 6 }),
  ]);
  const october = {
    dimension: 'customer.first_order_month',
    operator: 'equals',
    values: ['2026-10'],
  };
  await save('october', rules({ kind: 'property', ...october, operator: 'equals' }));
  expect(await revenueOf('october')).toBe(25);
  const { rows } = await store.analytics.customers.list({
    tenantId: shop,
    query: { filters: [{ ...october, operator: 'equals' }] },
    limit: 50,
    offset: 0,
    language: 'en',
  });
  expect(rows.map(({ customer_key }) => customer_key).sort()).toEqual(['cid', 'dot']);
});

test('spans of the last days move on with the day', async () => {
  await save('lately', rules(did(1, 10)));
  expect(await revenueOf('lately')).toBe(157);
  store.clock.set(Date.parse('2026-11-22T12:00:00Z'));
  expect(await revenueOf('lately')).toBe(0);
});

test('a list holds its customers, and of them who is known counts', async () => {
  await save('guests', { kind: 'list' }, ['ann', ' cid ', 'ann', 'nobody']);
  expect((await store.analytics.cohorts.get(shop, 'guests')).customers).toHaveLength(3);
  expect(await revenueOf('guests')).toBe(170);
  const members = await store.analytics.cohorts.members(shop, 'guests', { limit: 2 });
  expect(members).toEqual({ customers: 2, of: 3, keys: ['ann', 'cid'] });
  const rest = await store.analytics.cohorts.members(shop, 'guests', { limit: 9, after: 'cid' });
  expect(rest.keys).toEqual(['nobody']);
  await expect(save('guests', { kind: 'list' }, [' '])).rejects.toMatchObject({
    code: 'customers_needed',
    at: '/customers',
  });
  await expect(save('x', rules(did(1)), ['ann'])).rejects.toMatchObject({
    code: 'customers_not_applicable',
  });
});

test('a cohort of cohorts, which cannot be made of itself nor lose a part', async () => {
  const inside = (cohort: string, member = true): Conditions[number] => ({
    kind: 'cohort',
    cohort,
    member,
  });
  await save('base', rules(did(1)));
  await save('guests', { kind: 'list' }, ['ann']);
  await save('both', rules(inside('base'), inside('guests', false)));
  expect(await revenueOf('both')).toBe(27);
  await expect(save('base', rules(did(1), inside('both')))).rejects.toMatchObject({
    code: 'cohort_cycle',
    at: '/definition/groups/0/conditions/1/cohort',
  });
  await expect(save('self', rules(inside('self')))).rejects.toMatchObject({ code: 'cohort_cycle' });
  const within = {
    kind: 'did',
    act: {
      act: 'order.placed',
      filters: [{ dimension: 'customer.cohort', operator: 'equals', values: ['both'] }],
    },
  } as const;
  await expect(save('base', rules(within))).rejects.toMatchObject({
    code: 'cohort_cycle',
    at: '/definition/groups/0/conditions/0/act/filters/0/values/0',
  });
  await expect(store.analytics.cohorts.remove(shop, 'base')).rejects.toMatchObject({
    code: 'cohort_in_use',
  });
  await store.analytics.cohorts.remove(shop, 'both');
  await store.analytics.cohorts.remove(shop, 'base');
  await expect(revenueOf('base')).rejects.toMatchObject({
    code: 'unknown_cohort',
    at: '/filters/0/values/0',
  });
});

test('counts a definition before it is saved, with the place of what is wrong', async () => {
  const { cohorts } = store.analytics;
  expect(await cohorts.preview(shop, { definition: rules(did(2)) })).toEqual({
    customers: 1,
    of: 3,
  });
  const unknown = rules(did(1), { kind: 'cohort', cohort: 'gone', member: true });
  await expect(cohorts.preview(shop, { definition: unknown })).rejects.toMatchObject({
    code: 'unknown_cohort',
    at: '/definition/groups/0/conditions/1/cohort',
  });
});

test('tenants have cohorts of their own', async () => {
  await save('mine', rules(did(1)));
  await expect(revenueOf('mine', other)).rejects.toMatchObject({ code: 'unknown_cohort' });
  expect(await store.analytics.cohorts.list(other)).toEqual([]);
  await store.analytics.cohorts.save(other, {
    id: 'mine',
    name: 'Theirs',
    description: '',
    definition: rules(did(1)),
  });
  expect(await revenueOf('mine', other)).toBe(999);
  expect(await revenueOf('mine')).toBe(177);
});
