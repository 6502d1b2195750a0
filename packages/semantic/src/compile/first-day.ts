import { type Dialect, type Fragment, identifier, join, sql } from '@olympus/sql';
import type { Entity } from '../entities/entities.js';
import type { FirstSource } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import type { PlannedFilter } from '../plan/plan.js';
import { wallMicroseconds } from './calendar-part.js';
import { compileColumnCondition, compileComparison } from './conditions.js';
import type { LocalSpan } from './local-time.js';

/** Column of the local day or month that something first happened on, as text. */
export const firstOn = 'first_on';

/** What first rows are read with. */
interface Read {
  readonly dialect: Dialect;
  readonly tenant: Fragment;
  readonly local: LocalSpan;
}

/**
 * One row for each of an entity's keys, with the local day (`2026-03-31`) or month (`2026-03`) of its
 * first row of all time, whatever span the question is about.
 */
export function compileFirstDays(
  { dialect, tenant, local }: Read,
  entity: Entity,
  { of, part }: FirstSource,
): Fragment {
  const key = identifier(entity.key);
  const rows = of.map(({ ledger, conditions }) => {
    const met = conditions.map((condition) =>
      compileColumnCondition(dialect, ledger, identifier(condition.column), condition),
    );
    const all = [sql`tenant_id = ${tenant}`, sql`${key} IS NOT NULL`, ...met];
    return sql`SELECT ${key}, min(occurred_at) AS first_at FROM ${identifier(ledger)} WHERE ${join(all, sql` AND `)} GROUP BY 1`;
  });
  const [only] = rows;
  const firsts =
    rows.length === 1 && only !== undefined
      ? only
      : sql`SELECT ${key}, min(first_at) AS first_at FROM (${join(rows, sql` UNION ALL `)}) AS e GROUP BY 1`;
  const since = { ...local, fromMs: Math.min(local.fromMs, local.dataFromMs ?? local.fromMs) };
  const wall = wallMicroseconds(dialect, sql`first_at`, since);
  const day = dialect.dateText(wall);
  const text = part === 'day' ? day : sql`substr(${day}, 1, 7)`;
  return sql`(SELECT ${key}, ${text} AS ${identifier(firstOn)} FROM (${firsts}) AS d)`;
}

/** The keys of those whose first day or month meets a filter. */
export function compileFirstFilter(
  read: Read & { readonly model: Model },
  { operator, values, dimension }: PlannedFilter,
  source: FirstSource,
): Fragment {
  const entity = read.model.entities.get(source.entity);
  if (entity === undefined) throw new Error(`no entity ${source.entity}`);
  const met = compileComparison(
    read.dialect,
    identifier(firstOn),
    dimension.type,
    operator,
    values,
  );
  return sql`SELECT ${identifier(entity.key)} FROM ${compileFirstDays(read, entity, source)} AS l WHERE ${met}`;
}
