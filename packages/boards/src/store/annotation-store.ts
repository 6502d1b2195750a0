import { randomBytes } from 'node:crypto';
import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import { boardLimits } from '../limits.js';
import { boardNotFound, tooMany } from '../problems.js';
import type { Person } from './board-store.js';
import { instantOf } from './rows.js';

/** Something that happened on a day: drawn on charts. */
export interface Annotation {
  readonly id: string;
  /** The dashboard that it is drawn on; null: all of them. */
  readonly board: string | null;
  /** Local date. */
  readonly on: string;
  readonly label: string;
  readonly changedBy: string;
  readonly changedAt: string;
}

export type NewAnnotation = Pick<Annotation, 'board' | 'on' | 'label'>;

export interface AnnotationStore {
  /** By date. @param board  those of this dashboard and those of all; without it every one */
  list(tenant: TenantId, board?: string): Promise<readonly Annotation[]>;
  /** @throws Problem `board_not_found`, `too_many`, `invalid_date` */
  add(tenant: TenantId, annotation: NewAnnotation, person: Person): Promise<Annotation>;
  /** @throws Problem `annotation_not_found`, `invalid_date` */
  change(
    tenant: TenantId,
    id: string,
    change: Pick<Annotation, 'on' | 'label'>,
    person: Person,
  ): Promise<Annotation>;
  remove(tenant: TenantId, id: string): Promise<void>;
}

const fields = 'id, board_id, on_date, label, changed_by, changed_at';

export function createAnnotationStore(database: Database, clock: Clock): AnnotationStore {
  const now = () => new Date(clock.now()).toISOString();
  return {
    async list(tenant, board) {
      const rows = await database.execute(
        `select ${fields} from board_annotations
         where tenant_id = $1 and ($2::text is null or board_id is null or board_id = $2::text)
         order by on_date, id`,
        [tenant, board ?? null],
      );
      return rows.map(toAnnotation);
    },
    async add(tenant, { board, on, label }, person) {
      const [count] = await database.execute(
        'select count(*) from board_annotations where tenant_id = $1',
        [tenant],
      );
      if (Number(count?.[0]) >= boardLimits.annotations) {
        throw tooMany('annotations', boardLimits.annotations, 'Remove old ones.');
      }
      const id = randomBytes(9).toString('base64url');
      const rows = await database.execute(
        `insert into board_annotations (id, tenant_id, board_id, on_date, label, changed_by, changed_at)
         select $1, $2, $3::text, $4, $5, $6, $7::text::timestamptz
         where $3::text is null or exists (select 1 from boards where tenant_id = $2 and id = $3::text)
         returning ${fields}`,
        [id, tenant, board, checkedDate(on), label, person.name, now()],
      );
      const [row] = rows;
      if (row === undefined) throw boardNotFound();
      return toAnnotation(row);
    },
    async change(tenant, id, { on, label }, person) {
      const [row] = await database.execute(
        `update board_annotations set on_date = $3, label = $4, changed_by = $5, changed_at = $6
         where tenant_id = $1 and id = $2 returning ${fields}`,
        [tenant, id, checkedDate(on), label, person.name, now()],
      );
      if (row === undefined) throw annotationNotFound();
      return toAnnotation(row);
    },
    async remove(tenant, id) {
      const removed = await database.execute(
        'delete from board_annotations where tenant_id = $1 and id = $2 returning id',
        [tenant, id],
      );
      if (removed.length === 0) throw annotationNotFound();
    },
  };
}

/** @throws Problem `invalid_date` for what is no day of the calendar */
function checkedDate(on: string): string {
  const date = new Date(`${on}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === on) return on;
  throw new Problem({
    code: 'invalid_date',
    kind: 'invalid',
    message: `${on} is no day of the calendar`,
    at: '/on',
    remedy: 'Write it as 2026-05-31.',
  });
}

function annotationNotFound(): Problem {
  return new Problem({
    code: 'annotation_not_found',
    kind: 'not_found',
    message: 'There is no such annotation',
    remedy: 'Look at the list: it may have been removed.',
  });
}

function toAnnotation([id, board, on, label, changedBy, changedAt]: Row): Annotation {
  return {
    id: String(id),
    board: board === null ? null : String(board),
    on: String(on),
    label: String(label),
    changedBy: String(changedBy),
    changedAt: instantOf(changedAt),
  };
}
