import { type Fragment, identifier, integerLiteral, sql } from '@olympus/sql';
import { where } from '../compile/pass.js';
import { column } from '../compile/scope.js';
import { inSpan, type PeopleContext, peopleScope } from '../journeys/compile-acts.js';
import { whoIn } from './outcome-rows.js';
import type { OutcomePlan, UnitTrait } from './outcomes.js';

/** A visit that begins with the exposure tells of it shortly after; nothing later does. */
const graceUs = 60_000_000;

/** How far back the visit may lie that tells a unit's device or channel. */
const visitMs = 30 * 86_400_000;

/** The table `traits` of `unit` and `trait`, as they stood when the units in `lone` were exposed. */
export function traitTable(
  context: PeopleContext,
  plan: OutcomePlan,
  trait: UnitTrait,
): readonly Fragment[] {
  const { dialect, tenant } = context;
  switch (trait) {
    case 'country':
    case 'segment':
      return [
        sql`traits AS (SELECT ${dialect.hash(sql`customer_key`)} AS unit, ${identifier(trait)} AS trait FROM customers WHERE tenant_id = ${tenant})`,
      ];
    case 'returning': {
      const orders = sql`SELECT ${dialect.hash(sql`s.customer_key`)} AS unit, min(${dialect.microseconds(sql`s.occurred_at`)}) AS first_at FROM sales AS s WHERE s.tenant_id = ${tenant} AND s.entry = 'sale' AND s.customer_key IS NOT NULL GROUP BY 1`;
      return [
        sql`traits AS (SELECT l.unit AS unit, CASE WHEN o.first_at < l.exposed THEN 'returning' ELSE 'new' END AS trait FROM lone AS l LEFT JOIN (${orders}) AS o ON o.unit = l.unit)`,
      ];
    }
    case 'device':
    case 'channel': {
      const scope = peopleScope(context, 'sessions');
      const { who, joined } = whoIn(scope, 'sessions');
      const at = column(scope, 'occurred_at');
      const value = column(scope, trait);
      const conditions = [
        sql`${column(scope, 'tenant_id')} = ${tenant}`,
        ...inSpan({ fromMs: plan.fromMs - visitMs, toMs: plan.exposedToMs + graceUs / 1000 }, at),
        sql`${value} IS NOT NULL`,
      ];
      const visits = sql`SELECT ${dialect.hash(who)} AS unit, ${dialect.microseconds(at)} AS acted_at, ${value} AS told FROM sessions AS f${joined}${where(conditions)}`;
      return [
        sql`traits AS (SELECT l.unit AS unit, ${dialect.lastValue(sql`v.told`, [sql`v.acted_at`, sql`v.told`])} AS trait FROM lone AS l INNER JOIN (${visits}) AS v ON v.unit = l.unit WHERE v.acted_at <= l.exposed + ${integerLiteral(graceUs)} GROUP BY 1)`,
      ];
    }
  }
}
