import { type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import type { Measure } from '../model/declarations.js';
import { bucketStep, compileStep } from './bucket.js';
import { bucketName, keyName, periodName } from './group.js';
import { type BranchContext, compileFilters, createScope, measureName, where } from './pass.js';
import { before, type PeriodSet } from './period.js';
import { column, dimensionValue, lookupJoins, type Scope } from './scope.js';

/** The order in which levels of one key follow each other: of one time, the later arrived counts. */
const levelOrder = [
  sql`f.occurred_at`,
  sql`coalesce(f.commit_id, 0)`,
  sql`coalesce(f.place, 0)`,
  sql`f.event_id`,
];

/** What a pass over levels is made of. */
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
export function lastLevels(parts: LevelParts): Fragment {
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
  return sql`SELECT ${select} FROM ${lasts} AS f${lookupJoins(scope)}${where(filters)}${positions(keys.length)}`;
}

/**
 * The sum of last levels at the end of each bucket. Each level is taken as the change from the one
 * before it: changes add up over keys and over time, so buckets without a count keep the last level.
 */
export function levelSeries(parts: LevelParts): Fragment {
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
  const stepped = sql`(SELECT ${select} FROM ${changes} AS f${lookupJoins(scope)}${where(filters)}${positions(keys.length + 1)})`;
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
