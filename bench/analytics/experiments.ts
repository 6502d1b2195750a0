import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { dayMs, silentLogger, tenantId } from '@olympus/core';
import { type LedgerName, ledgers } from '@olympus/semantic';
import { openDuckDbWarehouse } from '@olympus/warehouse';
import { createAssigner } from '../../packages/experiments/src/assignment/assign.js';
import type { ExperimentDefinition } from '../../packages/experiments/src/definition/definition.js';
import { createExperimentReader } from '../../packages/experiments/src/results/read.js';
import type { StoredExperiment } from '../../packages/experiments/src/store/experiment-store.js';
import { openAnalytics } from './shop/open-analytics.js';

const exposures = 1_000_000;
const turns = 7;
const startMs = Date.parse('2026-05-01T00:00:00Z');
const days = 28;

/** One exposure a unit over four weeks, an order of one in ten within days, and orders before. */
async function generate(path: string): Promise<void> {
  const made = await openDuckDbWarehouse({ path, log: silentLogger });
  await made.close();
  const instance = await DuckDBInstance.create(path, { threads: '2' });
  const connection = await instance.connect();
  const fill = async (
    ledger: LedgerName,
    values: Readonly<Record<string, string>>,
    from: string,
  ): Promise<void> => {
    const columns = ledgers.find(({ name }) => name === ledger)?.columns ?? [];
    const list = columns.map(({ name }) => `${values[name] ?? 'NULL'} AS ${name}`);
    await connection.run(`INSERT INTO ${ledger} SELECT ${list.join(', ')} FROM ${from}`);
  };
  const exposed = `make_timestamp(${startMs * 1000} + i * ${Math.floor((days * 86_400_000_000) / exposures)})`;
  const at = (instant: string) => ({
    tenant_id: "'bench'",
    commit_id: '1',
    occurred_at: instant,
    received_at: instant,
  });
  await fill(
    'exposures',
    {
      ...at(exposed),
      event_id: "'x' || i",
      experiment_id: "'checkout'",
      variant: "CASE WHEN hash(i) % 2 = 0 THEN 'control' ELSE 'treatment' END",
      visitor_key: "'customer-key-of-' || i",
    },
    `(SELECT range AS i FROM range(${exposures}))`,
  );
  const sale = {
    entry: "'sale'",
    line_id: "'1'",
    customer_key: "'customer-key-of-' || i",
    currency: "'EUR'",
    quantity: '1',
    gross: '10 + hash(i) % 100',
    discount: '0',
    tax: '0',
    shipping: '0',
    net: '10 + hash(i) % 100',
    orders: '1',
  };
  for (const [name, shift, share] of [
    ['after', 'to_microseconds((hash(i * 7) % 400000)::BIGINT * 1000000)', 10],
    ['before', '-to_microseconds((hash(i * 11) % 2000000)::BIGINT * 1000000)', 5],
  ] as const) {
    const instant = `${exposed} + ${shift}`;
    await fill(
      'sales',
      {
        ...at(instant.replace('+ -', '- ')),
        ...sale,
        event_id: `'${name}' || i`,
        document_id: `'order:${name}' || i`,
        document_hash: `hash(i * 3 + ${share}) % 9007199254740991`,
        order_id: `'${name}' || i`,
      },
      `(SELECT range AS i FROM range(${exposures}) WHERE hash(range * ${share}) % ${share} = 0) ORDER BY occurred_at`,
    );
  }
  await connection.run('UPDATE journal_position SET commit_id = 1');
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

const definition: ExperimentDefinition = {
  name: 'Checkout',
  hypothesis: '',
  unit: 'customer',
  arms: [
    { key: 'control', weight: 0.5 },
    { key: 'treatment', weight: 0.5 },
  ],
  rules: [],
  traffic: 1,
  layer: null,
  holdout: true,
  primary: { metric: 'orders', kind: 'share' },
  secondary: [{ metric: 'average_order_value', kind: 'ratio' }],
  guardrails: [{ metric: 'revenue', kind: 'mean', margin: 0.02 }],
  window_days: 14,
  minimum_effect: 0.05,
  planned_units: exposures,
  planned_days: days,
};

/** Results over a million exposed units, and what assigning one costs. */
export async function run(): Promise<void> {
  assigning();
  const folder = await mkdtemp(join(tmpdir(), 'olympus-experiments-'));
  try {
    const file = join(folder, 'warehouse.duckdb');
    console.log(`making ${exposures.toLocaleString('en')} exposures and their orders …`);
    await generate(file);
    const { analytics, close } = await openAnalytics(file, 'bench');
    const reader = createExperimentReader(analytics);
    for (const [name, work] of [
      ['results, all days', (one: StoredExperiment) => reader.results(one, call)],
      ['by new and returning', (one: StoredExperiment) => reader.segments(one, 'returning', call)],
    ] as const) {
      const spent: { wallMs: number; cpuMs: number }[] = [];
      for (let turn = 0; turn < turns; turn++) {
        // another window each time, so that no answer is remembered
        const experiment = stored({ ...definition, window_days: 10 + turn });
        const cpu = process.cpuUsage();
        const begun = performance.now();
        await work(experiment);
        const { user, system } = process.cpuUsage(cpu);
        spent.push({ wallMs: performance.now() - begun, cpuMs: (user + system) / 1000 });
      }
      const told = (of: 'wallMs' | 'cpuMs') =>
        spent
          .slice(1)
          .map((one) => one[of])
          .sort((one, two) => one - two)
          [turns >> 1]?.toFixed(0);
      console.log(`  ${name}: ${told('wallMs')} ms, processor time ${told('cpuMs')} ms`);
    }
    await close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const call = { tenant: tenantId('bench') };

const stored = (of: ExperimentDefinition): StoredExperiment => ({
  key: 'checkout',
  state: 'stopped',
  version: 1,
  definition: of,
  allocation: null,
  decision: null,
  changedBy: 'bench',
  createdAtMs: startMs,
  changedAtMs: startMs,
  startedAtMs: startMs,
  measuredFromMs: startMs,
  stoppedAtMs: startMs + days * dayMs,
});

function assigning(): void {
  const assigner = createAssigner({
    holdout: { seed: 'holdout', buckets: 500 },
    experiments: [
      {
        key: 'checkout',
        seed: 'arm:checkout',
        layer_seed: 'layer:checkout',
        traffic: [[0, 10_000]],
        arms: [
          { key: 'control', buckets: [[0, 5_000]] },
          { key: 'treatment', buckets: [[5_000, 10_000]] },
        ],
        rules: [{ attribute: 'country', operator: 'equals', values: ['DE', 'AT'] }],
        holdout: true,
      },
    ],
  });
  const units = Array.from({ length: 100_000 }, (_, n) => `3f2504e0-4f89-41d3-9a0c-${n}`);
  let assigned = 0;
  const rounds = 10;
  for (let round = 0; round < 2; round++) {
    assigned = 0;
    const begun = process.cpuUsage();
    for (let n = 0; n < rounds; n++) {
      for (const unit of units) {
        if (assigner.assign('checkout', unit, { country: 'DE' }).arm !== null) assigned += 1;
      }
    }
    const each = (process.cpuUsage(begun).user * 1e3) / (rounds * units.length);
    if (round === 1) {
      console.log(
        `  assigning, with a rule and a holdout: ${each.toFixed(0)} ns of processor time a unit (${assigned})`,
      );
    }
  }
}
