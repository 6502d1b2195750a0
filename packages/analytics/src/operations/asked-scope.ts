import { type MetricQuery, parseMetricQuery } from '@olympus/semantic';

type Scope = Pick<MetricQuery, 'filters' | 'having' | 'time'>;

/**
 * The parts of a request that are those of a `MetricQuery`, read as it reads them.
 * @throws Problem `invalid_query`
 */
export function askedScope(
  given: Readonly<Partial<Record<'tenant_id' | keyof Scope, unknown>>>,
): Scope {
  const parts = [
    ['filters', given.filters],
    ['having', given.having],
    ['time', given.time],
  ].filter(([, value]) => value !== undefined);
  const { filters, having, time } = parseMetricQuery({
    tenant_id: given.tenant_id,
    metrics: ['any'],
    ...Object.fromEntries(parts),
  });
  return {
    ...(filters === undefined ? {} : { filters }),
    ...(having === undefined ? {} : { having }),
    ...(time === undefined ? {} : { time }),
  };
}
