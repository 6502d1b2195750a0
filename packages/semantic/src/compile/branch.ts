import { bind, type Dialect, type Fragment, join, sql } from '@olympus/sql';
import type { Condition, Measure } from '../model/declarations.js';
import type { Branch, QueryPlan } from '../plan/plan.js';
import { firstPass } from './first-pass.js';
import { groupRows } from './group.js';
import { lastLevels, levelSeries } from './level-pass.js';
import {
  and,
  type BranchContext,
  compileFilters,
  createScope,
  measureName,
  where,
} from './pass.js';
import { type PeriodSet, planPasses, singlePasses, within } from './period.js';
import { column, compileCondition, lookupJoins } from './scope.js';
import { rowsSource } from './source.js';

/**
 * A SELECT over one ledger, one row a group; its columns are the plan's `groupNames` and then its
 * measures, each named `m` and its index.
 */
export interface BranchSelect {
  readonly fragment: Fragment;
  /** Indexes of the measures that it answers, in the order of its columns. */
  readonly measures: readonly number[];
}

/** Conditions that every measure has; they narrow the scan instead of each aggregate. */
function sharedConditions(
  measures: readonly Extract<Measure, { kind: 'rows' }>[],
): readonly Condition[] {
  const [first, ...rest] = measures.map((measure) => measure.conditions);
  if (first === undefined) return [];
  const others = rest.map((list) => new Set(list.map((entry) => JSON.stringify(entry))));
  return first.filter((entry) => others.every((set) => set.has(JSON.stringify(entry))));
}

function rowsPass(context: BranchContext, branch: Branch, set: PeriodSet): Fragment {
  const { plan, dialect, tenant } = context;
  const scope = createScope(context, branch.ledger);
  const members = branch.measures.flatMap((index) => {
    const measure = plan.measures[index];
    return measure?.kind === 'rows' ? [{ index, measure }] : [];
  });
  const shared = sharedConditions(members.map((member) => member.measure));
  const sharedKeys = new Set(shared.map((entry) => JSON.stringify(entry)));
  const timestamp = column(scope, 'occurred_at');
  const groups = groupRows(plan, dialect, set, scope, timestamp);
  const aggregates = members.map(({ index, measure }) => {
    const own = measure.conditions
      .filter((entry) => !sharedKeys.has(JSON.stringify(entry)))
      .map((entry) => compileCondition(scope, entry));
    const filter = own.length === 0 ? undefined : join(own, and);
    const of = measure.column === undefined ? undefined : column(scope, measure.column);
    return sql`${dialect.aggregate(measure.aggregate, of, filter)} AS ${measureName(index)}`;
  });
  const conditions = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...within(set, timestamp),
    ...shared.map((entry) => compileCondition(scope, entry)),
    ...compileFilters(scope, plan),
  ];
  const select = join([...groups.columns, ...aggregates]);
  return sql`SELECT ${select} FROM ${rowsSource(context, branch, set)} AS f${lookupJoins(scope)}${where(conditions)}${groups.clause}`;
}

/** The SELECTs that answer one branch of the plan; together they cover its periods. */
function compileBranch(context: BranchContext, branch: Branch): readonly BranchSelect[] {
  const { plan } = context;
  const { measures } = branch;
  if (branch.kind === 'rows') {
    return planPasses(plan).map((set) => ({ fragment: rowsPass(context, branch, set), measures }));
  }
  const index = measures[0] ?? 0;
  const measure = plan.measures[index];
  if (measure?.kind === 'first') {
    return planPasses(plan).map((set) => ({
      fragment: firstPass(context, measure, index, set),
      measures,
    }));
  }
  if (measure?.kind !== 'level') throw new Error('a branch without its measure');
  return singlePasses(plan).map((set) => {
    const parts = { context, measure, index, set };
    const fragment = plan.grain === undefined ? lastLevels(parts) : levelSeries(parts);
    return { fragment, measures };
  });
}

/** The SELECTs of all branches. The tenant is bound once and stands in each of them. */
export function compileBranches(plan: QueryPlan, dialect: Dialect): readonly BranchSelect[] {
  const tenant = bind('string', plan.tenantId);
  return plan.branches.flatMap((branch) => compileBranch({ plan, dialect, tenant }, branch));
}
