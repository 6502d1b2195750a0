import { randomUUID } from 'node:crypto';
import { createPrincipal, type Permission, type Principal, type Rights } from '@olympus/contract';
import { type Clock, Problem, type TenantId, tenantId } from '@olympus/core';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { createReadCache } from '../database/cache.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { apiKeys } from '../schema/index.js';
import { hashSecret } from '../secrets/token.js';
import { tenantNotFound } from '../tenants/tenants.js';
import { isApiKey, newApiKey } from './api-key-text.js';

/** What is shown of a key; never its secret. */
export interface ApiKey {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly name: string;
  /** First characters of the secret. */
  readonly hint: string;
  readonly scopes: readonly Permission[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Id of the key that this one took over from. */
  readonly replaces: string | null;
  readonly status: 'active' | 'expired' | 'revoked';
}

export interface NewApiKey {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly scopes: readonly string[];
  /** ISO 8601; undefined: until revoked. */
  readonly expiresAt?: string | undefined;
}

export interface ApiKeys {
  /** The only moment the secret is seen. @throws Problem invalid_key, unknown_scope, tenant_not_found */
  create(input: NewApiKey): Promise<{ readonly id: string; readonly secret: string }>;
  /** Who bears this secret; undefined for anything that is not a live key. */
  resolve(secret: string): Promise<Principal | undefined>;
  /**
   * A successor with the same name and scopes; the old secret works for `overlapMs` more.
   * @throws Problem key_not_found (also for one that is revoked, expired or of another tenant)
   */
  rotate(
    id: string,
    options: { readonly tenantId: TenantId; readonly overlapMs: number },
  ): Promise<{ readonly id: string; readonly secret: string }>;
  /**
   * At once in this process and those on its bus, within ten seconds in others.
   * @throws Problem key_not_found
   */
  revoke(id: string, tenant: TenantId): Promise<void>;
  /** @throws Problem key_not_found (also for one that is revoked, expired or of another tenant) */
  get(id: string, tenant: TenantId): Promise<ApiKey>;
  /** Who bears the live key of this id. */
  principalOf(id: string): Promise<Principal | undefined>;
  /** Newest first, revoked and expired ones too. */
  list(tenant: TenantId): Promise<readonly ApiKey[]>;
}

type KeyRow = typeof apiKeys.$inferSelect;

export function createApiKeys(context: PlatformContext): ApiKeys & { forget(): void } {
  const { database, clock, cacheTtlMs, rights, changes } = context;
  const cache = createReadCache<Principal>({ max: 10_000, ttlMs: cacheTtlMs, clock });

  const fetch = async (hash: string): Promise<Principal | undefined> => {
    const rows = await database.run((queries) =>
      queries
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.secretHash, hash), isNull(apiKeys.revokedAt))),
    );
    return rows[0] === undefined ? undefined : toPrincipal(rows[0], rights);
  };

  const byId = async (id: string): Promise<KeyRow | undefined> => {
    const rows = await database.run((queries) =>
      queries.select().from(apiKeys).where(eq(apiKeys.id, id)),
    );
    return rows[0];
  };

  return {
    create: async (input) => {
      const now = clock.now();
      const made = newRow(
        {
          tenantId: input.tenantId,
          name: parseName(input.name),
          scopes: input.scopes.map((scope, index) => parseScope(scope, index, rights)),
          expiresAt: parseExpiry(input.expiresAt, now),
          replaces: null,
        },
        now,
      );
      if (made.row.scopes.length === 0) throw invalidKey('/scopes', 'A key needs a scope.');
      try {
        await database.run((queries) => queries.insert(apiKeys).values(made.row));
      } catch (error) {
        throw isForeignKeyViolation(error) ? tenantNotFound(input.tenantId) : error;
      }
      return { id: made.row.id, secret: made.secret };
    },
    resolve: async (secret) => {
      if (!isApiKey(secret)) return undefined;
      const hash = hashSecret(secret);
      const key = await cache.load(hash, () => fetch(hash));
      return key !== undefined && clock.now() < key.endsAtMs ? key : undefined;
    },
    rotate: async (id, { tenantId: tenant, overlapMs }) => {
      if (!Number.isFinite(overlapMs) || overlapMs < 0) {
        throw invalidKey('/overlap_ms', 'The overlap is zero or more milliseconds.');
      }
      const made = await database.transaction(async (queries) => {
        const now = clock.now();
        const own = and(eq(apiKeys.id, id), eq(apiKeys.tenantId, tenant));
        const [old] = await queries.select().from(apiKeys).where(own).for('update');
        if (old === undefined || statusOf(old, now) !== 'active') throw keyNotFound();
        const next = newRow(
          {
            tenantId: tenant,
            name: old.name,
            scopes: old.scopes,
            expiresAt: old.expiresAt,
            replaces: id,
          },
          now,
        );
        const expiresAt = Math.min(old.expiresAt ?? Infinity, now + overlapMs);
        await queries.update(apiKeys).set({ expiresAt }).where(own);
        await queries.insert(apiKeys).values(next.row);
        return next;
      });
      changes.publishAccess();
      return { id: made.row.id, secret: made.secret };
    },
    revoke: async (id, tenant) => {
      const rows = await database.run((queries) =>
        queries
          .update(apiKeys)
          .set({ revokedAt: clock.now() })
          .where(and(eq(apiKeys.id, id), eq(apiKeys.tenantId, tenant), isNull(apiKeys.revokedAt)))
          .returning({ id: apiKeys.id }),
      );
      changes.publishAccess();
      if (rows.length === 0) throw keyNotFound();
    },
    get: async (id, tenant) => {
      const row = await byId(id);
      const key = row === undefined ? undefined : toApiKey(row, clock, rights);
      if (key?.tenantId !== tenant || key.status !== 'active') throw keyNotFound();
      return key;
    },
    principalOf: async (id) => {
      const row = await byId(id);
      const live = row !== undefined && statusOf(row, clock.now()) === 'active';
      return live ? toPrincipal(row, rights) : undefined;
    },
    list: async (tenant) => {
      const rows = await database.run((queries) =>
        queries
          .select()
          .from(apiKeys)
          .where(eq(apiKeys.tenantId, tenant))
          .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)),
      );
      return rows.map((row) => toApiKey(row, clock, rights));
    },
    forget: () => cache.clear(),
  };
}

function newRow(
  fields: Pick<KeyRow, 'tenantId' | 'name' | 'scopes' | 'expiresAt' | 'replaces'>,
  createdAt: number,
): { readonly row: KeyRow; readonly secret: string } {
  const secret = newApiKey();
  const row: KeyRow = {
    ...fields,
    id: randomUUID(),
    hint: secret.slice(0, 8),
    secretHash: hashSecret(secret),
    createdAt,
    revokedAt: null,
  };
  return { row, secret };
}

function statusOf(row: KeyRow, nowMs: number): ApiKey['status'] {
  if (row.revokedAt !== null) return 'revoked';
  return row.expiresAt !== null && row.expiresAt <= nowMs ? 'expired' : 'active';
}

function toPrincipal(row: KeyRow, rights: Rights): Principal {
  return createPrincipal(
    { kind: 'key', id: row.id, name: row.name },
    new Map([[tenantId(row.tenantId), new Set(knownScopes(row, rights))]]),
    row.expiresAt ?? Number.POSITIVE_INFINITY,
  );
}

function toApiKey(row: KeyRow, clock: Clock, rights: Rights): ApiKey {
  return {
    id: row.id,
    tenantId: tenantId(row.tenantId),
    name: row.name,
    hint: row.hint,
    scopes: knownScopes(row, rights),
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: row.expiresAt === null ? null : new Date(row.expiresAt).toISOString(),
    revokedAt: row.revokedAt === null ? null : new Date(row.revokedAt).toISOString(),
    replaces: row.replaces,
    status: statusOf(row, clock.now()),
  };
}

/** A scope that a later version dropped grants nothing. */
function knownScopes(row: KeyRow, rights: Rights): readonly Permission[] {
  return row.scopes.map(rights.parseTenantPermission).filter((scope) => scope !== undefined);
}

function parseScope(text: string, index: number, rights: Rights): Permission {
  const scope = rights.parseTenantPermission(text);
  if (scope !== undefined) return scope;
  throw new Problem({
    code: 'unknown_scope',
    kind: 'invalid',
    message: `"${text.slice(0, 80)}" is not a scope that a key can have.`,
    remedy: 'Use permissions such as events:write or analytics:read.',
    at: `/scopes/${index}`,
  });
}

function parseName(name: string): string {
  if (name.trim() === '' || name.length > 200) {
    throw invalidKey('/name', 'A name has 1 to 200 characters.');
  }
  return name;
}

function parseExpiry(expiresAt: string | undefined, nowMs: number): number | null {
  if (expiresAt === undefined) return null;
  const ms = Date.parse(expiresAt);
  if (!(ms > nowMs)) throw invalidKey('/expires_at', 'An expiry is a time in the future.');
  return ms;
}

function invalidKey(at: string, message: string): Problem {
  return new Problem({ code: 'invalid_key', kind: 'invalid', message, remedy: 'Correct it.', at });
}

function keyNotFound(): Problem {
  return new Problem({
    code: 'key_not_found',
    kind: 'not_found',
    message: 'There is no such live key.',
    remedy: 'Look at the list of keys.',
  });
}
