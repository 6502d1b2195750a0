import { randomBytes } from 'node:crypto';
import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import { boardLimits } from '../limits.js';
import { boardNotFound, tooMany } from '../problems.js';
import type { Person } from './board-store.js';
import { instantOf } from './rows.js';

/** What somebody said about a dashboard. */
export interface Comment {
  readonly id: string;
  readonly text: string;
  /** `user:…`, `key:…`, and what they are called. */
  readonly author: string;
  readonly authorName: string;
  readonly createdAt: string;
  /** Who settled it, and when; null while it is open. */
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
}

/** Comments on dashboards, oldest first. */
export interface CommentStore {
  /** @throws Problem `board_not_found` */
  list(tenant: TenantId, board: string): Promise<readonly Comment[]>;
  /** @throws Problem `board_not_found`, `too_many` */
  add(tenant: TenantId, board: string, text: string, person: Person): Promise<Comment>;
  /** @throws Problem `comment_not_found` */
  get(tenant: TenantId, board: string, id: string): Promise<Comment>;
  /** @param person who settled it; undefined: it is open again. @throws Problem `comment_not_found` */
  resolve(
    tenant: TenantId,
    board: string,
    id: string,
    person: Person | undefined,
  ): Promise<Comment>;
  remove(tenant: TenantId, board: string, id: string): Promise<void>;
  /** Comments on all dashboards of a tenant whose text has one of these words somewhere in it. */
  mentioning(tenant: TenantId, words: readonly string[]): Promise<readonly Comment[]>;
  /** @returns how many there were */
  erase(tenant: TenantId, ids: readonly string[]): Promise<number>;
}

const fields = 'id, text, author, author_name, created_at, resolved_by, resolved_at';

export function createCommentStore(database: Database, clock: Clock): CommentStore {
  const now = () => new Date(clock.now()).toISOString();
  const one = ([row]: readonly Row[]): Comment => {
    if (row === undefined) throw commentNotFound();
    return toComment(row);
  };

  const list: CommentStore['list'] = async (tenant, board) => {
    const [there] = await database.execute(
      'select id from boards where tenant_id = $1 and id = $2',
      [tenant, board],
    );
    if (there === undefined) throw boardNotFound();
    const rows = await database.execute(
      `select ${fields} from board_comments where tenant_id = $1 and board_id = $2
       order by created_at, id`,
      [tenant, board],
    );
    return rows.map(toComment);
  };

  return {
    list,
    async add(tenant, board, text, person) {
      if ((await list(tenant, board)).length >= boardLimits.comments) {
        throw tooMany('comments', boardLimits.comments, 'Remove some that are settled.');
      }
      const id = randomBytes(9).toString('base64url');
      return one(
        await database.execute(
          `insert into board_comments (id, tenant_id, board_id, text, author, author_name, created_at)
           values ($1, $2, $3, $4, $5, $6, $7) returning ${fields}`,
          [id, tenant, board, text, person.id, person.name, now()],
        ),
      );
    },
    async get(tenant, board, id) {
      return one(
        await database.execute(
          `select ${fields} from board_comments where tenant_id = $1 and board_id = $2 and id = $3`,
          [tenant, board, id],
        ),
      );
    },
    async resolve(tenant, board, id, person) {
      return one(
        await database.execute(
          `update board_comments set resolved_by = $4, resolved_at = $5
           where tenant_id = $1 and board_id = $2 and id = $3 returning ${fields}`,
          [tenant, board, id, person?.name ?? null, person === undefined ? null : now()],
        ),
      );
    },
    async remove(tenant, board, id) {
      one(
        await database.execute(
          `delete from board_comments where tenant_id = $1 and board_id = $2 and id = $3
           returning ${fields}`,
          [tenant, board, id],
        ),
      );
    },
    async mentioning(tenant, words) {
      const rows = await database.execute(
        `select ${fields} from board_comments where tenant_id = $1 and exists (
           select 1 from json_array_elements_text($2::text::json) word
           where position(lower(word) in lower(text)) > 0)
         order by created_at, id`,
        [tenant, JSON.stringify(words)],
      );
      return rows.map(toComment);
    },
    async erase(tenant, ids) {
      const rows = await database.execute(
        `delete from board_comments where tenant_id = $1
         and id in (select json_array_elements_text($2::text::json)) returning id`,
        [tenant, JSON.stringify(ids)],
      );
      return rows.length;
    },
  };
}

function commentNotFound(): Problem {
  return new Problem({
    code: 'comment_not_found',
    kind: 'not_found',
    message: 'There is no such comment on this dashboard',
    remedy: 'Look at the list: it may have been removed.',
  });
}

function toComment([
  id,
  text,
  author,
  authorName,
  createdAt,
  resolvedBy,
  resolvedAt,
]: Row): Comment {
  const settled = resolvedAt !== null && resolvedAt !== undefined;
  return {
    id: String(id),
    text: String(text),
    author: String(author),
    authorName: String(authorName),
    createdAt: instantOf(createdAt),
    resolvedBy: settled ? String(resolvedBy) : null,
    resolvedAt: settled ? instantOf(resolvedAt) : null,
  };
}
