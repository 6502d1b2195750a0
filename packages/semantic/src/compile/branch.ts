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
import type { Branch, QueryPlan } from '../plan/plan.js';
import { bucketStep, compileStep } from './bucket.js';
import { compileComparison } from './conditions.js';
import { bucketName, groupRows, keyName, periodName } from './group.js';
import { before, type PeriodSet, planPasses, singlePasses, within } from './period.js';
import { column, compileCondition, dimensionValue, lookupJoins, type Scope } from './scope.js';

/**
 * A SELECT over one ledger, one row a group; its columns are the plan's `groupNames` and then its
 * measures, each named `m` and its index.
 */
export interface BranchSelect {
  readonly fragment: Fragment;
  /** Indexes of the measures that it answers, in the order of its columns. */
  readonly measures: readonly number[];
}

interface BranchContext {
  readonly plan: QueryPlan;
  readonly dialect: Dialect;
  readonly tenant: Fragment;
}

const and = sql` AND `;
export const measureName = (index: number): Fragment => identifier(`m${index}`);
const where = (conditions: readonly Fragment[]) => sql` WHERE ${join(conditions, and)}`;

function createScope(
  context: BranchContext,
  ledger: Measure['ledger'],
  columns?: readonly string[],
): Scope {
  const { dialect, plan, tenant } = context;
  const alias = identifier('f');
  return { dialect, model: plan.model, tenant, ledger, columns, alias, lookups: new Map() };
}

function compileFilters(scope: Scope, plan: QueryPlan): readonly Fragment[] {
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
  return sql`SELECT ${select} FROM ${identifier(branch.ledger)} AS f${lookupJoins(scope)}${where(conditions)}${groups.clause}`;
}

/** Keys whose first row of all time lies in the periods; groups and filters look at that first row. */
function firstPass(
  context: BranchContext,
  measure: Extract<Measure, { kind: 'first' }>,
  index: number,
  set: PeriodSet,
): Fragment {
  const { plan, dialect, tenant } = context;
  const ledger = identifier(measure.ledger);
  const key = identifier(measure.key);
  const inner = createScope(context, measure.ledger);
  const conditions = [
    sql`${column(inner, 'tenant_id')} = ${tenant}`,
    ...before(set, column(inner, 'occurred_at')),
    ...measure.conditions.map((entry) => compileCondition(inner, entry)),
  ];
  const firsts = sql`(SELECT f.${key} AS ${key}, min(f.occurred_at) AS first_at FROM ${ledger} AS f${lookupJoins(inner)}${where(conditions)} GROUP BY 1)`;
  const name = measureName(index);
  const scope = createScope(context, measure.ledger);
  if (plan.dimensions.length === 0 && plan.filters.length === 0) {
    const first = sql`f.first_at`;
    const groups = groupRows(plan, dialect, set, scope, first);
    const inside = within(set, first);
    const condition = inside.length === 0 ? sql`` : where(inside);
    const select = join([...groups.columns, sql`count(*) AS ${name}`]);
    return sql`SELECT ${select} FROM ${firsts} AS f${condition}${groups.clause}`;
  }
  const timestamp = column(scope, 'occurred_at');
  const groups = groupRows(plan, dialect, set, scope, timestamp);
  const outer = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...within(set, timestamp),
    ...measure.conditions.map((entry) => compileCondition(scope, entry)),
    ...compileFilters(scope, plan),
  ];
  const counted = dialect.aggregate('count_distinct', column(scope, measure.key), undefined);
  const select = join([...groups.columns, sql`${counted} AS ${name}`]);
  return sql`SELECT ${select} FROM ${ledger} AS f INNER JOIN ${firsts} AS w ON w.${key} = f.${key} AND w.first_at = f.occurred_at${lookupJoins(scope)}${where(outer)}${groups.clause}`;
}

/** The order in which levels of one key follow each other; ties are broken alike on every engine. */
const levelOrder = [sql`f.occurred_at`, sql`f.event_id`];

interface LevelParts {
  readonly context: BranchContext;
  readonly measure: Extract<Measure, { kind: 'level' }>;
  readonly index: number;
  readonly set: Extract<PeriodSet, { kind: 'one' }>;
}

/** The levels' ledger up to the end of the period. */
function levelRows({ context, measure, set }: LevelParts): Fragment {
  const scope = createScope(context, measure.ledger);
  const conditions = [
    sql`${column(scope, 'tenant_id')} = ${context.tenant}`,
    ...before(set, column(scope, 'occurred_at')),
  ];
  return sql`${identifier(measure.ledger)} AS f${where(conditions)}`;
}

/** Key columns of a level's groups, with the period's number where the plan has two. */
function levelKeys({ context, set }: LevelParts, scope: Scope): readonly Fragment[] {
  const { plan } = context;
  const keys = plan.dimensions.map(
    (dimension, index) => sql`${dimensionValue(scope, dimension)} AS ${keyName(index)}`,
  );
  if (plan.previous === undefined) return keys;
  return [sql`${integerLiteral(set.number)} AS ${periodName}`, ...keys];
}

const positions = (count: number) =>
  count === 0
    ? sql``
    : sql` GROUP BY ${join(Array.from({ length: count }, (_, index) => integerLiteral(index + 1)))}`;

/** The sum of last levels at the end of the period. */
function lastLevels(parts: LevelParts): Fragment {
  const { context, measure, index } = parts;
  const { plan, dialect } = context;
  const level = identifier(measure.column);
  const per = measure.per.map((entry) => sql`f.${identifier(entry)}`);
  const scope = createScope(context, measure.ledger, measure.per);
  const filters = compileFilters(scope, plan);
  const keys = levelKeys(parts, scope);
  const last = sql`${dialect.lastValue(sql`f.${level}`, levelOrder)} AS ${level}`;
  const lasts = sql`(SELECT ${join([...per, last])} FROM ${levelRows(parts)} GROUP BY ${join(per)})`;
  const select = join([...keys, sql`sum(f.${level}) AS ${measureName(index)}`]);
  const condition = filters.length === 0 ? sql`` : where(filters);
  return sql`SELECT ${select} FROM ${lasts} AS f${lookupJoins(scope)}${condition}${positions(keys.length)}`;
}

/**
 * The sum of last levels at the end of each bucket. Each level is taken as the change from the one
 * before it: changes add up over keys and over time, so buckets without a count keep the last level.
 */
function levelSeries(parts: LevelParts): Fragment {
  const { context, measure, index, set } = parts;
  const { plan, dialect } = context;
  const { grain, calendar } = plan;
  if (grain === undefined) throw new Error('a series has a grain');
  const level = identifier(measure.column);
  const per = measure.per.map((entry) => sql`f.${identifier(entry)}`);
  const scope = createScope(context, measure.ledger, measure.per);
  const filters = compileFilters(scope, plan);
  const keys = levelKeys(parts, scope);
  const earlier = sql`lag(f.${level}) OVER (PARTITION BY ${join(per)} ORDER BY ${join(levelOrder)})`;
  const change = sql`f.${level} - coalesce(${earlier}, 0) AS change`;
  const changes = sql`(SELECT ${join([...per, sql`f.occurred_at`, change])} FROM ${levelRows(parts)})`;
  const step = compileStep(dialect, sql`f.occurred_at`, grain, set.period, calendar);
  const select = join([...keys, sql`${step} AS ${bucketName}`, sql`sum(f.change) AS change`]);
  const condition = filters.length === 0 ? sql`` : where(filters);
  const stepped = sql`(SELECT ${select} FROM ${changes} AS f${lookupJoins(scope)}${condition}${positions(keys.length + 1)})`;
  const steps = set.period.buckets.flatMap((bucket, position) =>
    bucket.fromMs <= calendar.nowMs ? [bucketStep(set.period, grain, bucket, position)] : [],
  );
  const names = [
    ...(plan.previous === undefined ? [] : [sql`d.${periodName}`]),
    ...plan.dimensions.map((_, position) => sql`d.${keyName(position)}`),
  ];
  // the whole is the level after all buckets: one more step, which is told as no bucket
  const whole = (steps.at(-1) ?? 0) + 1;
  const bucket = plan.totals
    ? sql`nullif(s.b, ${integerLiteral(whole)}) AS ${bucketName}`
    : sql`s.${bucketName}`;
  const columns = [...names, bucket, sql`sum(d.change) AS ${measureName(index)}`];
  const spine = dialect.integerRows('b', plan.totals ? [...steps, whole] : steps);
  return sql`SELECT ${join(columns)} FROM ${spine} AS s INNER JOIN ${stepped} AS d ON d.b <= s.b${positions(names.length + 1)}`;
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
