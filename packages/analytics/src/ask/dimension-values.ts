import type { TenantId } from '@olympus/core';
import type { ModelDescription } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import { type DimensionValues, isListed } from './catalogue.js';

/** Values of a dimension that questions can name. */
const mostValues = 2_000;
/** Values of dimensions that nobody spells out in full. */
const fewValues = 300;
/** Longer values are not typed by anybody. */
const longestValue = 80;

const numerous: ReadonlySet<string> = new Set(['product.name', 'product.id', 'customer.city']);

/** The metric by which a dimension's values are ranked: revenue where it goes, else the first that does. */
function rankedBy(model: ModelDescription, dimension: string): string | undefined {
  const reaches = (metric: ModelDescription['metrics'][number]) =>
    metric.dimensions.includes(dimension) && !metric.custom && metric.name !== 'new_customers';
  const revenue = model.metrics.find((metric) => metric.name === 'revenue');
  if (revenue !== undefined && reaches(revenue)) return revenue.name;
  return model.metrics.find(reaches)?.name;
}

/**
 * Reads each dimension's weightiest values of all time, through the query service: its cache, its
 * deadline and its tenant's predicate apply. A dimension that cannot be read in time has none.
 */
export async function readDimensionValues(
  analytics: Pick<Analytics, 'query'>,
  tenant: TenantId,
  model: ModelDescription,
): Promise<DimensionValues> {
  const values = new Map<string, readonly string[]>();
  for (const dimension of model.dimensions) {
    if (!isListed(dimension)) continue;
    const metric = rankedBy(model, dimension.name);
    if (metric === undefined) continue;
    const answer = await analytics.query({
      tenantId: tenant,
      query: {
        tenant_id: tenant,
        metrics: [metric],
        dimensions: [dimension.name],
        order: [{ by: metric, direction: 'desc' }],
        limit: numerous.has(dimension.name) ? mostValues : fewValues,
      },
    });
    values.set(
      dimension.name,
      answer.rows.flatMap((row) => {
        const value = row[dimension.name];
        const usable = typeof value === 'string' && value !== '' && value.length <= longestValue;
        return usable ? [value] : [];
      }),
    );
  }
  return values;
}
