import { randomBytes, randomUUID } from 'node:crypto';
import type { PersonReference } from '@olympus/contract';
import type { Clock, CustomerKey, TenantId } from '@olympus/core';
import { type Execute, open, type Platform, seal } from '@olympus/platform';
import type { Found } from '../people/register.js';
import type { Seals } from '../people/seals.js';
import type { Receipt } from './receipt.js';

/** What an erasure has to know while it lasts; sealed, and gone when it is done. */
export interface ErasureRequest {
  readonly person: PersonReference;
  readonly replacement: CustomerKey;
}

export interface StoredReceipt {
  readonly id: string;
  readonly person: string;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
  readonly receipt: Receipt | null;
  readonly signature: string | null;
  /** Whether the signature is the receipt's; null while there is none. */
  readonly valid: boolean | null;
}

/** Erasures that were asked for, and their receipts. */
export interface Erasures {
  /** Stores a request, sealed, as part of a caller's transaction. @returns its id */
  add(
    execute: Execute,
    person: PersonReference,
    pseudonym: string,
    tenantKey: Uint8Array,
  ): Promise<string>;
  remove(execute: Execute, id: string): Promise<void>;
  /** The request of an erasure that is not done yet. */
  request(tenant: TenantId, id: string): Promise<ErasureRequest | undefined>;
  /** Keeps what was found before anything was erased; what is kept already stays. */
  keepFound(id: string, found: Found): Promise<Found>;
  about(id: string): Promise<{ readonly person: string; readonly requestedAt: string } | undefined>;
  /** Keeps the receipt and forgets who it was. */
  finish(tenant: TenantId, id: string, receipt: Receipt): Promise<void>;
  /** Newest first. */
  list(
    tenant: TenantId,
    options: { readonly person?: string | undefined; readonly limit: number },
  ): Promise<readonly StoredReceipt[]>;
}

export function createErasures(deps: {
  readonly platform: Pick<Platform, 'database' | 'people'>;
  readonly seals: Seals;
  readonly clock: Clock;
}): Erasures {
  const { platform, seals, clock } = deps;
  const { database, people } = platform;
  const now = () => new Date(clock.now()).toISOString();

  return {
    async add(execute, person, pseudonym, tenantKey) {
      const id = randomUUID();
      const replacement = `e_${randomBytes(16).toString('base64url')}` as CustomerKey;
      const request: ErasureRequest = { person, replacement };
      const sealed = seal(tenantKey, JSON.stringify(request), id);
      await execute(
        `insert into erasures (id, tenant_id, person, request, requested_at)
         values ($1, $2, $3, $4, $5::text::timestamptz)`,
        [id, person.tenant, pseudonym, sealed, now()],
      );
      return id;
    },
    async remove(execute, id) {
      await execute('delete from erasures where id = $1', [id]);
    },
    async request(tenant, id) {
      const [row] = await database.execute(
        'select request from erasures where tenant_id = $1 and id = $2',
        [tenant, id],
      );
      if (typeof row?.[0] !== 'string') return undefined;
      const text = open(await people.tenantKey(tenant), row[0], id);
      return text === undefined ? undefined : (JSON.parse(text) as ErasureRequest);
    },
    async keepFound(id, found) {
      const [row] = await database.execute(
        'update erasures set found = coalesce(found, $2) where id = $1 returning found',
        [id, JSON.stringify(found)],
      );
      return typeof row?.[0] === 'string' ? (JSON.parse(row[0]) as Found) : found;
    },
    async about(id) {
      const [row] = await database.execute(
        'select person, requested_at::text from erasures where id = $1',
        [id],
      );
      if (row === undefined) return undefined;
      return { person: String(row[0]), requestedAt: toInstant(row[1]) };
    },
    async finish(tenant, id, receipt) {
      // text, because jsonb would not give back what was signed
      const text = JSON.stringify(receipt);
      await database.execute(
        `update erasures set request = null, receipt = $2, signature = $3,
           finished_at = $4::text::timestamptz where id = $1`,
        [id, text, await seals.sign(tenant, text), now()],
      );
    },
    async list(tenant, { person, limit }) {
      const rows = await database.execute(
        `select id, person, requested_at::text, finished_at::text, receipt, signature from erasures
         where tenant_id = $1 and ($2::text is null or person = $2)
         order by requested_at desc, id limit $3::text::int`,
        [tenant, person ?? null, String(limit)],
      );
      return Promise.all(
        rows.map(async ([id, who, requestedAt, finishedAt, text, signature]) => ({
          id: String(id),
          person: String(who),
          requestedAt: toInstant(requestedAt),
          finishedAt: finishedAt === null ? null : toInstant(finishedAt),
          receipt: typeof text === 'string' ? (JSON.parse(text) as Receipt) : null,
          signature: typeof signature === 'string' ? signature : null,
          valid:
            typeof text === 'string' && typeof signature === 'string'
              ? await seals.verify(tenant, text, signature)
              : null,
        })),
      );
    },
  };
}

const toInstant = (value: unknown) => new Date(String(value)).toISOString();
