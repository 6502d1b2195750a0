import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { links } from '../schema/index.js';
import { hashSecret, newToken } from '../secrets/token.js';
import { userNotFound } from './user-not-found.js';

/** One-time sign-in links. */
export interface Links {
  /** @returns the token that goes into the link; only its SHA-256 is stored */
  create(input: { readonly userId: string; readonly ttlMs: number }): Promise<string>;
  /** The person, for the first of all who come with this token in time. */
  redeem(token: string): Promise<string | undefined>;
}

export function createLinks(context: PlatformContext): Links {
  const { database, clock } = context;
  return {
    create: async ({ userId, ttlMs }) => {
      const token = newToken();
      const createdAt = clock.now();
      const row = { tokenHash: hashSecret(token), userId, createdAt, expiresAt: createdAt + ttlMs };
      try {
        await database.run((queries) => queries.insert(links).values(row));
      } catch (error) {
        throw isForeignKeyViolation(error) ? userNotFound() : error;
      }
      await database.run((queries) => queries.delete(links).where(lte(links.expiresAt, createdAt)));
      return token;
    },
    redeem: async (token) => {
      const now = clock.now();
      // the row lock of UPDATE lets exactly one of several at once see it unredeemed
      const rows = await database.run((queries) =>
        queries
          .update(links)
          .set({ redeemedAt: now })
          .where(
            and(
              eq(links.tokenHash, hashSecret(token)),
              isNull(links.redeemedAt),
              gt(links.expiresAt, now),
            ),
          )
          .returning({ userId: links.userId }),
      );
      return rows[0]?.userId;
    },
  };
}
