import { type Dialect, type Fragment, identifier, sql } from '@olympus/sql';
import type { Entity } from '../entities/entities.js';
import type { LatestSource } from '../model/declarations.js';

/** One row for each of an entity's keys with what the newest row of the ledger says in a column. */
export function compileLatest(
  { dialect, tenant }: { readonly dialect: Dialect; readonly tenant: Fragment },
  entity: Entity,
  { ledger, column }: LatestSource,
): Fragment {
  const key = identifier(entity.key);
  const newest = dialect.lastValue(sql`n.${identifier(column)}`, [
    sql`n.occurred_at`,
    sql`n.event_id`,
  ]);
  return sql`(SELECT n.${key} AS ${key}, ${newest} AS ${identifier(column)} FROM ${identifier(ledger)} AS n WHERE n.tenant_id = ${tenant} GROUP BY n.${key})`;
}
