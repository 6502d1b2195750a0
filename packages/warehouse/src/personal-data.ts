import { randomBytes } from 'node:crypto';
import type { CustomerData } from '@olympus/contract';
import { rollups } from '@olympus/semantic';
import type { PersonRows, Warehouse } from './warehouse.js';

/** Rows of each ledger that an export tells; more are counted only. */
const mostTold = 20_000;

const rollupNames: ReadonlySet<string> = new Set(rollups.map(({ name }) => name));

type Store = Pick<Warehouse, 'fetchPerson' | 'erasePerson' | 'scrub'>;

/** What the ledgers hold of customers. */
export function ledgersAsPersonalData(warehouse: Store, where: string): CustomerData {
  return {
    store: 'warehouse.ledgers',
    about: 'customer',
    what: 'Orders, payments, visits, feedback, conversations and attributes of customers, and the events that told of them',
    where,
    kept: 'Until it is erased',
    form: 'pseudonym',
    tables: [
      'ledger:events',
      'ledger:sales',
      'ledger:payments',
      'ledger:sessions',
      'ledger:feedback',
      'ledger:exposures',
      'ledger:messages',
      'ledger:predictions',
      'ledger:customers',
    ],
    async find({ tenant, key }) {
      const found = await warehouse.fetchPerson(tenant, key, mostTold);
      return {
        counts: Object.fromEntries(found.map(({ table, count }) => [table, count])),
        // a rollup repeats what the ledgers say
        content: found.filter(({ table }) => !rollupNames.has(table)).flatMap(toContent),
      };
    },
    erase: ({ tenant, key }, replacement) =>
      warehouse.erasePerson(tenant, {
        key,
        replacement,
        salt: randomBytes(16).toString('base64url'),
      }),
    scrub: { name: 'warehouse.files', run: () => warehouse.scrub() },
  };
}

function toContent({ table, columns, rows }: PersonRows): Readonly<Record<string, unknown>>[] {
  return rows.map((cells) => ({
    table,
    ...Object.fromEntries(columns.map((name, at) => [name, cells[at]])),
  }));
}
