import type { DuckDBConnection } from '@duckdb/node-api';
import type { CustomerKey, TenantId } from '@olympus/core';
import { rollups, rollupTable } from '@olympus/semantic';
import type { PersonErasure, PersonRows } from '../../warehouse.js';
import { toCell } from './cells.js';

/** How one table knows a person. In the texts `$1` is the tenant and `$2` the person's key. */
interface PlaceOfPeople {
  readonly table: string;
  /** Which rows are about the person. */
  readonly mine: string;
  /** What becomes of them; `$3` is the key's replacement and `$4` the salt. Absent: they go. */
  readonly change?: string;
}

const orders = `SELECT order_id FROM sales WHERE tenant_id = $1 AND customer_key = $2 AND order_id IS NOT NULL
  UNION SELECT order_id FROM payments WHERE tenant_id = $1 AND customer_key = $2 AND order_id IS NOT NULL`;
const visits = 'SELECT session_id FROM sessions WHERE tenant_id = $1 AND customer_key = $2';
const talks = 'SELECT conversation_id FROM messages WHERE tenant_id = $1 AND customer_key = $2';
const newVisitor = 'CASE WHEN visitor_key = $2 THEN $3 ELSE sha256($4 || visitor_key) END';
const swapped = 'customer_key = CASE WHEN customer_key = $2 THEN $3 END';

/** Rows that name nobody belong to the person whose visit, order or conversation they are of. */
const ledgersOfPeople: readonly PlaceOfPeople[] = [
  {
    table: 'messages',
    mine: `customer_key = $2 OR (customer_key IS NULL AND conversation_id IN (${talks}))`,
    change: `${swapped}, sealed = NULL`,
  },
  {
    table: 'feedback',
    mine: `customer_key = $2 OR (customer_key IS NULL AND order_id IN (${orders}))`,
    change: `${swapped}, sealed = NULL`,
  },
  { table: 'exposures', mine: 'visitor_key = $2', change: 'visitor_key = $3' },
  {
    table: 'sessions',
    mine: `customer_key = $2 OR visitor_key = $2 OR (customer_key IS NULL AND session_id IN (${visits}))`,
    // an id that was made of the visitor stays one, so that visits are told apart as before
    change: `${swapped}, visitor_key = ${newVisitor}, session_id = CASE WHEN starts_with(session_id, visitor_key || '/') THEN ${newVisitor} || substr(session_id, length(visitor_key) + 1) ELSE sha256($4 || session_id) END, path = NULL, referrer = NULL`,
  },
  // what was foretold of a person is of nobody's use without them
  { table: 'predictions', mine: 'customer_key = $2' },
  {
    // the country stays, so that sums by country do
    table: 'customers',
    mine: 'customer_key = $2',
    change:
      'customer_key = $3, city = NULL, birth_year = NULL, segment = NULL, consent = NULL, attributes = NULL, sealed = NULL',
  },
  ...rollups
    .map(rollupTable)
    .filter(({ columns }) => columns.some(({ name }) => name === 'customer_key'))
    .map(({ name }) => ({
      table: name,
      mine: 'customer_key = $2',
      change: 'customer_key = $3',
    })),
  {
    table: 'payments',
    mine: `customer_key = $2 OR (customer_key IS NULL AND order_id IN (${orders}))`,
    change: swapped,
  },
  { table: 'sales', mine: 'customer_key = $2', change: 'customer_key = $3' },
];

const withEvents = ['messages', 'feedback', 'exposures', 'sessions', 'payments', 'sales'];

/** What was sent, first: which events are the person's follows from rows that change after it. */
const events: PlaceOfPeople = {
  table: 'events',
  mine: `subject = $2 OR (subject IS NULL AND event_id IN (${ledgersOfPeople
    .filter(({ table }) => withEvents.includes(table))
    .map(({ table, mine }) => `SELECT event_id FROM ${table} WHERE tenant_id = $1 AND (${mine})`)
    .join(' UNION ALL ')}))`,
  change: `subject = CASE WHEN subject = $2 THEN $3 END, session_id = NULL, data = '{}'`,
};

const places: readonly PlaceOfPeople[] = [events, ...ledgersOfPeople];

const whereMine = ({ mine }: PlaceOfPeople) => `WHERE tenant_id = $1 AND (${mine})`;

export async function fetchPerson(
  connection: DuckDBConnection,
  tenant: TenantId,
  key: CustomerKey,
  limit: number,
): Promise<PersonRows[]> {
  const found: PersonRows[] = [];
  for (const place of places) {
    const { table } = place;
    const counted = await connection.runAndReadAll(
      `SELECT count(*) FROM ${table} ${whereMine(place)}`,
      [tenant, key],
    );
    const count = Number(counted.getRows()[0]?.[0] ?? 0);
    const read = await connection.runAndReadAll(
      `SELECT * FROM ${table} ${whereMine(place)} LIMIT ${Math.max(0, Math.trunc(limit))}`,
      [tenant, key],
    );
    const rows = read.getRows().map((cells) => cells.map(toCell));
    found.push({ table, count, columns: read.columnNames(), rows });
  }
  return found;
}

export async function erasePerson(
  connection: DuckDBConnection,
  tenant: TenantId,
  { key, replacement, salt }: PersonErasure,
): Promise<Record<string, number>> {
  return inTransaction(connection, async () => {
    const counts: Record<string, number> = {};
    for (const place of places) {
      // a parameter that a statement does not name is refused
      const { table, change } = place;
      const used = change === undefined ? 2 : change.includes('$4') ? 4 : 3;
      const done = await connection.runAndReadAll(
        change === undefined
          ? `DELETE FROM ${table} ${whereMine(place)}`
          : `UPDATE ${table} SET ${change} ${whereMine(place)}`,
        [tenant, key, replacement, salt].slice(0, used),
      );
      counts[place.table] = Number(done.getRows()[0]?.[0] ?? 0);
    }
    return counts;
  });
}

export async function eraseDeadLetters(
  connection: DuckDBConnection,
  tenant: TenantId,
  ids: readonly string[],
): Promise<number> {
  return inTransaction(connection, async () => {
    let count = 0;
    for (const id of ids) {
      const done = await connection.runAndReadAll(
        'DELETE FROM dead_letters WHERE tenant_id = $1 AND dead_letter_id = $2',
        [tenant, id],
      );
      count += Number(done.getRows()[0]?.[0] ?? 0);
    }
    return count;
  });
}

async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN');
  try {
    const value = await work();
    await connection.run('COMMIT');
    return value;
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => {});
    throw error;
  }
}
