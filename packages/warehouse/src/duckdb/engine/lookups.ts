import type { TenantId } from '@olympus/core';
import { type EntityLedgerName, keyColumnOf, type LedgerRow, positionOf } from '@olympus/semantic';
import type { Parameter } from '@olympus/sql';
import type {
  DeadLetterFilter,
  DocumentIdentity,
  EventFilter,
  EventIdentity,
} from '../../warehouse.js';
import type { ConnectionPool } from './connection-pool.js';
import { createRowReader, type RowReader } from './row-reader.js';

/** What the writer has to know of earlier commits. Runs on connections no query can occupy. */
export interface Lookups {
  /** Ids of those of the events that are in the tables. */
  findEvents(tenant: TenantId, events: readonly EventIdentity[]): Promise<string[]>;
  fetchEvents(tenant: TenantId, filter: EventFilter): Promise<LedgerRow<'events'>[]>;
  fetchDocuments(
    tenant: TenantId,
    documents: readonly DocumentIdentity[],
  ): Promise<LedgerRow<'sales'>[]>;
  fetchDocumentsOfEvents(
    tenant: TenantId,
    eventIds: readonly string[],
  ): Promise<LedgerRow<'sales'>[]>;
  fetchRecords<L extends EntityLedgerName>(
    tenant: TenantId,
    name: L,
    keys: readonly string[],
  ): Promise<LedgerRow<L>[]>;
  fetchDeadLetters(
    tenant: TenantId,
    filter: DeadLetterFilter,
  ): Promise<LedgerRow<'dead_letters'>[]>;
  scanHashes(ledger: 'events' | 'sales', visit: (hashes: Float64Array) => void): Promise<void>;
}

const eventIdAt = positionOf('events', 'event_id');
const documentIdAt = positionOf('sales', 'document_id');
const orderIdAt = positionOf('sales', 'order_id');

const text = (value: string): Parameter => ({ type: 'string', value });
const texts = (value: readonly string[]): Parameter => ({ type: 'string_list', value });

export function createLookups(pool: ConnectionPool): Lookups {
  const reader = createRowReader(pool);
  return {
    findEvents: (tenant, events) => findEvents(reader, tenant, events),
    fetchEvents: (tenant, filter) => fetchEvents(reader, tenant, filter),

    async fetchDocuments(tenant, documents) {
      if (documents.length === 0) return [];
      const ids = new Set(documents.map((document) => document.documentId));
      const hashes = hashList(documents.map((document) => document.documentHash));
      const rows = await reader.rows(
        'sales',
        `WHERE tenant_id = $1 AND document_hash IN (${hashes}) ORDER BY commit_id`,
        [text(tenant)],
      );
      return rows.filter(
        (row) => ids.has(String(row[documentIdAt])) || ids.has(`order:${row[orderIdAt]}`),
      );
    },

    async fetchDocumentsOfEvents(tenant, eventIds) {
      if (eventIds.length === 0) return [];
      return reader.rows(
        'sales',
        `WHERE tenant_id = $1 AND coalesce(order_id, document_id) IN (
           SELECT coalesce(order_id, document_id) FROM sales
           WHERE tenant_id = $1 AND event_id IN (SELECT unnest($2))
         ) ORDER BY commit_id`,
        [text(tenant), texts(eventIds)],
      );
    },

    async fetchRecords(tenant, name, keys) {
      if (keys.length === 0) return [];
      return reader.rows(
        name,
        `WHERE tenant_id = $1 AND "${keyColumnOf(name)}" IN (SELECT unnest($2))`,
        [text(tenant), texts(keys)],
      );
    },

    async fetchDeadLetters(tenant, { status, ids, every, limit, maxLength }) {
      return reader.rows(
        'dead_letters',
        `WHERE (dead_letter_id, commit_id, event_id) IN (
           SELECT (dead_letter_id, commit_id, event_id) FROM (
             SELECT *, sum(size) OVER (ORDER BY received_at DESC, commit_id DESC, dead_letter_id ROWS UNBOUNDED PRECEDING) - size AS before
             FROM (
               SELECT dead_letter_id, commit_id, event_id, received_at, length(raw) AS size FROM dead_letters
               WHERE tenant_id = $1 AND (len($2) = 0 OR list_contains($2, dead_letter_id))
               QUALIFY ($5 OR row_number() OVER (PARTITION BY dead_letter_id ORDER BY commit_id DESC, occurred_at DESC) = 1)
                 AND ($3 IS NULL OR status = $3)
             ) ORDER BY received_at DESC, commit_id DESC, dead_letter_id LIMIT $4
           ) WHERE $6 IS NULL OR before < $6
         ) AND tenant_id = $1
         ORDER BY received_at DESC, commit_id DESC, dead_letter_id`,
        [
          text(tenant),
          texts(ids ?? []),
          { type: 'string', value: status ?? null },
          { type: 'integer', value: limit },
          { type: 'boolean', value: every ?? false },
          { type: 'integer', value: maxLength ?? null },
        ],
      );
    },

    async scanHashes(ledger, visit) {
      const column = ledger === 'events' ? 'id_hash' : 'document_hash';
      await pool.run(async (connection) => {
        const result = await connection.stream(`SELECT "${column}" FROM "${ledger}"`);
        let chunk = await result.fetchChunk();
        while (chunk !== null && chunk.rowCount > 0) {
          visit(Float64Array.from(chunk.getColumnValues(0), Number));
          chunk = await result.fetchChunk();
        }
      });
    },
  };
}

/**
 * A repeat nearly always bears the same time, which leaves few blocks to read; only what is not
 * found there is looked for in the whole ledger.
 */
async function findEvents(
  reader: RowReader,
  tenant: TenantId,
  events: readonly EventIdentity[],
): Promise<string[]> {
  if (events.length === 0) return [];
  const found = await findIds(reader, tenant, events, true);
  const rest = events.filter((event) => !found.has(event.eventId));
  if (rest.length === 0) return [...found];
  return [...found, ...(await findIds(reader, tenant, rest, false))];
}

async function findIds(
  reader: RowReader,
  tenant: TenantId,
  events: readonly EventIdentity[],
  withinTheirTimes: boolean,
): Promise<Set<string>> {
  const parameters = [text(tenant)];
  let bound = '';
  if (withinTheirTimes) {
    const [fromMs, toMs] = timeBounds(events);
    parameters.push({ type: 'timestamp', value: fromMs }, { type: 'timestamp', value: toMs });
    bound = ' AND occurred_at BETWEEN $2 AND $3';
  }
  const hashes = hashList(events.map((event) => event.idHash));
  const ids = await reader.texts(
    'events',
    'event_id',
    `WHERE tenant_id = $1${bound} AND id_hash IN (${hashes})`,
    parameters,
  );
  const asked = new Set(events.map((event) => event.eventId));
  return new Set(ids.filter((id) => asked.has(id)));
}

async function fetchEvents(
  reader: RowReader,
  tenant: TenantId,
  filter: EventFilter,
): Promise<LedgerRow<'events'>[]> {
  const order = 'ORDER BY commit_id, rowid';
  const read = (condition: string, ...parameters: readonly Parameter[]) =>
    reader.rows('events', `WHERE tenant_id = $1 AND ${condition}`, [text(tenant), ...parameters]);
  switch (filter.kind) {
    case 'source':
      return read(`source = $2 ${order} LIMIT $3`, text(filter.source), {
        type: 'integer',
        value: filter.limit,
      });
    case 'ids': {
      if (filter.events.length === 0) return [];
      const hashes = hashList(filter.events.map(({ idHash }) => idHash));
      const ids = new Set(filter.events.map(({ eventId }) => eventId));
      const rows = await read(`id_hash IN (${hashes}) ${order}`);
      return rows.filter((row) => ids.has(String(row[eventIdAt])));
    }
    case 'about':
      if (filter.values.length === 0) return [];
      return read(
        `type IN (SELECT unnest($2)) AND json_extract_string(data, $3) IN (SELECT unnest($4)) ${order}`,
        texts(filter.types),
        text(`$.${filter.field}`),
        texts(filter.values),
      );
  }
}

/** Hashes are whole numbers of ours, safe to write into the text of a statement. */
function hashList(hashes: readonly number[]): string {
  return hashes.map((hash) => Math.trunc(hash)).join(',');
}

function timeBounds(events: readonly EventIdentity[]): [number, number] {
  let fromMs = Number.POSITIVE_INFINITY;
  let toMs = Number.NEGATIVE_INFINITY;
  for (const { occurredAtMs } of events) {
    fromMs = Math.min(fromMs, occurredAtMs);
    toMs = Math.max(toMs, occurredAtMs);
  }
  return [fromMs, toMs];
}
