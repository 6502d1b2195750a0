import { DuckDBDecimalValue, type DuckDBValue } from '@duckdb/node-api';
import type { TenantId } from '@olympus/core';
import { type DimensionLedgerName, type LedgerName, ledgers } from '@olympus/semantic';
import type { Parameter } from '@olympus/sql';
import type {
  Cell,
  DeadLetterFilter,
  DocumentIdentity,
  EventFilter,
  EventIdentity,
  LedgerRow,
} from '../../warehouse.js';
import { bindParameters, toCell } from './cells.js';
import type { ConnectionPool } from './connection-pool.js';

/** What the writer has to know of earlier commits. Runs on connections no query can occupy. */
export interface Lookups {
  /** Ids of those of the events that are in the tables. */
  findEvents(tenant: TenantId, events: readonly EventIdentity[]): Promise<string[]>;
  fetchEvents(tenant: TenantId, filter: EventFilter): Promise<LedgerRow[]>;
  fetchDocuments(tenant: TenantId, documents: readonly DocumentIdentity[]): Promise<LedgerRow[]>;
  fetchDocumentsOfEvents(tenant: TenantId, eventIds: readonly string[]): Promise<LedgerRow[]>;
  fetchDimension(
    tenant: TenantId,
    name: DimensionLedgerName,
    keys: readonly string[],
  ): Promise<LedgerRow[]>;
  fetchDeadLetters(tenant: TenantId, filter: DeadLetterFilter): Promise<LedgerRow[]>;
  scanHashes(ledger: 'events' | 'sales', visit: (hashes: Float64Array) => void): Promise<void>;
}

export function createLookups(pool: ConnectionPool): Lookups {
  async function fetchRows(text: string, parameters: readonly Parameter[]): Promise<LedgerRow[]> {
    const { values, types } = bindParameters(parameters);
    return pool.run(async (connection) => {
      const reader = await connection.runAndReadAll(text, values, types);
      return reader.getRows().map((cells) => cells.map(toLedgerCell));
    });
  }

  async function findIds(
    tenant: TenantId,
    events: readonly EventIdentity[],
    withinTheirTimes: boolean,
  ): Promise<Set<string>> {
    const parameters: Parameter[] = [{ type: 'string', value: tenant }];
    let bound = '';
    if (withinTheirTimes) {
      const [fromMs, toMs] = timeBounds(events);
      parameters.push({ type: 'timestamp', value: fromMs }, { type: 'timestamp', value: toMs });
      bound = ' AND occurred_at BETWEEN $2 AND $3';
    }
    const hashes = hashList(events.map((event) => event.idHash));
    const rows = await fetchRows(
      `SELECT event_id FROM events WHERE tenant_id = $1${bound} AND id_hash IN (${hashes})`,
      parameters,
    );
    const asked = new Set(events.map((event) => event.eventId));
    return new Set(rows.map(([id]) => String(id)).filter((id) => asked.has(id)));
  }

  return {
    // A repeat nearly always bears the same time, which leaves few blocks to read; only what is
    // not found there is looked for in the whole ledger.
    async findEvents(tenant, events) {
      if (events.length === 0) return [];
      const found = await findIds(tenant, events, true);
      const rest = events.filter((event) => !found.has(event.eventId));
      if (rest.length === 0) return [...found];
      return [...found, ...(await findIds(tenant, rest, false))];
    },

    async fetchEvents(tenant, filter) {
      const select = `SELECT ${columnList('events')} FROM events WHERE tenant_id = $1`;
      const order = 'ORDER BY commit_id, rowid';
      const owner: Parameter = { type: 'string', value: tenant };
      switch (filter.kind) {
        case 'source':
          return fetchRows(`${select} AND source = $2 ${order} LIMIT $3`, [
            owner,
            { type: 'string', value: filter.source },
            { type: 'integer', value: filter.limit },
          ]);
        case 'ids': {
          if (filter.events.length === 0) return [];
          const hashes = hashList(filter.events.map(({ idHash }) => idHash));
          const ids = new Set(filter.events.map(({ eventId }) => eventId));
          const rows = await fetchRows(`${select} AND id_hash IN (${hashes}) ${order}`, [owner]);
          return rows.filter((row) => ids.has(String(row[eventIdColumn])));
        }
        case 'about':
          if (filter.values.length === 0) return [];
          return fetchRows(
            `${select} AND type IN (SELECT unnest($2)) AND json_extract_string(data, $3) IN (SELECT unnest($4)) ${order}`,
            [
              owner,
              { type: 'string_list', value: filter.types },
              { type: 'string', value: `$.${filter.field}` },
              { type: 'string_list', value: filter.values },
            ],
          );
      }
    },

    async fetchDocuments(tenant, documents) {
      if (documents.length === 0) return [];
      const ids = new Set(documents.map((document) => document.documentId));
      const hashes = hashList(documents.map((document) => document.documentHash));
      const rows = await fetchRows(
        `SELECT ${columnList('sales')} FROM sales WHERE tenant_id = $1 AND document_hash IN (${hashes}) ORDER BY commit_id`,
        [{ type: 'string', value: tenant }],
      );
      return rows.filter((row) => ids.has(String(row[documentIdColumn])));
    },

    async fetchDocumentsOfEvents(tenant, eventIds) {
      if (eventIds.length === 0) return [];
      return fetchRows(
        `SELECT ${columnList('sales')} FROM sales WHERE tenant_id = $1 AND document_id IN (
           SELECT document_id FROM sales WHERE tenant_id = $1 AND event_id IN (SELECT unnest($2))
         ) ORDER BY commit_id`,
        [
          { type: 'string', value: tenant },
          { type: 'string_list', value: eventIds },
        ],
      );
    },

    async fetchDimension(tenant, name, keys) {
      const ledger = ledgerOf(name);
      if (keys.length === 0 || ledger.kind !== 'dimension') return [];
      return fetchRows(
        `SELECT ${columnList(name)} FROM "${name}" WHERE tenant_id = $1 AND "${ledger.keyColumn}" IN (SELECT unnest($2))`,
        [
          { type: 'string', value: tenant },
          { type: 'string_list', value: keys },
        ],
      );
    },

    async fetchDeadLetters(tenant, { status, ids, every, limit }) {
      const parameters: Parameter[] = [
        { type: 'string', value: tenant },
        { type: 'string_list', value: ids ?? [] },
        { type: 'string', value: status ?? null },
        { type: 'integer', value: limit },
        { type: 'boolean', value: every ?? false },
      ];
      return fetchRows(
        `SELECT ${columnList('dead_letters')} FROM dead_letters
         WHERE tenant_id = $1 AND (len($2) = 0 OR list_contains($2, dead_letter_id))
         QUALIFY ($5 OR row_number() OVER (PARTITION BY dead_letter_id ORDER BY commit_id DESC, occurred_at DESC) = 1)
           AND ($3 IS NULL OR status = $3)
         ORDER BY received_at DESC, commit_id DESC, dead_letter_id LIMIT $4`,
        parameters,
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

const ledgerByName = new Map(ledgers.map((ledger) => [ledger.name, ledger]));

function ledgerOf(name: LedgerName) {
  const ledger = ledgerByName.get(name);
  if (ledger === undefined) throw new Error(`no ledger is named ${name}`);
  return ledger;
}

const eventIdColumn = ledgerOf('events').columns.findIndex((c) => c.name === 'event_id');
const documentIdColumn = ledgerOf('sales').columns.findIndex((c) => c.name === 'document_id');

function columnList(name: LedgerName): string {
  return ledgerOf(name)
    .columns.map((column) => `"${column.name}"`)
    .join(', ');
}

/** As the port returns cells, but decimals as amounts (ten-thousandths), which are exact. */
function toLedgerCell(value: DuckDBValue): Cell {
  return value instanceof DuckDBDecimalValue ? Number(value.value) : toCell(value);
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
