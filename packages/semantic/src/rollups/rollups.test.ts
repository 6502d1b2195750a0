import { createRandom, tenantId } from '@olympus/core';
import { duckdbDialect } from '@olympus/sql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../ledgers/column.js';
import { ledgers } from '../ledgers/ledgers.js';
import { present, sumOfKnown } from '../model/conditions.js';
import type { Condition, Measure, Metric } from '../model/declarations.js';
import { accessDimension, createModel } from '../model/model.js';
import type { MetricQuery } from '../query/metric-query.js';
import { ask } from '../testing/ask.js';
import { openTestStore, type TestCell, type TestStore } from '../testing/duckdb-store.js';
import { compileRollupRefresh } from './refresh.js';
import { declareRollup, type Rollup, type RollupState, rollupTable, sumsParts } from './rollup.js';
import { rollups } from './rollups.js';

const calendar = { timeZone: 'Europe/Berlin' };
const data = { fromMs: Date.UTC(2026, 2, 1), toMs: Date.UTC(2026, 10, 20) };

/** Another ledger's, to see that a declaration is all that a rollup takes. */
const spendDaily = declareRollup({
  name: 'spend_daily',
  ledger: 'spend',
  parts: [
    { kind: 'sums', name: 'campaigns', keys: ['channel', 'currency', 'campaign_id'] },
    {
      kind: 'firsts',
      name: 'starts',
      measure: { kind: 'first', ledger: 'spend', key: 'campaign_id', conditions: [] },
    },
    { kind: 'sums', name: 'currencies', keys: ['currency'] },
  ],
  sums: ['amount', 'impressions', 'clicks'],
  presence: ['impressions', 'clicks'],
});

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const random = createRandom(11);
const pick = <T>(items: readonly T[]): T => random.pick(items as [T, ...T[]]);
const sometimes = <T>(value: T): readonly T[] => (random.integer(3) === 0 ? [value] : []);

const columnsOf = (rollup: Rollup): readonly Column[] =>
  ledgers.find(({ name }) => name === rollup.ledger)?.columns ?? [];

/** Any line of the ledger, around changes of the clocks. */
function line(rollup: Rollup, commit: number): Record<string, TestCell> {
  const centre = pick([Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 0, 30)]);
  const at = new Date(centre + random.integer(9 * 86_400_000)).toISOString().slice(0, 19);
  const cells = columnsOf(rollup).flatMap(({ name, type, optional }): [string, TestCell][] => {
    if (name === 'tenant_id' || name === 'event_id' || type === 'timestamp') return [];
    if (optional === true && random.integer(3) === 0) return [[name, null]];
    if (name === 'entry') return [[name, pick(['sale', 'refund', 'revision'])]];
    return [[name, type === 'string' ? `${name}${random.integer(3)}` : random.integer(50)]];
  });
  return { ...Object.fromEntries(cells), occurred_at: at, commit_id: commit };
}

const metric = (name: string, measure: Measure): Metric => ({
  name,
  label: name,
  description: name,
  unit: 'number',
  polarity: 'neutral',
  synonyms: { en: [], de: [] },
  definition: { kind: 'measure', measure },
  formula: name,
});

function condition(rollup: Rollup): Condition {
  const keys = sumsParts(rollup).flatMap((part) => part.keys);
  return pick([
    present(pick([...keys, ...rollup.presence])),
    { column: pick(keys), operator: 'equals', values: ['sale', 'channel1', 'currency1'] },
  ]);
}

/** A question that a rollup may answer, made from its declaration. */
function question(rollup: Rollup) {
  const firsts = rollup.parts.flatMap((part) => (part.kind === 'firsts' ? [part.measure] : []));
  const metrics = [
    metric('a', sumOfKnown(rollup.ledger, pick(rollup.sums), ...sometimes(condition(rollup)))),
    metric('b', sumOfKnown(rollup.ledger, pick(rollup.sums))),
    ...sometimes(firsts).flatMap((all) => all.map((measure) => metric('c', measure))),
  ];
  const model = createModel(metrics);
  const reached = [...model.dimensions.values()].filter(
    (dimension) => accessDimension(model, dimension, rollup.ledger) !== undefined,
  );
  const query: Omit<MetricQuery, 'tenant_id'> = {
    metrics: metrics.map(({ name }) => name),
    dimensions: [...sometimes(pick(reached).name)],
    time: pick([
      { from: '2026-03-25', to: '2026-04-09' },
      { from: '2026-10-24T15:00', to: '2026-10-30T03:30' },
      { from: '2026-03-01', to: '2026-11-20' },
    ]),
    ...(random.integer(2) === 0 ? {} : { grain: pick(['day', 'week', 'month'] as const) }),
  };
  return { query, model };
}

async function make(rollup: Rollup): Promise<void> {
  const types = { string: 'VARCHAR', integer: 'BIGINT', decimal: 'DECIMAL(18,4)' };
  const columns = rollupTable(rollup).columns.map(({ name, type }) =>
    type === 'timestamp' ? `${name} TIMESTAMP` : `${name} ${types[type as 'string']}`,
  );
  await store.run(`CREATE TABLE ${rollup.name} (${columns.join(', ')})`);
}

async function refresh(rollup: Rollup, afterCommit: number, throughCommit: number) {
  const window = { generation: 1, afterCommit, throughCommit };
  const shop = tenantId('shop');
  await store.query(compileRollupRefresh(rollup, shop, calendar, data, window, duckdbDialect));
}

async function commitLines(rollup: Rollup, commit: number): Promise<void> {
  await store.insert(
    rollup.ledger,
    Array.from({ length: 80 }, () => line(rollup, commit)),
  );
}

describe.each([...rollups, spendDaily].map((rollup) => ({ name: rollup.name, rollup })))(
  'the rollup $name',
  ({ rollup }) => {
    test('answers what its ledger answers, from each of its parts', async () => {
      await make(rollup);
      await store.insert('customers', [
        { customer_key: 'customer_key0', country: 'ES', segment: 'gold' },
        { customer_key: 'customer_key1', country: null, segment: 'silver' },
      ]);
      await commitLines(rollup, 1);
      await refresh(rollup, 0, 1);
      await commitLines(rollup, 2);
      await refresh(rollup, 1, 2);
      await commitLines(rollup, 3);
      const state: RollupState = { ...calendar, generation: 1, throughCommit: 2 };
      const used = new Set<string>();
      for (let n = 0; n < 150; n++) {
        const { query, model } = question(rollup);
        const options = { calendar, model, data };
        const fast = await ask(store, query, { ...options, rollups: [{ rollup, state }] });
        const slow = await ask(store, query, options);
        expect({ query, rows: fast.rows }).toEqual({ query, rows: slow.rows });
        for (const branch of fast.plan.branches) {
          if (branch.rollup !== undefined) used.add(branch.rollup.part.name);
        }
        expect(slow.sql).not.toContain(rollup.name);
      }
      expect([...used].sort()).toEqual(rollup.parts.map(({ name }) => name).sort());
    });
  },
);

test('a rollup of columns that its ledger does not have does not compile', () => {
  const parts = [{ kind: 'sums', name: 'days', keys: ['currency'] }] as const;
  const made = [
    declareRollup({ name: 'd', ledger: 'spend', parts, sums: ['amount'], presence: [] }),
    // @ts-expect-error spend has no quantity
    declareRollup({ name: 'd', ledger: 'spend', parts, sums: ['quantity'], presence: [] }),
  ];
  const [spent, wrong] = made.map((rollup) => () => rollupTable(rollup));
  expect(spent).not.toThrow();
  expect(wrong).toThrow('spend has no column quantity');
});
