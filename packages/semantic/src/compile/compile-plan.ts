import {
  bind,
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
import { type BranchSelect, bucketName, compileBranch, keyName } from './branch.js';
import { compileFormula, type MeasureColumn } from './formula.js';

interface Source {
  readonly branch: BranchSelect;
  readonly period: 0 | 1;
}

const periodName = identifier('c');

/**
 * The measures of all branches side by side, one row a group. Branches are stacked and then folded
 * by their keys: each is one row a group already, so nothing is ever multiplied, and absent keys
 * match each other as they do in GROUP BY.
 */
function stack(plan: QueryPlan, sources: readonly Source[], separate: boolean): Fragment {
  const keys = plan.dimensions.map((_, index) => keyName(index));
  if (plan.grain !== undefined) keys.push(bucketName);
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return only.branch.fragment;
  const columns: { name: Fragment; prefix: MeasureColumn; index: number }[] = [];
  const prefixOf = (source: Source): MeasureColumn =>
    source.period === 1 && !separate ? 'p' : 'm';
  for (const source of sources) {
    for (const index of source.branch.measures) {
      const prefix = prefixOf(source);
      if (columns.some((entry) => entry.prefix === prefix && entry.index === index)) continue;
      columns.push({ name: identifier(`${prefix}${index}`), prefix, index });
    }
  }
  const outerKeys = separate ? [periodName, ...keys] : keys;
  const selects = sources.map((source) => {
    const prefix = prefixOf(source);
    const values = columns.map((entry) =>
      entry.prefix === prefix && source.branch.measures.includes(entry.index)
        ? entry.name
        : sql`NULL AS ${entry.name}`,
    );
    const period = separate ? [sql`${integerLiteral(source.period)} AS ${periodName}`] : [];
    return sql`SELECT ${join([...period, ...keys, ...values])} FROM (${source.branch.fragment}) AS r`;
  });
  const folded = columns.map((entry) => sql`max(${entry.name}) AS ${entry.name}`);
  const group = outerKeys.length === 0 ? sql`` : sql` GROUP BY ${join(outerKeys)}`;
  return sql`SELECT ${join([...outerKeys, ...folded])} FROM (${join(selects, sql` UNION ALL `)}) AS u${group}`;
}

/**
 * The plan as one statement. Columns, by position: with a grain and a comparison the period (0
 * current, 1 previous); the dimensions; with a grain the bucket's step; the
 * metrics; with a comparison but no grain the metrics of the previous period. With a grain, order
 * and limit are left to `shapeAnswer`, which also fills gaps.
 */
export function compilePlan(plan: QueryPlan, dialect: Dialect): Statement {
  const tenant = bind('string', plan.tenantId);
  const separate = plan.grain !== undefined && plan.previous !== undefined;
  const branches = (period: 0 | 1): readonly Source[] => {
    const chosen = period === 0 ? plan.current : plan.previous;
    if (chosen === undefined) return [];
    const prefix = period === 1 && !separate ? 'p' : 'm';
    return plan.branches.map((branch) => ({
      branch: compileBranch({ plan, dialect, tenant, period: chosen, prefix }, branch),
      period,
    }));
  };
  const source = stack(plan, [...branches(0), ...branches(1)], separate);
  const formula = (index: number, prefix: MeasureColumn) => {
    const planned = plan.metrics[index];
    if (planned === undefined) throw new Error('a metric that is not in the plan');
    return compileFormula(dialect, planned.formula, plan.measures, prefix);
  };
  const beside = plan.previous !== undefined && !separate;
  const columns = [
    ...(separate ? [periodName] : []),
    ...plan.dimensions.map((_, index) => keyName(index)),
    ...(plan.grain === undefined ? [] : [bucketName]),
    ...plan.metrics.map((_, index) => sql`${formula(index, 'm')} AS ${identifier(`v${index}`)}`),
    ...(beside
      ? plan.metrics.map((_, index) => sql`${formula(index, 'p')} AS ${identifier(`w${index}`)}`)
      : []),
  ];
  const select = sql`SELECT ${join(columns)} FROM (${source}) AS q`;
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
