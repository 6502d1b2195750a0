import type { Condition } from '../definition/definition.js';
import { once, type Reading } from './ports.js';
import type { CalendarWindow } from './windows.js';

export interface BandBucket {
  readonly value: number | null;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** A series, each bucket judged with nothing known but what came before it. */
export interface BandSeries {
  readonly key: string;
  readonly buckets: ReadonlyMap<string, BandBucket>;
}

/** The usual range of the last windows, by the engine that finds anomalies. */
export async function readBand(
  reading: Reading,
  { metric, filters, group_by: groupBy, rule }: Condition,
  grain: CalendarWindow,
  last: number,
): Promise<readonly BandSeries[]> {
  const { analytics, tenantId, signal } = reading;
  const sensitivity = rule.kind === 'band' ? rule.sensitivity : 'medium';
  const asked = { metric, filters, groupBy, grain, last, sensitivity };
  const { series } = await once(reading, { band: asked }, () =>
    analytics.engines.backtest({
      tenantId,
      metric,
      ...(filters.length === 0 ? {} : { filters: [...filters] }),
      ...(groupBy === null ? {} : { breakdown: groupBy }),
      grain,
      last,
      sensitivity,
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  return series
    .filter(({ key }) => (key === null) === (groupBy === null))
    .map(({ key, buckets }) => ({
      key: key ?? '',
      buckets: new Map(buckets.map(({ time, ...bucket }) => [time, bucket])),
    }));
}
