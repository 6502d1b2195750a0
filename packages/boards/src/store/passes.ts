import { randomBytes } from 'node:crypto';
import { type Clock, type Problem, type TenantId, tenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import { boardNotFound, tooMany } from '../problems.js';
import { instantOf } from './rows.js';

/** Leave to look at one dashboard without an account, until it ends: by a link, or in a frame. */
export interface Pass {
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

/** What a pass opens. */
export interface Opened {
  readonly tenant: TenantId;
  readonly board: string;
}

const fields =
  'p.id, p.name, p.open_period, p.created_by, p.created_at, p.expires_at, p.opened, p.opened_at';
const ownFrom = 8;

export interface PassKind<Kind extends Pass> {
  readonly table: 'board_shares' | 'board_embeds';
  /** What is thrown once a pass is gone or has ended. */
  readonly over: () => Problem;
  /** How many a dashboard may have open, and what they are called. */
  readonly most: number;
  readonly called: string;
  /** Columns of its own, and what is made of them. */
  readonly own: readonly string[];
  readonly read: (pass: Pass, own: Row) => Kind;
}

/** What passes of all kinds have in common: the stores of links and of embeddings are made of it. */
export function createPasses<Kind extends Pass>(
  database: Database,
  clock: Clock,
  { table, over, most, called, own, read }: PassKind<Kind>,
) {
  const at = (ms: number) => new Date(ms).toISOString();
  const all = [fields, ...own.map((column) => `p.${column}`)].join(', ');
  const toKind = (row: Row) => read(toPass(row), row.slice(ownFrom));

  /** Newest first, those that have ended too until they are removed. */
  async function list(tenant: TenantId, board: string): Promise<readonly Kind[]> {
    const [there] = await database.execute(
      'select id from boards where tenant_id = $1 and id = $2',
      [tenant, board],
    );
    if (there === undefined) throw boardNotFound();
    const rows = await database.execute(
      `select ${all} from ${table} p where p.board_id = $1 order by p.created_at desc, p.id`,
      [board],
    );
    return rows.map(toKind);
  }

  return {
    list,
    /** @param values  what stands in columns of its own, by column; `json`: as JSON text */
    async add(
      given: {
        readonly tenant: TenantId;
        readonly board: string;
        readonly name: string;
        readonly openPeriod: boolean;
        readonly ttlMs: number;
        readonly by: string;
      },
      values: Readonly<Record<string, { readonly value: string; readonly json?: boolean }>>,
    ): Promise<Kind> {
      const { tenant, board, name, openPeriod, ttlMs, by } = given;
      const now = clock.now();
      const open = (await list(tenant, board)).filter(
        ({ expiresAt }) => Date.parse(expiresAt) > now,
      );
      if (open.length >= most) throw tooMany(called, most, 'Take some of them back.');
      const id = randomBytes(9).toString('base64url');
      const common = [id, board, name, openPeriod, by, at(now), at(now + ttlMs)];
      const columns = Object.entries(values);
      const places = columns.map(([, { json }], index) => {
        const place = `$${common.length + index + 1}`;
        return json ? `${place}::text::jsonb` : place;
      });
      const [row = []] = await database.execute(
        `insert into ${table} as p (id, board_id, name, open_period, created_by, created_at, expires_at,
           ${columns.map(([column]) => column).join(', ')})
         values ($1, $2, $3, $4, $5, $6, $7, ${places.join(', ')}) returning ${all}`,
        [...common, ...columns.map(([, { value }]) => value)],
      );
      return toKind(row);
    },
    async remove(tenant: TenantId, board: string, id: string): Promise<void> {
      const removed = await database.execute(
        `delete from ${table} p using boards b
         where b.id = p.board_id and b.tenant_id = $1 and b.id = $2 and p.id = $3 returning p.id`,
        [tenant, board, id],
      );
      if (removed.length === 0) throw over();
    },
    /** Asks the store each time, so that a pass ends at once. */
    async find(column: 'id' | 'token_hash', value: string): Promise<Kind & Opened> {
      const [row] = await database.execute(
        `select ${all}, b.tenant_id, b.id from ${table} p join boards b on b.id = p.board_id
         where p.${column} = $1 and p.expires_at > $2::text::timestamptz`,
        [value, at(clock.now())],
      );
      if (row === undefined) throw over();
      const [tenant, board] = row.slice(ownFrom + own.length);
      return { ...toKind(row), tenant: tenantId(String(tenant)), board: String(board) };
    },
    /** Counts an opening. @returns whether it is the first within a minute */
    async opened(id: string): Promise<boolean> {
      const now = clock.now();
      const [row] = await database.execute(`select opened_at from ${table} where id = $1`, [id]);
      await database.execute(
        `update ${table} set opened = opened + 1, opened_at = $2 where id = $1`,
        [id, at(now)],
      );
      return row?.[0] == null || now - Number(row[0]) > 60_000;
    },
  };
}

function toPass(row: Row): Pass {
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
