import {
  bind,
  type Dialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  sql,
} from '@olympus/sql';
import type { Condition, Measure } from '../model/declarations.js';
import type { Branch, Period, QueryPlan } from '../plan/plan.js';
import { bucketStep, compileStep } from './bucket.js';
import { compileComparison } from './conditions.js';
import { column, compileCondition, dimensionValue, lookupJoins, type Scope } from './scope.js';

/** One period's SELECT over one ledger, already one row a group. */
export interface BranchSelect {
  readonly fragment: Fragment;
  /** Indexes of the measures that it answers. */
  readonly measures: readonly number[];
}

/** What all branches of a statement share. */
export interface BranchContext {
  readonly plan: QueryPlan;
  readonly dialect: Dialect;
  readonly tenant: Fragment;
  readonly period: Period;
  /** First letter of measure columns. */
  readonly prefix: 'm' | 'p';
}

const and = sql` AND `;
export const keyName = (index: number): Fragment => identifier(`k${index}`);
export const bucketName = identifier('b');

function createScope(
  context: BranchContext,
  ledger: Measure['ledger'],
  columns?: readonly string[],
): Scope {
  const { dialect, plan, tenant } = context;
  const alias = identifier('f');
  return { dialect, model: plan.model, tenant, ledger, columns, alias, lookups: new Map() };
}

/** Bounds of the period on a timestamp, in the column's own type: a cast would defeat pruning. */
function within(context: BranchContext, timestamp: Fragment): Fragment[] {
  const { range } = context.period;
  if (range === undefined) return [];
  return [
    sql`${timestamp} >= ${bind('timestamp', range.fromMs)}`,
    sql`${timestamp} < ${bind('timestamp', range.toMs)}`,
  ];
}

function before(context: BranchContext, timestamp: Fragment): Fragment[] {
  const { range } = context.period;
  return range === undefined ? [] : [sql`${timestamp} < ${bind('timestamp', range.toMs)}`];
}

function compileFilters(scope: Scope, plan: QueryPlan): Fragment[] {
  return plan.filters.map((filter) =>
    compileComparison(
      scope.dialect,
      dimensionValue(scope, filter.dimension),
      filter.dimension.type,
      filter.operator,
      filter.values,
    ),
  );
}

/** The group's keys as SELECT columns, its bucket last. */
function groupColumns(context: BranchContext, scope: Scope, timestamp: Fragment): Fragment[] {
  const { plan, dialect, period } = context;
  const keys = plan.dimensions.map(
    (dimension, index) => sql`${dimensionValue(scope, dimension)} AS ${keyName(index)}`,
  );
  if (plan.grain === undefined) return keys;
  const bucket = compileStep(dialect, timestamp, plan.grain, period, plan.calendar);
  return [...keys, sql`${bucket} AS ${bucketName}`];
}

function groupBy(count: number): Fragment {
  if (count === 0) return sql``;
  const positions = Array.from({ length: count }, (_, index) => integerLiteral(index + 1));
  return sql` GROUP BY ${join(positions)}`;
}

const where = (conditions: readonly Fragment[]) => sql` WHERE ${join(conditions, and)}`;

/** Conditions that every measure has; they narrow the scan instead of each aggregate. */
function sharedConditions(measures: readonly Extract<Measure, { kind: 'rows' }>[]): Condition[] {
  const [first, ...rest] = measures.map((measure) => measure.conditions);
  if (first === undefined) return [];
  const others = rest.map((list) => new Set(list.map((entry) => JSON.stringify(entry))));
  return first.filter((entry) => others.every((set) => set.has(JSON.stringify(entry))));
}

function rowsBranch(context: BranchContext, branch: Branch): Fragment {
  const { plan, dialect, tenant, prefix } = context;
  const scope = createScope(context, branch.ledger);
  const members = branch.measures.flatMap((index) => {
    const measure = plan.measures[index];
    return measure?.kind === 'rows' ? [{ index, measure }] : [];
  });
  const shared = sharedConditions(members.map((member) => member.measure));
  const sharedKeys = new Set(shared.map((entry) => JSON.stringify(entry)));
  const timestamp = column(scope, 'occurred_at');
  const groups = groupColumns(context, scope, timestamp);
  const aggregates = members.map(({ index, measure }) => {
    const own = measure.conditions.filter((entry) => !sharedKeys.has(JSON.stringify(entry)));
    const filter =
      own.length === 0
        ? undefined
        : join(
            own.map((entry) => compileCondition(scope, entry)),
            and,
          );
    const of = measure.column === undefined ? undefined : column(scope, measure.column);
    return sql`${dialect.aggregate(measure.aggregate, of, filter)} AS ${identifier(`${prefix}${index}`)}`;
  });
  const conditions = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...within(context, timestamp),
    ...shared.map((entry) => compileCondition(scope, entry)),
    ...compileFilters(scope, plan),
  ];
  const select = join([...groups, ...aggregates]);
  return sql`SELECT ${select} FROM ${identifier(branch.ledger)} AS f${lookupJoins(scope)}${where(conditions)}${groupBy(groups.length)}`;
}

/** Keys whose first row of all time lies in the period; groups and filters look at that first row. */
function firstBranch(
  context: BranchContext,
  measure: Extract<Measure, { kind: 'first' }>,
  index: number,
): Fragment {
  const { plan, dialect, tenant, prefix, period } = context;
  const ledger = identifier(measure.ledger);
  const key = identifier(measure.key);
  const name = identifier(`${prefix}${index}`);
  const inner = createScope(context, measure.ledger);
  const conditions = [
    sql`${column(inner, 'tenant_id')} = ${tenant}`,
    ...before(context, column(inner, 'occurred_at')),
    ...measure.conditions.map((entry) => compileCondition(inner, entry)),
  ];
  const { range } = period;
  const having =
    range === undefined
      ? sql``
      : sql` HAVING min(f.occurred_at) >= ${bind('timestamp', range.fromMs)}`;
  const firsts = sql`(SELECT f.${key} AS ${key}, min(f.occurred_at) AS first_at FROM ${ledger} AS f${lookupJoins(inner)}${where(conditions)} GROUP BY 1${having})`;
  if (plan.dimensions.length === 0 && plan.filters.length === 0) {
    const scope = createScope(context, measure.ledger);
    const groups = groupColumns(context, scope, sql`f.first_at`);
    return sql`SELECT ${join([...groups, sql`count(*) AS ${name}`])} FROM ${firsts} AS f${groupBy(groups.length)}`;
  }
  const scope = createScope(context, measure.ledger);
  const timestamp = column(scope, 'occurred_at');
  const groups = groupColumns(context, scope, timestamp);
  const outer = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...within(context, timestamp),
    ...measure.conditions.map((entry) => compileCondition(scope, entry)),
    ...compileFilters(scope, plan),
  ];
  const counted = dialect.aggregate('count_distinct', column(scope, measure.key), undefined);
  const select = join([...groups, sql`${counted} AS ${name}`]);
  return sql`SELECT ${select} FROM ${ledger} AS f INNER JOIN ${firsts} AS w ON w.${key} = f.${key} AND w.first_at = f.occurred_at${lookupJoins(scope)}${where(outer)}${groupBy(groups.length)}`;
}

/** The order in which levels of one key follow each other; ties are broken alike on every engine. */
const levelOrder = [sql`f.occurred_at`, sql`f.event_id`];

/** Last levels at the end of the period, or at the end of each of its buckets. */
function levelBranch(
  context: BranchContext,
  measure: Extract<Measure, { kind: 'level' }>,
  index: number,
): Fragment {
  const { plan, dialect, tenant, prefix, period } = context;
  const name = identifier(`${prefix}${index}`);
  const ledger = identifier(measure.ledger);
  const level = identifier(measure.column);
  const per = measure.per.map((entry) => sql`f.${identifier(entry)}`);
  const source = createScope(context, measure.ledger);
  const rows = where([
    sql`${column(source, 'tenant_id')} = ${tenant}`,
    ...before(context, column(source, 'occurred_at')),
  ]);
  const scope = createScope(context, measure.ledger, measure.per);
  const filters = compileFilters(scope, plan);
  const filtered = filters.length === 0 ? sql`` : where(filters);
  if (plan.grain === undefined) {
    const groups = groupColumns(context, scope, sql`f.occurred_at`);
    const last = sql`${dialect.lastValue(sql`f.${level}`, levelOrder)} AS ${level}`;
    const lasts = sql`(SELECT ${join([...per, last])} FROM ${ledger} AS f${rows} GROUP BY ${join(per)})`;
    const select = join([...groups, sql`sum(f.${level}) AS ${name}`]);
    return sql`SELECT ${select} FROM ${lasts} AS f${lookupJoins(scope)}${filtered}${groupBy(groups.length)}`;
  }
  // each level as the change from the one before it: changes add up over keys and over time
  const groups = groupColumns(context, scope, sql`f.occurred_at`);
  const earlier = sql`lag(f.${level}) OVER (PARTITION BY ${join(per)} ORDER BY ${join(levelOrder)})`;
  const change = sql`f.${level} - coalesce(${earlier}, 0) AS change`;
  const changes = sql`(SELECT ${join([...per, sql`f.occurred_at`, change])} FROM ${ledger} AS f${rows})`;
  const select = join([...groups, sql`sum(f.change) AS change`]);
  const daily = sql`(SELECT ${select} FROM ${changes} AS f${lookupJoins(scope)}${filtered}${groupBy(groups.length)})`;
  const { grain, calendar } = plan;
  const steps = period.buckets.flatMap((bucket, position) =>
    bucket.fromMs <= calendar.nowMs ? [bucketStep(period, grain, bucket, position)] : [],
  );
  const spine = dialect.integerRows('b', steps);
  const keys = plan.dimensions.map((_, position) => sql`d.${keyName(position)}`);
  const columns = join([...keys, sql`s.b AS b`, sql`sum(d.change) AS ${name}`]);
  return sql`SELECT ${columns} FROM ${spine} AS s INNER JOIN ${daily} AS d ON d.b <= s.b${groupBy(keys.length + 1)}`;
}

/** One branch of the plan as a SELECT for one period. */
export function compileBranch(context: BranchContext, branch: Branch): BranchSelect {
  const { measures } = branch;
  if (branch.kind === 'rows') return { fragment: rowsBranch(context, branch), measures };
  const index = measures[0] ?? 0;
  const measure = context.plan.measures[index];
  if (measure?.kind === 'first')
    return { fragment: firstBranch(context, measure, index), measures };
  if (measure?.kind === 'level')
    return { fragment: levelBranch(context, measure, index), measures };
  throw new Error('a branch without its measure');
}
