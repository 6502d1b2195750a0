import { createHash, randomBytes } from 'node:crypto';
import { type Clock, type TenantId, tenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import { boardLimits } from '../limits.js';
import { boardNotFound, shareOver, tooMany } from '../problems.js';
import type { Person } from './board-store.js';
import { instantOf } from './rows.js';

/** A link to one dashboard, for people without an account. */
export interface Share {
  readonly id: string;
  readonly name: string;
  /** Whether visitors may choose another period. */
  readonly openPeriod: boolean;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** How often it was opened, and when last. */
  readonly opened: number;
  readonly openedAt: string | null;
}

export interface SharedBoard extends Share {
  readonly tenant: TenantId;
  readonly board: string;
}

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

const fields =
  's.id, s.name, s.open_period, s.created_by, s.created_at, s.expires_at, s.opened, s.opened_at';

/** The token has 256 random bits: there is no dictionary to try. */
const hashOf = (token: string) => createHash('sha256').update(token, 'utf8').digest('base64url');

export function createShareStore(database: Database, clock: Clock): ShareStore {
  const at = (ms: number) => new Date(ms).toISOString();

  async function list(tenant: TenantId, board: string): Promise<readonly Share[]> {
    const [there] = await database.execute(
      'select id from boards where tenant_id = $1 and id = $2',
      [tenant, board],
    );
    if (there === undefined) throw boardNotFound();
    const rows = await database.execute(
      `select ${fields} from board_shares s where s.board_id = $1 order by s.created_at desc, s.id`,
      [board],
    );
    return rows.map(toShare);
  }

  return {
    list,
    async add(tenant, board, { name, openPeriod, ttlMs }, person) {
      const now = clock.now();
      const open = (await list(tenant, board)).filter(
        ({ expiresAt }) => Date.parse(expiresAt) > now,
      );
      if (open.length >= boardLimits.shares) {
        throw tooMany('open links', boardLimits.shares, 'Take some of them back.');
      }
      const token = randomBytes(32).toString('base64url');
      const id = randomBytes(9).toString('base64url');
      const [row = []] = await database.execute(
        `insert into board_shares as s (id, board_id, name, token_hash, open_period, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${fields}`,
        [id, board, name, hashOf(token), openPeriod, person.name, at(now), at(now + ttlMs)],
      );
      return { share: toShare(row), token };
    },
    async remove(tenant, board, id) {
      const removed = await database.execute(
        `delete from board_shares s using boards b
         where b.id = s.board_id and b.tenant_id = $1 and b.id = $2 and s.id = $3 returning s.id`,
        [tenant, board, id],
      );
      if (removed.length === 0) throw shareOver();
    },
    async find(token) {
      const [row] = await database.execute(
        `select ${fields}, b.tenant_id, b.id from board_shares s join boards b on b.id = s.board_id
         where s.token_hash = $1 and s.expires_at > $2::text::timestamptz`,
        [hashOf(token), at(clock.now())],
      );
      if (row === undefined) throw shareOver();
      return { ...toShare(row), tenant: tenantId(String(row[8])), board: String(row[9]) };
    },
    async opened(id) {
      const now = clock.now();
      const [row] = await database.execute('select opened_at from board_shares where id = $1', [
        id,
      ]);
      await database.execute(
        'update board_shares set opened = opened + 1, opened_at = $2 where id = $1',
        [id, at(now)],
      );
      return row?.[0] == null || now - Number(row[0]) > 60_000;
    },
  };
}

function toShare(row: Row): Share {
  const [id, name, openPeriod, createdBy, createdAt, expiresAt, opened, openedAt] = row;
  return {
    id: String(id),
    name: String(name),
    openPeriod: openPeriod === true,
    createdBy: String(createdBy),
    createdAt: instantOf(createdAt),
    expiresAt: instantOf(expiresAt),
    opened: Number(opened),
    openedAt: openedAt === null || openedAt === undefined ? null : instantOf(openedAt),
  };
}
