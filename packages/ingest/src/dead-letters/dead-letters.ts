import { type Clock, Problem, type TenantId } from '@olympus/core';
import { open, type Platform } from '@olympus/platform';
import { fromRow, type LedgerRow } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import { type IncomingBatch, parseJsonBody } from '../parse/body.js';
import type { EventResult, IngestAnswer } from '../pipeline/answer.js';
import { deadLetterRow } from '../pipeline/dead-letter-row.js';
import type { LedgerChange } from '../pipeline/writer.js';

export type DeadLetterStatus = 'open' | 'replayed' | 'discarded';

/** An event that could not be stored. */
export interface DeadLetter {
  readonly id: string;
  readonly status: DeadLetterStatus;
  readonly type: string | null;
  readonly source: string;
  readonly code: string;
  readonly step: string;
  readonly reason: string;
  readonly path: string | null;
  readonly received_at: string;
  /** The event as it was received, or as it was last corrected. */
  readonly raw: string;
}

export interface ListOptions {
  readonly status?: DeadLetterStatus;
  /** 1–1,000, default 100; newest first. Fewer where their texts are long. */
  readonly limit?: number;
  readonly ids?: readonly string[];
}

export interface DeadLetters {
  list(tenant: TenantId, options?: ListOptions): Promise<readonly DeadLetter[]>;
  /** @throws Problem `unknown_dead_letter` */
  get(tenant: TenantId, id: string): Promise<DeadLetter>;
  /** Replaces the text that a replay will send. @throws Problem `malformed_json`, `unknown_dead_letter` */
  correct(tenant: TenantId, id: string, raw: string): Promise<DeadLetter>;
  /** Sends letters through the door again: those named, or the newest open ones, up to 1,000. */
  replay(tenant: TenantId, ids?: readonly string[]): Promise<readonly ReplayResult[]>;
  discard(tenant: TenantId, id: string): Promise<DeadLetter>;
}

export interface ReplayResult extends EventResult {
  readonly dead_letter_id: string;
}

/** Characters of the sealed texts that one list holds: letters may be a megabyte each. */
const mostText = 8 * 1024 * 1024;

interface DeadLetterDeps {
  readonly warehouse: Pick<Warehouse, 'fetchDeadLetters' | 'commit' | 'version'>;
  readonly people: Platform['people'];
  readonly clock: Clock;
  readonly publish: (change: LedgerChange) => void;
  readonly submit: (
    tenant: TenantId,
    batch: IncomingBatch,
    door: 'replay',
  ) => Promise<IngestAnswer>;
}

export function createDeadLetters({
  warehouse,
  people,
  clock,
  publish,
  submit,
}: DeadLetterDeps): DeadLetters {
  async function list(tenant: TenantId, options: ListOptions = {}): Promise<DeadLetter[]> {
    const rows = await warehouse.fetchDeadLetters(tenant, {
      limit: 100,
      maxLength: mostText,
      ...options,
    });
    const key = await people.tenantKey(tenant);
    return rows.map((row) => toLetter(row, key));
  }

  async function get(tenant: TenantId, id: string): Promise<DeadLetter> {
    const [letter] = await list(tenant, { ids: [id], limit: 1 });
    if (letter === undefined) {
      throw new Problem({
        code: 'unknown_dead_letter',
        kind: 'not_found',
        message: `There is no dead letter ${id.slice(0, 80)}`,
      });
    }
    return letter;
  }

  /** Letters change like everything else in the ledgers: by a new row. */
  async function append(tenant: TenantId, letters: readonly DeadLetter[]): Promise<void> {
    const key = await people.tenantKey(tenant);
    const rows = letters.map((letter) =>
      deadLetterRow(tenant, key, {
        deadLetterId: letter.id,
        status: letter.status,
        type: letter.type ?? undefined,
        source: letter.source,
        refusal: {
          code: letter.code,
          reason: letter.reason,
          step: letter.step as 'parse',
          ...(letter.path === null ? {} : { path: letter.path }),
        },
        raw: letter.raw,
        atMs: Math.max(clock.now(), Date.parse(letter.received_at)),
      }),
    );
    await warehouse.commit({ rows: { dead_letters: rows }, tenants: [tenant] });
    const version = warehouse.version(tenant);
    publish({ tenantId: tenant, ledgers: ['dead_letters'], version, events: 0 });
  }

  async function replayOne(tenant: TenantId, letter: DeadLetter): Promise<ReplayResult> {
    if (letter.status !== 'open') throw notOpen(letter);
    let batch: IncomingBatch;
    try {
      batch = await parseJsonBody(Buffer.from(letter.raw));
    } catch (error) {
      // one that cannot be read stays as it is, and the others are replayed
      if (!(error instanceof Problem)) throw error;
      const { code, message: reason } = error;
      return {
        id: null,
        outcome: 'deadLettered',
        error: { code, reason, step: 'parse', dead_letter_id: letter.id },
        dead_letter_id: letter.id,
      };
    }
    const answer = await submit(tenant, batch, 'replay');
    const result = answer.results[0] ?? { id: null, outcome: 'duplicate' };
    const { error, ...rest } = result;
    if (error === undefined) {
      await append(tenant, [{ ...letter, status: 'replayed' }]);
      return { ...rest, dead_letter_id: letter.id };
    }
    // refused again: it stays open, with the reason of today
    const { code, reason, step, path = null } = error;
    if (code !== letter.code || path !== letter.path) {
      await append(tenant, [{ ...letter, code, reason, step, path }]);
    }
    return { ...rest, error: { ...error, dead_letter_id: letter.id }, dead_letter_id: letter.id };
  }

  return {
    list,
    get,
    async correct(tenant, id, raw) {
      const letter = await get(tenant, id);
      if (letter.status !== 'open') throw notOpen(letter);
      const batch = await parseJsonBody(Buffer.from(raw));
      if (batch.events.length !== 1) {
        throw new Problem({
          code: 'not_one_event',
          kind: 'invalid',
          message: 'A dead letter is corrected with exactly one event',
        });
      }
      const corrected = { ...letter, raw };
      await append(tenant, [corrected]);
      return corrected;
    },
    async replay(tenant, ids) {
      const letters =
        ids === undefined
          ? await list(tenant, { status: 'open', limit: 1000 })
          : await Promise.all(ids.map((id) => get(tenant, id)));
      const results: ReplayResult[] = [];
      // oldest first, so that what depends on an earlier event finds it
      for (const letter of [...letters].reverse()) results.push(await replayOne(tenant, letter));
      return results;
    },
    async discard(tenant, id) {
      const letter = await get(tenant, id);
      if (letter.status !== 'open') throw notOpen(letter);
      const discarded = { ...letter, status: 'discarded' as const };
      await append(tenant, [discarded]);
      return discarded;
    },
  };
}

function toLetter(row: LedgerRow<'dead_letters'>, key: Uint8Array): DeadLetter {
  const columns = fromRow('dead_letters', row);
  const { dead_letter_id: id, type, source, code, step, reason, path } = columns;
  return {
    id,
    status: columns.status as DeadLetterStatus,
    type,
    source,
    code,
    step,
    reason,
    path,
    received_at: new Date(columns.received_at).toISOString(),
    raw: open(key, columns.raw) ?? '',
  };
}

function notOpen(letter: DeadLetter): Problem {
  return new Problem({
    code: 'dead_letter_closed',
    kind: 'conflict',
    message: `The dead letter ${letter.id} was ${letter.status} already`,
  });
}
