import { randomBytes } from 'node:crypto';
import type { Clock, TenantId } from '@olympus/core';
import type { Database, Execute, Row } from '@olympus/platform';
import type { BoardContent } from '../board.js';
import { boardLimits } from '../limits.js';
import { boardChanged, boardNotFound, tooMany } from '../problems.js';
import { instantOf, parsedContent } from './rows.js';

/** Who looks or changes, as favourites and versions remember them. */
export interface Person {
  /** `user:…`, `key:…` */
  readonly id: string;
  readonly name: string;
}

export interface BoardEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tiles: number;
  readonly version: number;
  readonly changedBy: string;
  readonly createdAt: string;
  readonly changedAt: string;
  /** Of the person who asks. */
  readonly favourite: boolean;
}

export interface StoredBoard extends BoardEntry {
  readonly content: BoardContent;
}

export interface BoardVersion {
  readonly version: number;
  readonly tiles: number;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly content: BoardContent;
}

/** Dashboards with their versions. Everything asks for the tenant, and finds nothing of another's. */
export interface BoardStore {
  list(tenant: TenantId, person: Person): Promise<readonly BoardEntry[]>;
  /** @throws Problem `board_not_found` */
  get(tenant: TenantId, id: string, person: Person): Promise<StoredBoard>;
  /** @throws Problem `too_many` */
  add(tenant: TenantId, content: BoardContent, person: Person): Promise<StoredBoard>;
  /**
   * Puts the content in place of version `version`.
   * @throws Problem `board_not_found`, `board_changed` when somebody else saved since
   */
  save(
    tenant: TenantId,
    id: string,
    version: number,
    content: BoardContent,
    person: Person,
  ): Promise<StoredBoard>;
  remove(tenant: TenantId, id: string): Promise<void>;
  favour(tenant: TenantId, id: string, person: Person, favourite: boolean): Promise<void>;
  /** Newest first, the current one first of all. */
  versions(tenant: TenantId, id: string): Promise<readonly BoardVersion[]>;
}

const fields = `b.id, b.name, b.content->>'description', b.tiles, b.version, b.changed_by, b.created_at,
  b.changed_at, exists (select 1 from board_favourites f where f.board_id = b.id and f.person = $2)`;

export function createBoardStore(database: Database, clock: Clock): BoardStore {
  const now = () => new Date(clock.now()).toISOString();

  const get: BoardStore['get'] = async (tenant, id, person) => {
    const [row] = await database.execute(
      `select ${fields}, b.content from boards b where b.tenant_id = $1 and b.id = $3`,
      [tenant, person.id, id],
    );
    if (row === undefined) throw boardNotFound();
    return { ...toEntry(row), content: parsedContent(row[9]) };
  };

  return {
    get,
    async list(tenant, person) {
      const rows = await database.execute(
        `select ${fields} from boards b where b.tenant_id = $1 order by lower(b.name), b.id`,
        [tenant, person.id],
      );
      return rows.map(toEntry);
    },
    async add(tenant, content, person) {
      const id = randomBytes(9).toString('base64url');
      await database.script(async (execute) => {
        // of several at once, each waits for its turn to count
        await execute('select id from tenants where id = $1 for update', [tenant]);
        const [count] = await execute('select count(*) from boards where tenant_id = $1', [tenant]);
        if (Number(count?.[0]) >= boardLimits.boards) {
          throw tooMany('dashboards', boardLimits.boards, 'Remove some that nobody looks at.');
        }
        await execute(
          `insert into boards (id, tenant_id, name, content, tiles, version, changed_by, created_at, changed_at)
           values ($1, $2, $3, $4::text::jsonb, $5, 1, $6, $7, $7)`,
          [
            id,
            tenant,
            content.name,
            JSON.stringify(content),
            content.tiles.length,
            person.name,
            now(),
          ],
        );
        await keepVersion(execute, id);
      });
      return get(tenant, id, person);
    },
    async save(tenant, id, version, content, person) {
      await database.script(async (execute) => {
        const changed = await execute(
          `update boards set name = $4, content = $5::text::jsonb, tiles = $6, version = version + 1,
             changed_by = $7, changed_at = $8
           where tenant_id = $1 and id = $2 and version = $3 returning id`,
          [
            tenant,
            id,
            version,
            content.name,
            JSON.stringify(content),
            content.tiles.length,
            person.name,
            now(),
          ],
        );
        if (changed.length > 0) return keepVersion(execute, id);
        const [there] = await execute(
          'select version, changed_by from boards where tenant_id = $1 and id = $2',
          [tenant, id],
        );
        throw there === undefined
          ? boardNotFound()
          : boardChanged(Number(there[0]), String(there[1]));
      });
      return get(tenant, id, person);
    },
    async remove(tenant, id) {
      const removed = await database.execute(
        'delete from boards where tenant_id = $1 and id = $2 returning id',
        [tenant, id],
      );
      if (removed.length === 0) throw boardNotFound();
    },
    async favour(tenant, id, person, favourite) {
      await get(tenant, id, person);
      const sql = favourite
        ? 'insert into board_favourites (board_id, person) values ($1, $2) on conflict do nothing'
        : 'delete from board_favourites where board_id = $1 and person = $2';
      await database.execute(sql, [id, person.id]);
    },
    async versions(tenant, id) {
      const rows = await database.execute(
        `select v.version, v.tiles, v.changed_by, v.changed_at, v.content
         from board_versions v join boards b on b.id = v.board_id
         where b.tenant_id = $1 and b.id = $2 order by v.version desc`,
        [tenant, id],
      );
      if (rows.length === 0) throw boardNotFound();
      return rows.map(toVersion);
    },
  };
}

/** Copies the dashboard as it stands to its versions, and lets go of the oldest. */
async function keepVersion(execute: Execute, id: string): Promise<void> {
  await execute(
    `insert into board_versions (board_id, version, content, tiles, changed_by, changed_at)
     select id, version, content, tiles, changed_by, changed_at from boards where id = $1`,
    [id],
  );
  await execute(
    `delete from board_versions v using boards b
     where b.id = v.board_id and b.id = $1 and v.version <= b.version - $2::integer`,
    [id, boardLimits.versions],
  );
}

function toEntry(row: Row): BoardEntry {
  const [id, name, description, tiles, version, changedBy, createdAt, changedAt, favourite] = row;
  return {
    id: String(id),
    name: String(name),
    description: String(description ?? ''),
    tiles: Number(tiles),
    version: Number(version),
    changedBy: String(changedBy),
    createdAt: instantOf(createdAt),
    changedAt: instantOf(changedAt),
    favourite: favourite === true,
  };
}

function toVersion([version, tiles, changedBy, changedAt, content]: Row): BoardVersion {
  return {
    version: Number(version),
    tiles: Number(tiles),
    changedBy: String(changedBy),
    changedAt: instantOf(changedAt),
    content: parsedContent(content),
  };
}
