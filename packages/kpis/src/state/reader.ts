import type { Grain, TenantId } from '@olympus/core';
import type { KpiDefinition } from '../definition/definition.js';
import type { KpiAnalytics } from './ports.js';

/** Rows of one metric by time: local starts of buckets, and values in its unit. */
export interface Series {
  readonly times: readonly string[];
  readonly values: readonly (number | null)[];
}

/** One KPI's questions: its metric under its filters. */
export interface KpiReader {
  series(grain: Grain, from: string, to: string): Promise<Series>;
  /** One number for a span of local dates or times. */
  total(from: string, to: string): Promise<number | null>;
  /** By the values of a dimension, largest first. */
  groups(dimension: string, from: string, to: string): Promise<readonly Group[]>;
  /** How far the tenant's data reaches, as of the last question; null without data. */
  dataThroughMs(): number | null;
}

export interface Group {
  readonly key: string | null;
  readonly value: number | null;
}

const mostGroups = 200;

/** @param filters instead of the KPI's own */
export function createKpiReader(
  analytics: Pick<KpiAnalytics, 'query'>,
  tenantId: TenantId,
  { metric, filters }: Pick<KpiDefinition, 'metric' | 'filters'>,
  signal?: AbortSignal,
): KpiReader {
  let through: number | null = null;
  const ask = async (more: {
    time: { from: string; to: string };
    grain?: Grain;
    dimensions?: string[];
    order?: { by: string; direction: 'desc' }[];
    limit?: number;
  }) => {
    const answer = await analytics.query({
      tenantId,
      query: {
        tenant_id: tenantId,
        metrics: [metric],
        ...(filters.length === 0 ? {} : { filters: [...filters] }),
        ...more,
      },
      ...(signal === undefined ? {} : { signal }),
    });
    const { data_through } = answer.meta.freshness;
    through = data_through === null ? null : Date.parse(data_through);
    return answer.rows;
  };
  return {
    async series(grain, from, to) {
      const rows = await ask({ grain, time: { from, to } });
      return {
        times: rows.map((row) => String(row.time)),
        values: rows.map((row) => numberIn(row[metric])),
      };
    },
    async total(from, to) {
      const [row] = await ask({ time: { from, to } });
      return numberIn(row?.[metric]);
    },
    async groups(dimension, from, to) {
      const rows = await ask({
        time: { from, to },
        dimensions: [dimension],
        order: [{ by: metric, direction: 'desc' }],
        limit: mostGroups,
      });
      return rows.map((row) => {
        const key = row[dimension] ?? null;
        return { key: key === null ? null : String(key), value: numberIn(row[metric]) };
      });
    },
    dataThroughMs: () => through,
  };
}

/** A cell as a number, exact decimals rounded to a double; null for what is unknown. */
function numberIn(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
