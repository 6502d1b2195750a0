import { type Fragment, identifier, join, sql } from '@olympus/sql';
import type { Condition, Measure } from '../model/declarations.js';
import type { Branch } from '../plan/plan.js';
import { bucketName, groupBy, groupRows, periodName, timeKeys } from './group.js';
import { foldAgain, type LateLookups, planLateLookups } from './late-lookups.js';
import {
  and,
  type BranchContext,
  compileFilters,
  createScope,
  measureName,
  where,
} from './pass.js';
import type { PeriodSet } from './period.js';
import { column, compileCondition, lookupJoins, type Scope } from './scope.js';
import { rowsSource } from './source.js';

interface Member {
  readonly index: number;
  readonly measure: Extract<Measure, { kind: 'rows' }>;
}

/** What a pass over rows is made of. */
interface RowsParts {
  readonly context: BranchContext;
  readonly branch: Branch;
  readonly set: PeriodSet;
  readonly members: readonly Member[];
}

/** Conditions that every measure has; they narrow the scan instead of each aggregate. */
function sharedConditions(members: readonly Member[]): readonly Condition[] {
  const [first, ...rest] = members.map(({ measure }) => measure.conditions);
  if (first === undefined) return [];
  const others = rest.map((list) => new Set(list.map((entry) => JSON.stringify(entry))));
  return first.filter((entry) => others.every((set) => set.has(JSON.stringify(entry))));
}

/** FROM and WHERE of the pass's rows, and an aggregate a measure. */
function compileRows(
  { context, branch, set, members }: RowsParts,
  scope: Scope,
  filters: Parameters<typeof compileFilters>[1],
): { readonly rows: () => Fragment; readonly aggregates: readonly Fragment[] } {
  const { dialect } = context;
  const shared = sharedConditions(members);
  const sharedKeys = new Set(shared.map((entry) => JSON.stringify(entry)));
  const aggregates = members.map(({ index, measure }) => {
    const own = measure.conditions
      .filter((entry) => !sharedKeys.has(JSON.stringify(entry)))
      .map((entry) => compileCondition(scope, entry));
    const filter = own.length === 0 ? undefined : join(own, and);
    const of = measure.column === undefined ? undefined : column(scope, measure.column);
    return sql`${dialect.aggregate(measure.aggregate, of, filter)} AS ${measureName(index)}`;
  });
  return {
    aggregates,
    // called last: what is read and joined depends on what all expressions turned out to need
    rows: () => {
      const conditions = [
        ...shared.map((entry) => compileCondition(scope, entry)),
        ...compileFilters(scope, filters),
      ];
      const joins = lookupJoins(scope);
      const source = rowsSource(context, branch, set, scope);
      return sql`${source.rows} AS f${joins}${where([...source.conditions, ...conditions])}`;
    },
  };
}

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
  const measures = members.map(({ measure }) => measure);
  const late = planLateLookups(context.plan, branch, measures);
  return late === undefined ? plainPass(parts) : foldedPass(parts, late);
}
