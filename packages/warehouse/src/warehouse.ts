import type { CustomerKey, TenantId } from '@olympus/core';
import type {
  EntityLedgerName,
  LedgerRow,
  LedgerRows,
  RefreshWindow,
  Rollup,
  RollupState,
} from '@olympus/semantic';
import type { Statement } from '@olympus/sql';

/**
 * A cell as adapters return it: decimals and 64-bit integers as numbers when exact in a double,
 * else as decimal text; timestamps as milliseconds since 1970 (UTC); dates as YYYY-MM-DD; JSON as text.
 */
export type Cell = string | number | boolean | null;

export interface ResultTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly elapsedMs: number;
}

/** Everything of one commit. It becomes visible and durable together or not at all. */
export interface CommitBatch {
  readonly rows: LedgerRows;
  /** Tenants that have a row in the batch. */
  readonly tenants: readonly TenantId[];
}

export interface EventIdentity {
  readonly eventId: string;
  readonly idHash: number;
  readonly occurredAtMs: number;
}

export interface DocumentIdentity {
  readonly documentId: string;
  readonly documentHash: number;
}

/** Which stored events to fetch. */
export type EventFilter =
  /** Those that one sender sent, the first of them. */
  | { readonly kind: 'source'; readonly source: string; readonly limit: number }
  | { readonly kind: 'ids'; readonly events: readonly EventIdentity[] }
  /** Those of some types whose data has one of these values in a field. */
  | {
      readonly kind: 'about';
      readonly types: readonly string[];
      readonly field: string;
      readonly values: readonly string[];
    };

export interface DeadLetterFilter {
  readonly status?: string;
  readonly ids?: readonly string[];
  /** Every row about a letter instead of the latest. */
  readonly every?: boolean;
  readonly limit: number;
  /** Characters of all texts together, from the newest on; the first is given in any case. */
  readonly maxLength?: number;
}

/** What one table holds of a person. */
export interface PersonRows {
  readonly table: string;
  readonly count: number;
  readonly columns: readonly string[];
  /** At most as many as were asked for. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface PersonErasure {
  readonly key: CustomerKey;
  /** Takes the key's place. */
  readonly replacement: CustomerKey;
  /** Text by chance, never stored, from which new ids of visits are made. */
  readonly salt: string;
}

export interface RollupRefresh {
  readonly rollup: Rollup;
  /** Zone whose days the rollup is by; another one than before makes it afresh. */
  readonly timeZone: string;
  /** Make it afresh in any case, so that its parts become one again. */
  readonly again: boolean;
  /** The statement of `semantic` that adds a window of commits. */
  readonly statement: (window: RefreshWindow) => Statement;
}

export interface QueryOptions {
  /** The statement is cancelled after this many milliseconds and fails with `query_timeout`. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * The store of ledgers. One instance a data folder; every call names its tenant.
 * Adapters share one conformance suite.
 */
export interface Warehouse {
  readonly dialect: 'duckdb' | 'clickhouse' | 'bigquery';
  /**
   * Stores a batch. Resolves only when it is on disk. Rows of `retractions` take earlier rows of
   * their events out of the facts, and a `RecordRemoval` takes an entity's record out, together
   * with the rest of the batch; then it resolves when queries see it.
   */
  commit(batch: CommitBatch): Promise<void>;
  /** Runs a statement that `semantic` compiled for this dialect and this tenant. */
  query(tenant: TenantId, statement: Statement, options?: QueryOptions): Promise<ResultTable>;
  /** Whether the tenant's ledgers hold an amount of money. */
  holdsAmounts(tenant: TenantId): Promise<boolean>;
  /** Which of these events are stored already, by event id. */
  findEvents(tenant: TenantId, events: readonly EventIdentity[]): Promise<ReadonlySet<string>>;
  /** Rows of `events`, in the order they were stored. */
  fetchEvents(tenant: TenantId, filter: EventFilter): Promise<readonly LedgerRow<'events'>[]>;
  /** All booked sales rows of these documents, of orders with their refunds. */
  fetchDocuments(
    tenant: TenantId,
    documents: readonly DocumentIdentity[],
  ): Promise<readonly LedgerRow<'sales'>[]>;
  /** All booked sales rows of the documents that these events have a row in, as {@link fetchDocuments}. */
  fetchDocumentsOfEvents(
    tenant: TenantId,
    eventIds: readonly string[],
  ): Promise<readonly LedgerRow<'sales'>[]>;
  /** The latest row about each dead letter, newest first. */
  fetchDeadLetters(
    tenant: TenantId,
    options: DeadLetterFilter,
  ): Promise<readonly LedgerRow<'dead_letters'>[]>;
  /** The records of those of the entities that have one. */
  fetchRecords<L extends EntityLedgerName>(
    tenant: TenantId,
    ledger: L,
    keys: readonly string[],
  ): Promise<readonly LedgerRow<L>[]>;
  /**
   * Hands out the 53-bit hashes of all stored event ids (`events`) or documents (`sales`), of every
   * tenant, in blocks: what the writer's filters of possible repeats are made from.
   */
  scanHashes(ledger: 'events' | 'sales', visit: (hashes: Float64Array) => void): Promise<void>;
  /** Up to where a rollup of the tenant has come; undefined while it has none. */
  fetchRollup(tenant: TenantId, rollup: Rollup): Promise<RollupState | undefined>;
  /** Brings a rollup of the tenant up to the last commit. Readers and commits do not wait for it. */
  refreshRollup(tenant: TenantId, refresh: RollupRefresh): Promise<RollupState | undefined>;
  /** What each ledger holds of a person: rows under their key, and those that hang on them. */
  fetchPerson(tenant: TenantId, key: CustomerKey, limit: number): Promise<readonly PersonRows[]>;
  /**
   * Takes a person out of all ledgers at once: amounts stay, under another key; what was sent about
   * them, texts, paths and attributes go. @returns rows changed by table
   */
  erasePerson(tenant: TenantId, erasure: PersonErasure): Promise<Readonly<Record<string, number>>>;
  /** Removes all rows about these letters. @returns how many */
  eraseDeadLetters(tenant: TenantId, ids: readonly string[]): Promise<number>;
  /** Leaves nothing of erased rows in the store's files. Everything else waits for it. */
  scrub(): Promise<void>;
  /** Number that changes whenever a row of this tenant is committed or erased. */
  version(tenant: TenantId): number;
  /** The last commit of this process that took rows of this tenant back; 0 for none. */
  retracted(tenant: TenantId): number;
  /** Resolves when a trivial statement answers; rejects when the store is unusable. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
