import { createHash, randomBytes } from 'node:crypto';
import type { Clock, TenantId } from '@olympus/core';
import type { Database } from '@olympus/platform';
import { boardLimits } from '../limits.js';
import { shareOver } from '../problems.js';
import type { Person } from './board-store.js';
import { createPasses, type Opened, type Pass } from './passes.js';

/** A link to one dashboard, for people without an account. */
export type Share = Pass;

export type SharedBoard = Share & Opened;

/** Links to dashboards. Of a token only its SHA-256 is stored. */
export interface ShareStore {
  /** Newest first, those that have ended too until they are removed. */
  list(tenant: TenantId, board: string): Promise<readonly Share[]>;
  /** @throws Problem `board_not_found`, `too_many` */
  add(
    tenant: TenantId,
    board: string,
    share: { readonly name: string; readonly openPeriod: boolean; readonly ttlMs: number },
    person: Person,
  ): Promise<{ readonly share: Share; readonly token: string }>;
  /** @throws Problem `share_over` */
  remove(tenant: TenantId, board: string, id: string): Promise<void>;
  /** Asks the store each time, so that a link ends at once. @throws Problem `share_over` */
  find(token: string): Promise<SharedBoard>;
  /** Counts an opening. @returns whether it is the first within a minute */
  opened(id: string): Promise<boolean>;
}

/** The token has 256 random bits: there is no dictionary to try. */
const hashOf = (token: string) => createHash('sha256').update(token, 'utf8').digest('base64url');

export function createShareStore(database: Database, clock: Clock): ShareStore {
  const { list, add, remove, find, opened } = createPasses<Share>(database, clock, {
    table: 'board_shares',
    over: shareOver,
    most: boardLimits.shares,
    called: 'open links',
    own: [],
    read: (pass) => pass,
  });
  return {
    list,
    remove,
    opened,
    async add(tenant, board, { name, openPeriod, ttlMs }, person) {
      const token = randomBytes(32).toString('base64url');
      const share = await add(
        { tenant, board, name, openPeriod, ttlMs, by: person.name },
        { token_hash: { value: hashOf(token) } },
      );
      return { share, token };
    },
    find: (token) => find('token_hash', hashOf(token)),
  };
}
