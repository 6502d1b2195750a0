import { bind, compile, duckdbDialect } from '@olympus/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModel } from '../../model/model.js';
import { accessFromMeasure } from '../../plan/access.js';
import { planQuery } from '../../plan/plan-query.js';
import { anyTime } from '../../testing/any-time.js';
import { ask } from '../../testing/ask.js';
import { openTestStore, type TestStore } from '../../testing/duckdb-store.js';
import { makeStream } from '../../testing/streams.js';
import { compileActs } from '../compile-acts.js';
import { planAct } from '../plan-act.js';
import { cohortDimension } from './cohort-dimension.js';
import type { Cohort } from './planned-cohort.js';

const customers = ['c1', 'c4', 'c9'];
const cohort: Cohort = { id: 'vip', name: 'VIP', plan: { kind: 'list', customers } };
const model = createModel([], new Map([['vip', cohort]]));
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  for (const shop of ['shop', 'other']) {
    const stream = makeStream(5, shop);
    await store.insert('sales', stream.sales);
    await store.insert('sessions', stream.sessions);
    await store.insert(
      'payments',
      ['c1', 'c2', null].map((who) => ({
        tenant_id: shop,
        customer_key: who,
        status: 'processed',
        amount: 7,
        occurred_at: '2026-10-01 10:00:00',
      })),
    );
  }
});
afterAll(() => store.close());

/** Metrics of which every number knows its customer. */
const metrics = [...model.metrics.values()].filter((metric) => {
  try {
    const plan = planQuery(
      { tenant_id: 'shop', metrics: [metric.name], dimensions: ['customer.key'] },
      {
        tenantId: 'shop' as never,
        model,
        calendar: { timeZone: 'UTC', weekStart: 'monday', nowMs: 0 },
      },
    );
    return plan.measures.every((one) => accessFromMeasure(model, one, cohortDimension));
  } catch {
    return false;
  }
});

describe('a cohort as a filter of metrics', () => {
  test.each(metrics.map(({ name }) => name))('%s', async (metric) => {
    const options = { model, calendar: { timeZone: 'Europe/Berlin' } };
    for (const operator of ['equals', 'not_equals'] as const) {
      for (const grain of [undefined, 'month'] as const) {
        const query = {
          metrics: [metric],
          time: { from: '2026-09-01', to: '2026-12-01' },
          ...(grain === undefined ? {} : { grain }),
        };
        const byCohort = await ask(
          store,
          { ...query, filters: [{ dimension: 'customer.cohort', operator, values: ['vip'] }] },
          options,
        );
        const byKey = await ask(
          store,
          { ...query, filters: [{ dimension: 'customer.key', operator, values: customers }] },
          options,
        );
        expect(byCohort.rows).toEqual(byKey.rows);
        expect(byCohort.plan.branches.every(({ rollup }) => rollup === undefined)).toBe(true);
      }
    }
  });

  test('there are some, and it is no dimension to split by', async () => {
    expect(metrics.length).toBeGreaterThan(20);
    await expect(
      ask(store, { metrics: ['revenue'], dimensions: ['customer.cohort'] }, { model }),
    ).rejects.toMatchObject({ code: 'unknown_dimension' });
  });

  test('refuses what knows no customer, another operator and a cohort that is not there', async () => {
    const filter = (operator: 'equals' | 'gt', value: string) => [
      { dimension: 'customer.cohort', operator, values: [value] },
    ];
    await expect(
      ask(store, { metrics: ['ad_spend'], filters: filter('equals', 'vip') }, { model }),
    ).rejects.toMatchObject({ code: 'dimension_not_joinable', at: '/filters/0/dimension' });
    await expect(
      ask(store, { metrics: ['revenue'], filters: filter('gt', 'vip') }, { model }),
    ).rejects.toMatchObject({ code: 'operator_not_applicable', at: '/filters/0/operator' });
    await expect(
      ask(store, { metrics: ['revenue'], filters: filter('equals', 'vap') }, { model }),
    ).rejects.toMatchObject({ code: 'unknown_cohort', at: '/filters/0/values/0' });
  });
});

test('acts of members are those under the customer that a browser became', async () => {
  const act = (filters: boolean) =>
    planAct(
      model,
      {
        act: 'page.viewed',
        ...(filters
          ? { filters: [{ dimension: 'customer.cohort', operator: 'equals', values: ['vip'] }] }
          : {}),
      },
      '',
    );
  const read = async (filters: boolean) => {
    const { tables, rows } = compileActs(
      { dialect: duckdbDialect, model, tenant: bind('string', 'shop'), local: anyTime },
      [{ act: act(filters), span: { toMs: Date.UTC(2027, 0, 1) }, columns: () => [] }],
    );
    const [first, ...more] = tables;
    if (first === undefined || more.length > 0) throw new Error('one table of browsers');
    const { parts } = first;
    const statement = {
      parts: [{ kind: 'text' as const, text: 'WITH ' }, ...parts, ...rows.parts],
    };
    return (await store.query(compile(statement, duckdbDialect))).map(([who]) => String(who));
  };
  const all = await read(false);
  const members = all.filter((who) => customers.includes(who));
  expect(members.length).toBeGreaterThan(0);
  expect((await read(true)).toSorted()).toEqual(members.toSorted());
});
