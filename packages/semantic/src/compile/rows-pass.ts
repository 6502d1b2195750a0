import { type Fragment, identifier, join, sql } from '@olympus/sql';
import type { Branch } from '../plan/plan.js';
import { distinctPass } from './distinct-pass.js';
import { bucketName, groupBy, groupRows, periodName, timeKeys } from './group.js';
import { foldAgain, type LateLookups, planLateLookups } from './late-lookups.js';
import { type BranchContext, compileFilters, createScope, measureName, where } from './pass.js';
import type { PeriodSet } from './period.js';
import { compileRows, type RowsParts } from './rows-parts.js';
import { column, lookupJoins } from './scope.js';

/** Looks up each row, then folds. */
function plainPass(parts: RowsParts): Fragment {
  const { context, branch, set } = parts;
  const { plan, dialect } = context;
  const scope = createScope(context, branch.ledger);
  const { rows, aggregates } = compileRows(parts, scope, plan);
  const time = timeKeys(plan, dialect, set, column(scope, 'occurred_at'));
  const groups = groupRows(plan, scope, time);
  return sql`SELECT ${join([...groups.columns, ...aggregates])} FROM ${rows()}${groups.clause}`;
}

/** Folds by keys, looks up each key, and folds again. */
function foldedPass(parts: RowsParts, late: LateLookups): Fragment {
  const { context, branch, set, members } = parts;
  const { plan, dialect } = context;
  const scope = createScope(context, branch.ledger);
  const early = plan.filters.filter((filter) => !late.filters.includes(filter));
  const { rows, aggregates } = compileRows(parts, scope, { filters: early });
  const time = timeKeys(plan, dialect, set, column(scope, 'occurred_at'));
  const keys = [
    ...(time.period === undefined ? [] : [sql`${time.period} AS ${periodName}`]),
    ...(time.step === undefined ? [] : [sql`${time.step} AS ${bucketName}`]),
    ...late.carried.map((name) => sql`${column(scope, name)} AS ${identifier(name)}`),
  ];
  const folded = sql`(SELECT ${join([...keys, ...aggregates])} FROM ${rows()}${groupBy(keys.length)})`;

  const outer = createScope(context, branch.ledger, late.carried);
  const groups = groupRows(plan, outer, {
    period: time.period && sql`f.${periodName}`,
    step: time.step && sql`f.${bucketName}`,
  });
  const values = members.map(({ index, measure }) => {
    const again = foldAgain[measure.aggregate] ?? measure.aggregate;
    const name = measureName(index);
    return sql`${dialect.aggregate(again, sql`f.${name}`, undefined)} AS ${name}`;
  });
  const conditions = compileFilters(outer, late);
  return sql`SELECT ${join([...groups.columns, ...values])} FROM ${folded} AS f${lookupJoins(outer)}${where(conditions)}${groups.clause}`;
}

/** Aggregates of a branch's rows in the periods of one pass, by the plan's groups. */
export function rowsPass(context: BranchContext, branch: Branch, set: PeriodSet): Fragment {
  const members = branch.measures.flatMap((index) => {
    const measure = context.plan.measures[index];
    return measure?.kind === 'rows' ? [{ index, measure }] : [];
  });
  const parts: RowsParts = { context, branch, set, members };
  const [only] = members;
  if (members.length === 1 && only?.measure.aggregate === 'count_distinct') {
    return distinctPass(parts, only);
  }
  const measures = members.map(({ measure }) => measure);
  const late = planLateLookups(context.plan, branch, measures);
  return late === undefined ? plainPass(parts) : foldedPass(parts, late);
}
