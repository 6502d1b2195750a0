import { bind, type Fragment, identifier, join, sql } from '@olympus/sql';
import { compileComparison } from '../compile/conditions.js';
import { dimensionValue, lookupJoins, type Scope } from '../compile/scope.js';
import type { CustomersInput } from './expressions.js';
import { tenantOf } from './people.js';

const and = sql` AND `;

/** Sold lines under the alias `g`. */
export function linesScope({
  context,
  dialect,
  plan,
}: Pick<CustomersInput, 'context' | 'dialect' | 'plan'>): Scope {
  const { timeZone, data } = context;
  return {
    dialect,
    model: plan.model,
    tenant: tenantOf(context),
    local: { timeZone, ...data },
    ledger: 'sales',
    columns: undefined,
    alias: identifier('g'),
    lookups: new Map(),
    used: new Set(),
  };
}

/** Customers with a sold line that meets all of the filters. */
export function compileBought({ context, dialect, plan }: CustomersInput): readonly Fragment[] {
  if (plan.bought.length === 0) return [];
  const tenant = tenantOf(context);
  const scope = linesScope({ context, dialect, plan });
  const conditions = plan.bought.map(({ dimension, operator, values }) =>
    compileComparison(dialect, dimensionValue(scope, dimension), dimension.type, operator, values),
  );
  const { period } = plan;
  const inTime = [
    sql`g.occurred_at < ${bind('timestamp', Math.min(context.asOf.endMs, period?.toMs ?? context.asOf.endMs))}`,
    ...(period === undefined ? [] : [sql`g.occurred_at >= ${bind('timestamp', period.fromMs)}`]),
  ];
  const all = [
    sql`g.tenant_id = ${tenant}`,
    sql`g.entry = 'sale'`,
    sql`g.customer_key IS NOT NULL`,
    ...inTime,
    ...conditions,
  ];
  return [
    sql`f.customer_key IN (SELECT g.customer_key FROM sales AS g${lookupJoins(scope)} WHERE ${join(all, and)})`,
  ];
}

/** How pseudonymous keys begin: those of customers, and those of the erased. */
const keyPrefixes = ['c_', 'e_'];

/**
 * Customers whose key, country, city or segment holds the searched text; looked for before anything
 * is summed up, so that only theirs is.
 */
export function compileSearch({
  context,
  dialect,
  plan,
  searchedKey,
}: CustomersInput): readonly Fragment[] {
  const { search } = plan;
  if (search === undefined) return [];
  const tenant = tenantOf(context);
  const text = bind('string', search);
  const known = ['country', 'city', 'segment'].map((name) =>
    dialect.containsText(sql`c.${identifier(name)}`, text),
  );
  const told = [
    dialect.containsText(sql`g.country`, text),
    ...(keyPrefixes.some((prefix) => search.startsWith(prefix))
      ? [dialect.startsWith(sql`g.customer_key`, text)]
      : []),
    ...(searchedKey === undefined ? [] : [sql`g.customer_key = ${bind('string', searchedKey)}`]),
  ];
  const or = sql` OR `;
  return [
    sql`f.customer_key IN (SELECT c.customer_key FROM customers AS c WHERE c.tenant_id = ${tenant} AND (${join(known, or)}) UNION ALL SELECT g.customer_key FROM sales AS g WHERE g.tenant_id = ${tenant} AND g.customer_key IS NOT NULL AND (${join(told, or)}))`,
  ];
}
