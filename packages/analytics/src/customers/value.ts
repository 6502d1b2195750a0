import type { AnswerRow, MetricQuery } from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import type { TenantMoment } from '../query/query-service.js';
import type { ProfileRequest } from './profile.js';
import type { CustomersDependencies } from './reckoning.js';

/** What somebody likes best: so many of each are told. */
const favourites = 10;

async function ask(
  { models, queries }: CustomersDependencies,
  { tenantId, key, language, signal }: ProfileRequest,
  at: TenantMoment,
  query: Omit<MetricQuery, 'tenant_id' | 'filters'>,
) {
  const filters = [
    { dimension: 'customer.key', operator: 'equals' as const, values: [key as string] },
  ];
  const model = await models.get(tenantId, language);
  const plan = queries.plan(at, model, { ...query, filters });
  const { rows } = await queries.run(plan, signal);
  return { rows, plan };
}

const textIn = (row: AnswerRow, column: string): string | null => {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
};

/** By months; by quarters where those would be too many to see. */
function grainOf({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): 'month' | 'quarter' {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 5 ? 'quarter' : 'month';
}

/** Revenue and orders of a customer over time. */
export async function describeValue(
  deps: CustomersDependencies,
  request: ProfileRequest,
  at: TenantMoment,
  range: { readonly from: string; readonly to: string },
) {
  const grain = grainOf(range);
  const { rows, plan } = await ask(deps, request, at, {
    metrics: ['revenue', 'orders'],
    grain,
    time: range,
  });
  return {
    grain,
    points: rows.map((row, index) => ({
      t: String(row.time),
      revenue: numberIn(row.revenue),
      orders: numberIn(row.orders),
      running: index === rows.length - 1 && plan.range?.running === true,
    })),
  };
}

/** What a customer buys most, by products and by categories. */
export async function describeTaste(
  deps: CustomersDependencies,
  request: ProfileRequest,
  at: TenantMoment,
) {
  const most = {
    metrics: ['revenue', 'units', 'orders'],
    order: [{ by: 'revenue', direction: 'desc' as const }],
    limit: favourites,
  };
  const [products, categories] = await Promise.all([
    ask(deps, request, at, { ...most, dimensions: ['product.id', 'product.name'] }),
    ask(deps, request, at, { ...most, dimensions: ['product.category'] }),
  ]);
  const figures = (row: AnswerRow) => ({
    revenue: numberIn(row.revenue) ?? 0,
    units: numberIn(row.units) ?? 0,
    orders: numberIn(row.orders) ?? 0,
  });
  return {
    products: products.rows.flatMap((row) => {
      const id = textIn(row, 'product.id');
      if (id === null) return [];
      return { product_id: id, name: textIn(row, 'product.name'), ...figures(row) };
    }),
    categories: categories.rows.flatMap((row) => {
      const category = textIn(row, 'product.category');
      return category === null ? [] : { category, ...figures(row) };
    }),
  };
}
