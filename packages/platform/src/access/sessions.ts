import {
  createOperatorPrincipal,
  createPrincipal,
  type Permission,
  type Principal,
  parseRole,
  type Rights,
} from '@olympus/contract';
import { type TenantId, tenantId } from '@olympus/core';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { createReadCache } from '../database/cache.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { memberships, sessions, users } from '../schema/index.js';
import { hashSecret, newToken } from '../secrets/token.js';
import { userNotFound } from './user-not-found.js';

const lifetimeMs = 14 * 24 * 60 * 60 * 1000;

export interface Session {
  /** 256 random bits; only its SHA-256 is stored. */
  readonly token: string;
  /** ISO 8601, 14 days ahead. */
  readonly expiresAt: string;
}

/** Signed-in browsers. */
export interface Sessions {
  create(userId: string): Promise<Session>;
  /** Who bears this token, with the rights they have now. */
  resolve(token: string): Promise<Principal | undefined>;
  /** At once in this process, within ten seconds in others. */
  revoke(token: string): Promise<void>;
  revokeAll(userId: string): Promise<void>;
}

interface ResolvedSession {
  readonly principal: Principal;
  readonly expiresAtMs: number;
}

export function createSessions(context: PlatformContext): Sessions & { forget(): void } {
  const { database, clock, cacheTtlMs, rights } = context;
  const cache = createReadCache<ResolvedSession>({ max: 10_000, ttlMs: cacheTtlMs, clock });

  const fetch = async (tokenHash: string): Promise<ResolvedSession | undefined> => {
    const rows = await database.run((queries) =>
      queries
        .select({
          userId: users.id,
          name: users.name,
          operator: users.operator,
          expiresAt: sessions.expiresAt,
          tenantId: memberships.tenantId,
          role: memberships.role,
        })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .leftJoin(memberships, eq(memberships.userId, users.id))
        .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, clock.now()))),
    );
    const [first] = rows;
    if (first === undefined) return undefined;
    const identity = { kind: 'user', id: first.userId, name: first.name } as const;
    return {
      principal: first.operator
        ? createOperatorPrincipal(identity)
        : createPrincipal(identity, grantsOf(rows, rights)),
      expiresAtMs: first.expiresAt,
    };
  };

  return {
    create: async (userId) => {
      const token = newToken();
      const createdAt = clock.now();
      const expiresAt = createdAt + lifetimeMs;
      try {
        await database.run((queries) =>
          queries
            .insert(sessions)
            .values({ tokenHash: hashSecret(token), userId, createdAt, expiresAt }),
        );
      } catch (error) {
        throw isForeignKeyViolation(error) ? userNotFound() : error;
      }
      await database.run((queries) =>
        queries.delete(sessions).where(lte(sessions.expiresAt, createdAt)),
      );
      return { token, expiresAt: new Date(expiresAt).toISOString() };
    },
    resolve: async (token) => {
      if (!/^[\w-]{43}$/.test(token)) return undefined;
      const hash = hashSecret(token);
      const session = await cache.load(hash, () => fetch(hash));
      return session !== undefined && clock.now() < session.expiresAtMs
        ? session.principal
        : undefined;
    },
    revoke: async (token) => {
      const hash = hashSecret(token);
      await database.run((queries) => queries.delete(sessions).where(eq(sessions.tokenHash, hash)));
      cache.drop(hash);
    },
    revokeAll: async (userId) => {
      await database.run((queries) => queries.delete(sessions).where(eq(sessions.userId, userId)));
      cache.clear();
    },
    forget: () => cache.clear(),
  };
}

function grantsOf(
  rows: readonly { readonly tenantId: string | null; readonly role: string | null }[],
  rights: Rights,
): ReadonlyMap<TenantId, ReadonlySet<Permission>> {
  const grants = new Map<TenantId, ReadonlySet<Permission>>();
  for (const row of rows) {
    const role = parseRole(row.role);
    if (row.tenantId !== null && role !== undefined) {
      grants.set(tenantId(row.tenantId), rights.ofRole(role));
    }
  }
  return grants;
}
