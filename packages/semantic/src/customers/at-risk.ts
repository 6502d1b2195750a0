import type { TenantId } from '@olympus/core';
import {
  bind,
  compile,
  type Dialect,
  identifier,
  integerLiteral,
  join,
  type Statement,
  sql,
} from '@olympus/sql';

/** Which customers at risk, most valuable risk first. */
export interface AtRiskRequest {
  readonly tenantId: TenantId;
  readonly bands: readonly string[];
  /** Only those whose risk rose by at least so much within 28 days. */
  readonly risenBy?: number | undefined;
  readonly limit: number;
  readonly offset: number;
}

/**
 * Customers with what was foretold last: columns key, risk, band, risk before, usual value, value at
 * risk (risk × usual value), expected value with its ends, orders, year's value with its ends, when it
 * was foretold; then over all of them: how many, the sum of values at risk and its variance, as each
 * stays or leaves on their own.
 */
export function compileAtRisk(request: AtRiskRequest, dialect: Dialect): Statement {
  const { tenantId, bands, risenBy, limit, offset } = request;
  const names = [
    'churn_risk',
    'risk_band',
    'risk_before',
    'usual_value',
    'expected_value',
    'value_lower',
    'value_upper',
    'expected_orders',
    'year_value',
    'year_lower',
    'year_upper',
    'occurred_at',
  ];
  const newest = names.map((name) => {
    const column = sql`p.${identifier(name)}`;
    if (name === 'occurred_at') return sql`max(${column}) AS ${identifier(name)}`;
    const last = dialect.lastValue(column, [sql`p.occurred_at`, sql`p.event_id`]);
    return sql`${last} AS ${identifier(name)}`;
  });
  const conditions = [
    sql`r.churn_risk IS NOT NULL`,
    ...(bands.length === 0
      ? []
      : [sql`r.risk_band IN (${join(bands.map((band) => bind('string', band)))})`]),
    ...(risenBy === undefined
      ? []
      : [sql`r.churn_risk - r.risk_before >= ${bind('float', risenBy)}`]),
  ];
  const atRisk = sql`r.churn_risk * r.usual_value`;
  return compile(
    sql`SELECT r.customer_key, r.churn_risk, r.risk_band, r.risk_before, r.usual_value, ${atRisk} AS at_risk, r.expected_value, r.value_lower, r.value_upper, r.expected_orders, r.year_value, r.year_lower, r.year_upper, r.occurred_at, count(*) OVER (), sum(${atRisk}) OVER (), sum(r.churn_risk * (1 - r.churn_risk) * r.usual_value * r.usual_value) OVER () FROM (SELECT p.customer_key AS customer_key, ${join(newest)} FROM predictions AS p WHERE p.tenant_id = ${bind('string', tenantId)} GROUP BY p.customer_key) AS r WHERE ${join(conditions, sql` AND `)} ORDER BY at_risk DESC, r.customer_key LIMIT ${integerLiteral(limit)} OFFSET ${integerLiteral(offset)}`,
    dialect,
  );
}
