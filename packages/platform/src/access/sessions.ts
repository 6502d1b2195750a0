import type { Principal } from '@olympus/contract';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { createReadCache } from '../database/cache.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { memberships, sessions, users } from '../schema/index.js';
import { hashSecret, newToken } from '../secrets/token.js';
import { userNotFound } from './user-not-found.js';
import { toUserPrincipal } from './user-principal.js';

const lifetimeMs = 14 * 24 * 60 * 60 * 1000;

export interface Session {
  /** 256 random bits; only its SHA-256 is stored. */
  readonly token: string;
  /** ISO 8601, 14 days ahead. */
  readonly expiresAt: string;
}

/** Signed-in browsers. */
export interface Sessions {
  /** @param byLink  whether it is begun by an operator's one-time link instead of a password */
  create(userId: string, options?: { readonly byLink?: boolean }): Promise<Session>;
  /** Who bears this token, with the rights they have now. */
  resolve(token: string): Promise<Principal | undefined>;
  /** Whether the session of this token was begun by a one-time link; false where there is none. */
  isByLink(token: string): Promise<boolean>;
  /** At once in this process and those on its bus, within ten seconds in others. */
  revoke(token: string): Promise<void>;
  revokeAll(userId: string): Promise<void>;
}

interface ResolvedSession {
  readonly principal: Principal;
  readonly expiresAtMs: number;
  readonly byLink: boolean;
}

export function createSessions(context: PlatformContext): Sessions & { forget(): void } {
  const { database, clock, cacheTtlMs, rights, changes } = context;
  const cache = createReadCache<ResolvedSession>({ max: 10_000, ttlMs: cacheTtlMs, clock });

  const fetch = async (tokenHash: string): Promise<ResolvedSession | undefined> => {
    const rows = await database.run((queries) =>
      queries
        .select({
          userId: users.id,
          name: users.name,
          operator: users.operator,
          expiresAt: sessions.expiresAt,
          byLink: sessions.byLink,
          tenantId: memberships.tenantId,
          role: memberships.role,
        })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .leftJoin(memberships, eq(memberships.userId, users.id))
        .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, clock.now()))),
    );
    const [first] = rows;
    const principal = toUserPrincipal(rows, rights);
    if (first === undefined || principal === undefined) return undefined;
    return { principal, expiresAtMs: first.expiresAt, byLink: first.byLink };
  };

  const find = async (token: string): Promise<ResolvedSession | undefined> => {
    if (!/^[\w-]{43}$/.test(token)) return undefined;
    const hash = hashSecret(token);
    const session = await cache.load(hash, () => fetch(hash));
    return session !== undefined && clock.now() < session.expiresAtMs ? session : undefined;
  };

  return {
    create: async (userId, { byLink = false } = {}) => {
      const token = newToken();
      const createdAt = clock.now();
      const expiresAt = createdAt + lifetimeMs;
      try {
        await database.run((queries) =>
          queries
            .insert(sessions)
            .values({ tokenHash: hashSecret(token), userId, createdAt, expiresAt, byLink }),
        );
      } catch (error) {
        throw isForeignKeyViolation(error) ? userNotFound() : error;
      }
      await database.run((queries) =>
        queries.delete(sessions).where(lte(sessions.expiresAt, createdAt)),
      );
      return { token, expiresAt: new Date(expiresAt).toISOString() };
    },
    resolve: async (token) => (await find(token))?.principal,
    isByLink: async (token) => (await find(token))?.byLink ?? false,
    revoke: async (token) => {
      const hash = hashSecret(token);
      const rows = await database.run((queries) =>
        queries
          .delete(sessions)
          .where(eq(sessions.tokenHash, hash))
          .returning({ userId: sessions.userId }),
      );
      if (rows.length > 0) changes.publishAccess();
    },
    revokeAll: async (userId) => {
      await database.run((queries) => queries.delete(sessions).where(eq(sessions.userId, userId)));
      changes.publishAccess();
    },
    forget: () => cache.clear(),
  };
}
