import { type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { dimensionValue } from '../../compile/scope.js';
import type { Dimension } from '../../model/declarations.js';
import { accessDimension, type Model } from '../../model/model.js';
import { compileActs, type PeopleContext } from '../compile-acts.js';
import { ledgerOf, type PlannedAct } from '../plan-act.js';
import type { FunnelPlan } from './funnel.js';
import { readSpan, type StartSpan } from './funnel-rows.js';
import { compileUnits, customerValue, doneAt } from './funnel-units.js';
import { sourceKey } from './plan-funnel.js';

/** What is looked at beside converting. */
export interface CorrelationCandidates {
  /** Of the first step's acts. */
  readonly dimensions: readonly Dimension[];
  /** Of the customer. */
  readonly attributes: readonly Dimension[];
  /** What else they may have done on the way. */
  readonly acts: readonly PlannedAct[];
}

/** Dimensions that tell circumstances rather than things: few values, alike for many. */
const circumstances = [
  'channel',
  'session.device',
  'session.referrer',
  'session.utm_source',
  'session.utm_medium',
  'session.utm_campaign',
  'promotion',
  'payment.method',
  'location.name',
];

/** The candidates that a funnel's first step and the tenant's acts offer. */
export function correlationCandidates(
  model: Model,
  plan: FunnelPlan,
  acts: readonly PlannedAct[],
): CorrelationCandidates {
  const first = plan.steps[0];
  const dimensions = [...model.dimensions.values()];
  const own = new Set(plan.steps.map(({ act }) => sourceKey(act.source)));
  return {
    dimensions: dimensions.filter(
      (dimension) =>
        first !== undefined &&
        circumstances.includes(dimension.name) &&
        accessDimension(model, dimension, ledgerOf(first.act.source)) !== undefined,
    ),
    attributes: dimensions.filter(
      ({ source }) => source.kind === 'attribute' && source.entity === 'customer',
    ),
    acts: acts.filter(({ source }) => !own.has(sourceKey(source))),
  };
}

/** Rows of the statement: most frequent first, at most so many. */
export const correlationRows = 300;

/**
 * How many people had what, and how many of them converted: kind (0 all people, 1 a property, 2 an
 * act on the way), number of the candidate, its value, people, converted. Of a property the first
 * known value counts; acts count after the beginning, up to converting or the end of the window.
 * @param least  people that a value needs to be told of
 */
export function compileCorrelations(
  context: PeopleContext,
  plan: FunnelPlan,
  start: StartSpan,
  { dimensions, attributes, acts }: CorrelationCandidates,
  least: number,
): Fragment {
  const { dialect, tenant } = context;
  const last = doneAt(plan.steps.length - 1);
  const units = compileUnits(context, { ...plan, breakdown: undefined }, start);
  const span = readSpan(plan, start);
  const unit = sql`${dialect.hash(sql`who`)} AS unit`;
  const [first] = plan.steps;
  const trait = (index: number) => identifier(`d${index}`);
  const looked = compileActs(
    context,
    [
      ...(first === undefined
        ? []
        : [
            {
              act: first.act,
              span: start,
              columns: (scope: Parameters<typeof dimensionValue>[0]) =>
                dimensions.map((dimension, index) => ({
                  name: `d${index}`,
                  value: dimensionValue(scope, dimension),
                })),
            },
          ]),
      ...acts.map((act, index) => ({
        act,
        span,
        columns: () => [{ name: 'act', value: integerLiteral(index) }],
      })),
    ],
    span,
  );
  const [seen, ...others] = looked.each;
  // the same browsers as the funnel's own, which is one of these tables already
  const known = units.some(({ parts }) =>
    parts.some((part) => part.kind === 'identifier' && part.name === 'known_browsers'),
  );
  const until = sql`coalesce(u.${last}, u.entered + ${integerLiteral(plan.windowMs * 1000)})`;
  const tables = [
    ...(known ? [] : looked.tables),
    ...units,
    ...(dimensions.length === 0
      ? []
      : [
          sql`props AS (SELECT unit, ${join(
            dimensions.map(
              (_, index) =>
                sql`${dialect.lastValue(trait(index), [sql`-acted_at`, trait(index)])} AS ${trait(index)}`,
            ),
          )} FROM (SELECT ${unit}, acted_at, ${join(dimensions.map((_, index) => trait(index)))} FROM (${seen ?? sql``}) AS a) AS p GROUP BY unit)`,
        ]),
    ...(others.length === 0
      ? []
      : [
          sql`between_ AS (SELECT DISTINCT u.unit AS unit, b.act AS act FROM (SELECT act, ${unit}, acted_at FROM (${join(others, sql` UNION ALL `)}) AS a) AS b INNER JOIN units AS u ON u.unit = b.unit WHERE b.acted_at > u.entered AND b.acted_at < ${until})`,
        ]),
    ...(attributes.length === 0
      ? []
      : [
          sql`attributes AS (SELECT ${dialect.hash(sql`customer_key`)} AS unit, ${join(
            attributes.map(({ source }, index) => {
              if (source.kind !== 'attribute') throw new Error('not an attribute');
              const value = customerValue(dialect, identifier(source.column), source.band);
              return sql`${value} AS ${identifier(`a${index}`)}`;
            }),
          )} FROM customers WHERE tenant_id = ${tenant})`,
        ]),
  ];
  const enough = sql`HAVING count(*) >= ${integerLiteral(least)}`;
  const property = (table: string, name: Fragment, number: number) =>
    sql`SELECT 1 AS kind, ${integerLiteral(number)} AS candidate, concat(p.${name}, '') AS value, count(*) AS n, count(u.${last}) AS converted FROM units AS u INNER JOIN ${identifier(table)} AS p ON p.unit = u.unit WHERE p.${name} IS NOT NULL GROUP BY 3 ${enough}`;
  const parts = [
    ...dimensions.map((_, index) => property('props', trait(index), index)),
    ...attributes.map((_, index) =>
      property('attributes', identifier(`a${index}`), dimensions.length + index),
    ),
    ...(others.length === 0
      ? []
      : [
          sql`SELECT 2, b.act, CAST(NULL AS VARCHAR), count(*), count(u.${last}) FROM units AS u INNER JOIN between_ AS b ON b.unit = u.unit GROUP BY 2 ${enough}`,
        ]),
    sql`SELECT 0, 0, CAST(NULL AS VARCHAR), count(*), count(${last}) FROM units`,
  ];
  return sql`WITH ${join(tables)} SELECT kind, candidate, value, n, converted FROM (${join(parts, sql` UNION ALL `)}) AS r ORDER BY kind, n DESC, candidate, value LIMIT ${integerLiteral(correlationRows)}`;
}
