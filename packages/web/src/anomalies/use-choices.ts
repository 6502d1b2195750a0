import type { ModelDescription } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { usePageSearch } from '../address/use-address.js';
import { useLanguage } from '../messages/language.js';
import { useTenant } from '../pages/current-page.js';
import { modelQuery } from '../scope/model-query.js';
import { anomaliesSearch } from './anomalies-search.js';

type Metric = ModelDescription['metrics'][number];

/** Dimensions with few enough groups to be looked at each. */
const BREAKDOWNS = [
  'channel',
  'customer.country',
  'product.category',
  'location.name',
  'payment.provider',
  'payment.method',
  'session.device',
  'session.utm_source',
  'customer.segment',
  'product.name',
];

/** The metric and the breakdown that the address asks for, and what else there is to choose. */
export function useChoices() {
  const tenant = useTenant();
  const [search, change] = usePageSearch(anomaliesSearch);
  const { data: model } = useQuery(modelQuery.options(tenant.id, useLanguage()));
  const metrics = model?.metrics.filter(({ part }) => !part) ?? [];
  const metric: Metric | undefined =
    metrics.find(({ name }) => name === search.m) ?? metrics.find(({ name }) => name === 'revenue');
  const dimensions = BREAKDOWNS.filter((name) => metric?.dimensions.includes(name)).map((name) => ({
    value: name,
    label: model?.dimensions.find((one) => one.name === name)?.label ?? name,
  }));
  const by = dimensions.find(({ value }) => value === search.by);
  return { search, change, metrics, metric, name: metric?.name ?? 'revenue', dimensions, by };
}
