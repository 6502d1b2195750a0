import {
  compile,
  type Dialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  type Statement,
  sql,
} from '@olympus/sql';
import type { OrderKey, QueryPlan } from '../plan/plan.js';
import { queryLimits } from '../query/metric-query.js';
import { compileBranches } from './branch.js';
import { compileComparison } from './conditions.js';
import { compileFormula, type MeasureColumn } from './formula.js';
import { bucketName, groupNames, keyName, periodName } from './group.js';
import { measureName, where } from './pass.js';
import { knownGroups } from './whole-orders.js';

/**
 * The measures of all branches side by side, one row a group. Branches are stacked and then folded
 * by their keys: each is one row a group already, so nothing is ever multiplied, and absent keys
 * match each other as they do in GROUP BY. Without a grain the two periods come side by side too.
 */
function fold(plan: QueryPlan, dialect: Dialect): Fragment {
  const branches = compileBranches(plan, dialect);
  const [only] = branches;
  const beside = plan.previous !== undefined && plan.grain === undefined;
  if (only !== undefined && branches.length === 1 && !beside) return only.fragment;
  const names = groupNames(plan);
  const stacked =
    only !== undefined && branches.length === 1
      ? only.fragment
      : join(
          branches.map(({ fragment, measures }) => {
            const values = plan.measures.map((_, index) =>
              measures.includes(index) ? measureName(index) : sql`NULL AS ${measureName(index)}`,
            );
            return sql`SELECT ${join([...names, ...values])} FROM (${fragment}) AS r`;
          }),
          sql` UNION ALL `,
        );
  const values = plan.measures.flatMap((_, index) => {
    const value = measureName(index);
    if (!beside) return [sql`max(${value}) AS ${value}`];
    const of = (period: number) =>
      sql`max(CASE WHEN ${periodName} = ${integerLiteral(period)} THEN ${value} END)`;
    return [sql`${of(0)} AS ${value}`, sql`${of(1)} AS ${identifier(`p${index}`)}`];
  });
  const keys = beside ? names.slice(1) : names;
  const group = keys.length === 0 ? sql`` : sql` GROUP BY ${join(keys)}`;
  return sql`SELECT ${join([...keys, ...values])} FROM (${stacked}) AS u${group}`;
}

/**
 * How many groups a plan without a grain gives and what its first metric's values come to over all
 * of them, whatever its limit: two columns, one row.
 */
export function compileWhole(plan: QueryPlan, dialect: Dialect): Statement {
  const { select } = selectGroups(plan, dialect);
  return compile(sql`SELECT count(*) AS n, sum(v0) AS total FROM (${select}) AS w`, dialect);
}

/**
 * The plan as one statement. Columns, by position: with a grain and a comparison the period (0
 * current, 1 previous); the dimensions; with a grain the bucket's step, null in rows of totals; the
 * metrics; with a comparison but no grain the metrics of the previous period. With a grain, order
 * and limit are left to `shapeAnswer`, which also fills gaps.
 */
export function compilePlan(plan: QueryPlan, dialect: Dialect): Statement {
  const { select, formula } = selectGroups(plan, dialect);
  if (plan.grain !== undefined) {
    return compile(sql`${select} LIMIT ${integerLiteral(queryLimits.cells + 1)}`, dialect);
  }
  if (plan.dimensions.length === 0) return compile(select, dialect);
  const orderValue = (key: OrderKey): Fragment => {
    switch (key.kind) {
      case 'time':
        return bucketName;
      case 'dimension':
        return keyName(key.index);
      case 'metric': {
        if (key.value === 'current') return formula(key.index, 'm');
        const previous = formula(key.index, 'p');
        if (key.value === 'previous') return previous;
        const change = sql`${formula(key.index, 'm')} - ${previous}`;
        if (plan.metrics[key.index]?.metric.unit === 'ratio') return change;
        return sql`${dialect.toFloat(sql`(${change})`)} / nullif(abs(${dialect.toFloat(previous)}), 0)`;
      }
    }
  };
  const order = plan.order.map((entry) =>
    dialect.orderTerm(orderValue(entry.key), entry.direction),
  );
  return compile(
    sql`${select} ORDER BY ${join(order)} LIMIT ${integerLiteral(plan.limit + 1)}`,
    dialect,
  );
}

/** The plan's groups, in no order. */
export function selectGroups(plan: QueryPlan, dialect: Dialect) {
  const beside = plan.previous !== undefined && plan.grain === undefined;
  const formula = (index: number, prefix: MeasureColumn) => {
    const planned = plan.metrics[index];
    if (planned === undefined) throw new Error('a metric that is not in the plan');
    return compileFormula(dialect, planned.formula, plan.measures, prefix);
  };
  const keys = beside ? groupNames(plan).slice(1) : groupNames(plan);
  const columns = [
    ...keys,
    ...plan.metrics.map((_, index) => sql`${formula(index, 'm')} AS ${identifier(`v${index}`)}`),
    ...(beside
      ? plan.metrics.map((_, index) => sql`${formula(index, 'p')} AS ${identifier(`w${index}`)}`)
      : []),
  ];
  const thresholds = plan.having.map(({ metric, operator, value }) =>
    compileComparison(dialect, dialect.toFloat(formula(metric, 'm')), 'float', operator, [value]),
  );
  // what is unknown meets no threshold, also not that of being another
  const known = plan.having.map(({ metric }) => sql`${formula(metric, 'm')} IS NOT NULL`);
  const values = plan.metrics.flatMap((_, index) => [
    formula(index, 'm'),
    ...(beside ? [formula(index, 'p')] : []),
  ]);
  const conditions = [...thresholds, ...known, ...knownGroups(plan, values)];
  const select = sql`SELECT ${join(columns)} FROM (${fold(plan, dialect)}) AS q${where(conditions)}`;
  return { select, formula };
}
