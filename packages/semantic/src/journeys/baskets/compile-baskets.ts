import { bind, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { compileFilters, where } from '../../compile/pass.js';
import { column, dimensionValue, lookupJoins } from '../../compile/scope.js';
import { type PeopleContext, peopleScope } from '../compile-acts.js';
import type { BasketBounds, BasketsPlan } from './baskets-plan.js';
import { liftBounds } from './lift.js';

/** Parts that baskets are cut into by their hash. */
export const basketParts = 1_000;

/**
 * What lay in each basket, once an item: the sale lines of the range, less what later versions of
 * their orders took out. Amounts of the whole order name no product and are no item.
 */
function contents(context: PeopleContext, plan: BasketsPlan, parts: number): Fragment {
  const { dialect, tenant } = context;
  const scope = peopleScope(context, 'sales');
  const basket = column(scope, plan.unit === 'order' ? 'order_id' : 'customer_key');
  const item = dimensionValue(scope, plan.dimension);
  const filters = compileFilters(scope, plan);
  const hash = dialect.hash(basket);
  const sampled =
    parts >= basketParts
      ? []
      : [sql`mod(${hash}, ${integerLiteral(basketParts)}) < ${integerLiteral(parts)}`];
  const conditions = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    sql`${column(scope, 'occurred_at')} >= ${bind('timestamp', plan.range.fromMs)}`,
    sql`${column(scope, 'occurred_at')} < ${bind('timestamp', plan.range.toMs)}`,
    sql`${column(scope, 'entry')} = 'sale'`,
    sql`${column(scope, 'product_id')} IS NOT NULL`,
    sql`${basket} IS NOT NULL`,
    sql`${item} IS NOT NULL`,
    ...filters,
    ...sampled,
  ];
  return sql`SELECT ${hash} AS basket, ${item} AS item FROM sales AS f${lookupJoins(scope)}${where(conditions)} GROUP BY 1, 2 HAVING sum(${column(scope, 'quantity')}) > 0`;
}

/** The common tables: contents, how many baskets hold each item, and contents that may be paired. */
function tables(
  context: PeopleContext,
  plan: BasketsPlan,
  { minimum, parts }: Pick<BasketBounds, 'minimum' | 'parts'>,
): readonly Fragment[] {
  return [
    sql`contents AS (${contents(context, plan, parts)})`,
    sql`items AS (SELECT item, count(*) AS baskets FROM contents GROUP BY 1 HAVING count(*) >= ${integerLiteral(minimum)})`,
    sql`pairable AS (SELECT c.basket, c.item, i.baskets, count(*) OVER (PARTITION BY c.basket) AS size FROM contents AS c INNER JOIN items AS i ON i.item = c.item)`,
  ];
}

/** Rows of size, baskets: how many of the items that are not left out the baskets hold. Size 0: all baskets. */
export function compileBasketSizes(
  context: PeopleContext,
  plan: BasketsPlan,
  bounds: Pick<BasketBounds, 'minimum' | 'parts'>,
): Fragment {
  const all = sql`SELECT 0 AS size, count(DISTINCT basket) AS baskets FROM contents`;
  const sizes = sql`SELECT size, count(*) AS baskets FROM (SELECT DISTINCT basket, size FROM pairable) AS b GROUP BY 1`;
  return sql`WITH ${join(tables(context, plan, bounds))} ${all} UNION ALL ${sizes}`;
}

/**
 * Pairs of items that lie in one basket: rows of item, its baskets, other item, its baskets, baskets
 * with both, all baskets, and where the items are products their names. With a focus it is the first.
 */
export function compileBasketPairs(
  context: PeopleContext,
  plan: BasketsPlan,
  bounds: BasketBounds,
): Fragment {
  const { focus } = plan;
  const small = sql`size <= ${integerLiteral(bounds.largest)}`;
  const pairs =
    focus === undefined
      ? sql`FROM (SELECT basket, item, baskets FROM pairable WHERE ${small}) AS a INNER JOIN (SELECT basket, item, baskets FROM pairable WHERE ${small}) AS b ON b.basket = a.basket AND b.item > a.item`
      : sql`FROM (SELECT basket, item, baskets FROM pairable WHERE item = ${bind('string', focus)}) AS a INNER JOIN pairable AS b ON b.basket = a.basket AND b.item <> a.item`;
  const counted = sql`SELECT a.item AS one, min(a.baskets) AS of_one, b.item AS other, min(b.baskets) AS of_other, count(*) AS together ${pairs} GROUP BY 1, 3 HAVING count(*) >= ${integerLiteral(bounds.minimum)}`;
  const total = sql`(SELECT count(DISTINCT basket) FROM contents)`;
  const { rank } = liftBounds(context.dialect);
  const order =
    bounds.orderBy === 'together'
      ? sql`together DESC, one, other`
      : sql`${rank} DESC, together DESC, one, other`;
  const counts = sql`SELECT one, of_one, other, of_other, together, ${total} AS baskets FROM (${counted}) AS c`;
  const top = sql`SELECT one, of_one, other, of_other, together, baskets FROM (${counts}) AS k ORDER BY ${order} LIMIT ${integerLiteral(bounds.limit)}`;
  return sql`WITH ${join(tables(context, plan, bounds))} SELECT t.one, t.of_one, t.other, t.of_other, t.together, t.baskets, ${names(plan)} FROM (${top}) AS t${nameJoins(context, plan)} ORDER BY ${order}`;
}

const names = ({ item }: BasketsPlan): Fragment =>
  item === 'product'
    ? sql`p.name AS one_name, q.name AS other_name`
    : sql`NULL AS one_name, NULL AS other_name`;

function nameJoins({ tenant }: PeopleContext, { item }: BasketsPlan): Fragment {
  if (item !== 'product') return sql``;
  const products = identifier('products');
  return sql` LEFT JOIN ${products} AS p ON p.tenant_id = ${tenant} AND p.product_id = t.one LEFT JOIN ${products} AS q ON q.tenant_id = ${tenant} AND q.product_id = t.other`;
}
