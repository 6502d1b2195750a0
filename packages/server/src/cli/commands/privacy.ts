import { writeFileSync } from 'node:fs';
import { Problem } from '@olympus/core';
import type { Command } from 'commander';
import type { Connection } from '../connection.js';
import type { Runner } from '../runner.js';
import { printTable } from '../terminal.js';
import { waitForJob } from '../wait-for-job.js';

interface Erasure {
  readonly id: string;
  readonly person: string;
  readonly requested_at: string;
  readonly finished_at: string | null;
  readonly valid: boolean | null;
  readonly receipt: {
    readonly outcome: string;
    readonly stores: readonly {
      readonly store: string;
      readonly found: Readonly<Record<string, number>> | null;
      readonly left: Readonly<Record<string, number>> | null;
    }[];
  } | null;
}

const total = (counts: Readonly<Record<string, number>> | null) =>
  Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
const baseOf = (tenant: string) => `/api/tenants/${encodeURIComponent(tenant)}`;
const personOf = (tenant: string, customer: string) =>
  `${baseOf(tenant)}/people/${encodeURIComponent(customer)}`;

export function addPrivacyCommands(program: Command, run: Runner): void {
  const group = program.command('privacy').description('Personal data of customers');

  group
    .command('erase <customer>')
    .description('Erase a person everywhere; amounts stay without them')
    .requiredOption('--tenant <id>', 'tenant')
    .option('--yes', 'really: it cannot be undone')
    .action((customer: string, options: { tenant: string; yes?: boolean }) =>
      run(async ({ terminal, connection }) => {
        if (options.yes !== true) throw notConfirmed();
        const { job } = await connection.call<{ job: number }>({
          method: 'POST',
          path: `${personOf(options.tenant, customer)}/erasure`,
        });
        await waitForJob(job, options.tenant, 'Erasing', { terminal, connection });
        const [erasure] = await receipts(connection, options.tenant, customer, 1);
        if (terminal.json) return terminal.printJson(erasure);
        if (erasure?.receipt == null) return;
        terminal.print(`${erasure.receipt.outcome.replace('_', ' ')}; receipt ${erasure.id}`);
        terminal.print(
          printTable(
            [{ title: 'store' }, { title: 'found' }, { title: 'left' }],
            erasure.receipt.stores
              .filter(({ found }) => found !== null)
              .map(({ store, found, left }) => [store, String(total(found)), String(total(left))]),
          ),
        );
      }),
    );

  group
    .command('export <customer>')
    .description('Gather all that is held of a person, as JSON')
    .requiredOption('--tenant <id>', 'tenant')
    .option('--out <file>', 'write it to a file')
    .action((customer: string, options: { tenant: string; out?: string }) =>
      run(async ({ terminal, connection }) => {
        const made = await connection.call<{ job: number; export: string }>({
          method: 'POST',
          path: `${personOf(options.tenant, customer)}/export`,
        });
        await waitForJob(made.job, options.tenant, 'Exporting', { terminal, connection });
        const copy = await connection.call<unknown>({
          method: 'GET',
          path: `${baseOf(options.tenant)}/personal-exports/${made.export}`,
        });
        if (options.out === undefined) return terminal.printJson(copy);
        writeFileSync(options.out, `${JSON.stringify(copy, null, 2)}\n`, { mode: 0o600 });
        terminal.note(`Wrote ${options.out}.`);
      }),
    );

  group
    .command('receipts')
    .description('List erasures and whether their receipts are genuine')
    .requiredOption('--tenant <id>', 'tenant')
    .option('--customer <id>', 'of one person')
    .option('--limit <n>', 'how many at most', '100')
    .action((options: { tenant: string; customer?: string; limit: string }) =>
      run(async ({ terminal, connection }) => {
        const { tenant, customer, limit } = options;
        const erasures = await receipts(connection, tenant, customer, Number(limit));
        if (terminal.json) return terminal.printJson(erasures);
        if (erasures.length === 0) return terminal.print('There are none.');
        terminal.print(
          printTable(
            [
              { title: 'id' },
              { title: 'person' },
              { title: 'finished' },
              { title: 'outcome' },
              { title: 'signature' },
            ],
            erasures.map(({ id, person, finished_at, receipt, valid }) => [
              id,
              person,
              finished_at?.slice(0, 19).replace('T', ' ') ?? '',
              receipt?.outcome ?? 'under way',
              valid === null ? '' : valid ? 'valid' : 'NOT VALID',
            ]),
          ),
        );
      }),
    );
}

async function receipts(
  connection: Connection,
  tenant: string,
  customer: string | undefined,
  limit: number,
): Promise<readonly Erasure[]> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (customer !== undefined) query.set('customer_id', customer);
  const { erasures } = await connection.call<{ erasures: readonly Erasure[] }>({
    method: 'GET',
    path: `${baseOf(tenant)}/erasures?${query}`,
  });
  return erasures;
}

function notConfirmed(): Problem {
  return new Problem({
    code: 'not_confirmed',
    kind: 'invalid',
    message: 'An erasure cannot be undone',
    remedy: 'Add --yes.',
  });
}
