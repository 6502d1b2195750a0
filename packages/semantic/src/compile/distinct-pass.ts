import { type Fragment, identifier, join, sql } from '@olympus/sql';
import { bucketName, groupNames, groupRows, timeKeys } from './group.js';
import { createScope, measureName } from './pass.js';
import { compileRows, type Member, type RowsParts } from './rows-parts.js';
import { column } from './scope.js';

const value = identifier('d');

/**
 * Counts different values in two steps: the different pairs of group and value, and how many of them
 * each group has. Wholes are made of the pairs, so rows are read and told apart once for both.
 */
export function distinctPass(parts: RowsParts, { index, measure }: Member): Fragment {
  const { context, branch, set } = parts;
  const { plan, dialect } = context;
  if (measure.column === undefined) throw new Error('different values of no column');
  const scope = createScope(context, branch.ledger);
  const { rows } = compileRows(parts, scope, plan);
  const time = timeKeys(plan, dialect, set, column(scope, 'occurred_at'));
  const groups = groupRows(plan, scope, time).columns;
  const values = [...groups, sql`${column(scope, measure.column)} AS ${value}`];
  const pairs = sql`SELECT DISTINCT ${join(values)} FROM ${rows()}`;
  const names = groupNames(plan);
  const count = (from: Fragment, by: readonly Fragment[], others: readonly Fragment[] = []) => {
    const counted = sql`count(${value}) AS ${measureName(index)}`;
    const grouped = by.length === 0 ? sql`` : sql` GROUP BY ${join(by)}`;
    return sql`SELECT ${join([...by, ...others, counted])} FROM ${from}${grouped}`;
  };
  if (!plan.totals) return count(sql`(${pairs}) AS p`, names);
  // the bucket is the last of the names, and absent in rows of totals
  const whole = names.slice(0, -1);
  const inWhole = sql`(SELECT DISTINCT ${join([...whole, value])} FROM pairs) AS w`;
  return sql`WITH pairs AS (${pairs}) ${count(sql`pairs`, names)} UNION ALL ${count(inWhole, whole, [sql`NULL AS ${bucketName}`])}`;
}
