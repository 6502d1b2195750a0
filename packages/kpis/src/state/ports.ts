import type { Analytics } from '@olympus/analytics';
import type { BucketSeries } from '../pace/shape.js';

/** What KPIs ask of analytics. */
export interface KpiAnalytics {
  readonly query: Analytics['query'];
  readonly model: Analytics['model'];
  readonly engines: Pick<Analytics['engines'], 'outlook' | 'drivers'>;
}

type Model = Awaited<ReturnType<Analytics['model']>>;

/** A metric of a tenant's model with what its figures mean. */
export type KpiMetric = Model['metrics'][number];
export type KpiModel = Model;

type Outlook = Analytics['engines']['outlook'];

/** A forecast, and the finished buckets that it rests on: while they stay, it does. */
export type Outlooks = (
  request: Parameters<Outlook>[0],
  evidence: BucketSeries,
) => ReturnType<Outlook>;
