import type { TenantId } from '@olympus/core';
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
import { localDay } from './as-of.js';

/** What one customer did on one local day. */
export interface PurchaseDay {
  /** Whole local days since 1970. */
  readonly day: number;
  /** Orders placed. */
  readonly orders: number;
  /** Of what was sold, after discounts, in the tenant's currency. */
  readonly net: number;
  readonly gross: number;
  readonly discount: number;
  /** What refunds and cancellations of the day took back, as a positive amount. */
  readonly takenBack: number;
  readonly units: number;
  /** Different products sold. */
  readonly products: number;
  /** Visits that name the customer. */
  readonly visits: number;
}

/** Days of one customer, oldest first. */
export interface CustomerDays {
  readonly key: string;
  readonly days: readonly PurchaseDay[];
}

/** Whose days are asked for. */
export interface PurchaseDaysRequest {
  readonly tenantId: TenantId;
  readonly timeZone: string;
  /** First and last instant of the sales: in between the zone's offsets matter. */
  readonly span: { readonly fromMs: number; readonly toMs: number };
  /** Nothing from this instant on is read. */
  readonly untilMs: number;
  /** Only these customers, or a page of all in the order of their keys, which is by chance. */
  readonly who:
    | { readonly keys: readonly string[] }
    | { readonly after: string; readonly limit: number };
}

/** First and last instant of a tenant's orders by known customers, and how many customers; one row. */
export function compileBuyers(tenantId: TenantId, dialect: Dialect): Statement {
  return compile(
    sql`SELECT min(f.occurred_at), max(f.occurred_at), count(DISTINCT f.customer_key) FROM sales AS f WHERE ${known(tenantId, dialect)} AND f.entry = 'sale' AND f.orders > 0`,
    dialect,
  );
}

/** Lines of customers who can be told; the erased have keys of their own, which begin so. */
const known = (tenantId: TenantId, dialect: Dialect): Fragment =>
  sql`f.tenant_id = ${bind('string', tenantId)} AND f.customer_key IS NOT NULL AND NOT ${dialect.startsWith(sql`f.customer_key`, bind('string', 'e_'))}`;

/** Rows of these customers; many are bound as one list, which is planned sooner. */
function among(keys: readonly string[], dialect: Dialect): Fragment {
  if (keys.length <= 20) {
    return sql`f.customer_key IN (${join(keys.map((key) => bind('string', key)))})`;
  }
  return sql`f.customer_key IN (SELECT k.who FROM ${dialect.textRows('who', bind('string_list', keys))} AS k)`;
}

/**
 * What customers did by local day, up to an instant; read it with {@link readPurchaseDays}. People
 * who never ordered, and those who were erased, are left out.
 */
export function compilePurchaseDays(request: PurchaseDaysRequest, dialect: Dialect): Statement {
  const { tenantId, timeZone, span, untilMs, who } = request;
  const before = sql`f.occurred_at < ${bind('timestamp', untilMs)}`;
  const told = sql`${known(tenantId, dialect)} AND ${before}`;
  const some =
    'keys' in who
      ? among(who.keys, dialect)
      : sql`f.customer_key IN (SELECT f.customer_key FROM sales AS f WHERE ${told} AND f.entry = 'sale' AND f.orders > 0 AND f.customer_key > ${bind('string', who.after)} GROUP BY 1 ORDER BY 1 LIMIT ${integerLiteral(who.limit)})`;
  const day = localDay(dialect, sql`f.occurred_at`, timeZone, {
    fromMs: span.fromMs,
    toMs: Math.max(span.toMs, untilMs),
  });
  const sum = (of: Fragment, filter: Fragment) =>
    sql`coalesce(${dialect.toFloat(dialect.aggregate('sum', of, filter))}, 0)`;
  const sold = sql`f.entry = 'sale'`;
  const products = dialect.aggregate('count_distinct', sql`f.product_id`, sold);
  const sales = sql`SELECT f.customer_key AS customer_key, ${day} AS day, ${sum(sql`f.orders`, sold)} AS orders, ${sum(sql`f.net`, sold)} AS net, ${sum(sql`f.gross`, sold)} AS gross, ${sum(sql`f.discount`, sold)} AS discount, -${sum(sql`f.net`, sql`f.entry <> 'sale'`)} AS taken, ${sum(sql`f.quantity`, sold)} AS units, ${products} AS products, 0 AS visits FROM sales AS f WHERE ${told} AND ${some} GROUP BY 1, 2`;
  const visits = sql`SELECT f.customer_key, ${day}, 0, 0, 0, 0, 0, 0, 0, ${dialect.aggregate('count_distinct', sql`f.session_id`, undefined)} FROM sessions AS f WHERE ${told} AND ${some} GROUP BY 1, 2`;
  const columns = ['orders', 'net', 'gross', 'discount', 'taken', 'units', 'products', 'visits'];
  const sums = columns.map((name) => sql`sum(d.${identifier(name)})`);
  return compile(
    sql`SELECT d.customer_key, d.day, ${join(sums)} FROM (${sales} UNION ALL ${visits}) AS d GROUP BY 1, 2 ORDER BY 1, 2`,
    dialect,
  );
}

/** Customers from the rows of {@link compilePurchaseDays}, in the order of their keys. */
export function readPurchaseDays(rows: readonly (readonly unknown[])[]): readonly CustomerDays[] {
  const customers: { key: string; days: PurchaseDay[] }[] = [];
  for (const row of rows) {
    const key = String(row[0]);
    const number = (at: number) => Number(row[at] ?? 0);
    let last = customers.at(-1);
    if (last?.key !== key) {
      last = { key, days: [] };
      customers.push(last);
    }
    last.days.push({
      day: number(1),
      orders: number(2),
      net: number(3),
      gross: number(4),
      discount: number(5),
      takenBack: number(6),
      units: number(7),
      products: number(8),
      visits: number(9),
    });
  }
  return customers.filter(({ days }) => days.some(({ orders }) => orders > 0));
}
