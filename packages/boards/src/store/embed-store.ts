import { randomBytes } from 'node:crypto';
import { type Clock, type TenantId, tenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import type { Filters } from '../board.js';
import { boardLimits } from '../limits.js';
import { boardNotFound, embedOver, tooMany } from '../problems.js';
import type { Person } from './board-store.js';
import { instantOf, parsedJson } from './rows.js';

/** Leave to show one dashboard in frames of some sites. */
export interface Embed {
  readonly id: string;
  readonly name: string;
  /** Sites that may frame it, such as `https://example.com`. */
  readonly origins: readonly string[];
  /** What of the business it shows: all of them hold, whatever a tile asks. */
  readonly filters: Filters;
  /** Whether visitors may choose another period. */
  readonly openPeriod: boolean;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly opened: number;
  readonly openedAt: string | null;
}

export interface EmbeddedBoard extends Embed {
  readonly tenant: TenantId;
  readonly board: string;
}

export type NewEmbed = Pick<Embed, 'name' | 'origins' | 'filters' | 'openPeriod'> & {
  readonly ttlMs: number;
};

/** Embeddings of dashboards. Their tokens are signed and not stored. */
export interface EmbedStore {
  /** Newest first. @throws Problem `board_not_found` */
  list(tenant: TenantId, board: string): Promise<readonly Embed[]>;
  /** @throws Problem `board_not_found`, `too_many` */
  add(tenant: TenantId, board: string, embed: NewEmbed, person: Person): Promise<Embed>;
  /** @throws Problem `embed_over` */
  remove(tenant: TenantId, board: string, id: string): Promise<void>;
  /** Asks the store each time, so that an embedding ends at once. @throws Problem `embed_over` */
  find(id: string): Promise<EmbeddedBoard>;
  /** Counts an opening. @returns whether it is the first within a minute */
  opened(id: string): Promise<boolean>;
}

const fields = `e.id, e.name, e.origins, e.filters, e.open_period, e.created_by, e.created_at,
  e.expires_at, e.opened, e.opened_at`;

export function createEmbedStore(database: Database, clock: Clock): EmbedStore {
  const at = (ms: number) => new Date(ms).toISOString();

  async function list(tenant: TenantId, board: string): Promise<readonly Embed[]> {
    const [there] = await database.execute(
      'select id from boards where tenant_id = $1 and id = $2',
      [tenant, board],
    );
    if (there === undefined) throw boardNotFound();
    const rows = await database.execute(
      `select ${fields} from board_embeds e where e.board_id = $1 order by e.created_at desc, e.id`,
      [board],
    );
    return rows.map(toEmbed);
  }

  return {
    list,
    async add(tenant, board, { name, origins, filters, openPeriod, ttlMs }, person) {
      const now = clock.now();
      const open = (await list(tenant, board)).filter(
        ({ expiresAt }) => Date.parse(expiresAt) > now,
      );
      if (open.length >= boardLimits.embeds) {
        throw tooMany('open embeddings', boardLimits.embeds, 'Take some of them back.');
      }
      const id = randomBytes(9).toString('base64url');
      const [row = []] = await database.execute(
        `insert into board_embeds as e (id, board_id, name, origins, filters, open_period, created_by, created_at, expires_at)
         values ($1, $2, $3, $4::text::jsonb, $5::text::jsonb, $6, $7, $8, $9) returning ${fields}`,
        [
          ...[id, board, name, JSON.stringify(origins), JSON.stringify(filters), openPeriod],
          ...[person.name, at(now), at(now + ttlMs)],
        ],
      );
      return toEmbed(row);
    },
    async remove(tenant, board, id) {
      const removed = await database.execute(
        `delete from board_embeds e using boards b
         where b.id = e.board_id and b.tenant_id = $1 and b.id = $2 and e.id = $3 returning e.id`,
        [tenant, board, id],
      );
      if (removed.length === 0) throw embedOver();
    },
    async find(id) {
      const [row] = await database.execute(
        `select ${fields}, b.tenant_id, b.id from board_embeds e join boards b on b.id = e.board_id
         where e.id = $1 and e.expires_at > $2::text::timestamptz`,
        [id, at(clock.now())],
      );
      if (row === undefined) throw embedOver();
      return { ...toEmbed(row), tenant: tenantId(String(row[10])), board: String(row[11]) };
    },
    async opened(id) {
      const now = clock.now();
      const [row] = await database.execute('select opened_at from board_embeds where id = $1', [
        id,
      ]);
      await database.execute(
        'update board_embeds set opened = opened + 1, opened_at = $2 where id = $1',
        [id, at(now)],
      );
      return row?.[0] == null || now - Number(row[0]) > 60_000;
    },
  };
}

function toEmbed(row: Row): Embed {
  const [id, name, origins, filters, openPeriod, createdBy, createdAt, expiresAt] = row;
  const [opened, openedAt] = row.slice(8);
  return {
    id: String(id),
    name: String(name),
    origins: parsedJson<readonly string[]>(origins),
    filters: parsedJson<Filters>(filters),
    openPeriod: openPeriod === true,
    createdBy: String(createdBy),
    createdAt: instantOf(createdAt),
    expiresAt: instantOf(expiresAt),
    opened: Number(opened),
    openedAt: openedAt === null || openedAt === undefined ? null : instantOf(openedAt),
  };
}
