import { type Grain, Problem, printWall } from '@olympus/core';
import { alertLimits, type Condition } from '../definition/definition.js';
import { once, type Reading } from './ports.js';

/** Values by the local start of their bucket. */
export type Values = ReadonlyMap<string, number | null>;

/** A condition's values by group; the whole has the key ''. */
export type GroupedValues = ReadonlyMap<string, Values>;

export interface WallRange {
  readonly fromWall: number;
  readonly toWall: number;
}

type Asked = Pick<Condition, 'metric' | 'filters'> & { readonly dimension: string | null };
type Filters = NonNullable<Parameters<Reading['analytics']['query']>[0]['query']['filters']>;

/** Rows that one query gives at most. */
const mostRows = 10_000;
/** Queries that one reading may be cut into. */
const mostParts = 12;
const grainMs: Readonly<Record<string, number>> = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 28 * 86_400_000,
};

/** A cell as a number; null for what is unknown. */
function numberIn(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

async function rowsOf(
  reading: Reading,
  { metric, filters }: Asked,
  more: {
    readonly time: { from: string; to: string };
    readonly grain?: Grain;
    readonly dimensions?: string[];
    readonly filters?: Filters;
    readonly largest?: number;
    /** Smallest first instead. */
    readonly ascending?: boolean;
  },
) {
  const { analytics, tenantId, signal } = reading;
  const { filters: extra = [], largest, ascending = false, ...asked } = more;
  const all = [...filters, ...extra];
  const query = {
    tenant_id: tenantId,
    metrics: [metric],
    ...asked,
    ...(all.length === 0 ? {} : { filters: all }),
    ...(largest === undefined
      ? more.dimensions === undefined
        ? {}
        : { limit: mostRows }
      : {
          limit: largest,
          order: [{ by: metric, direction: ascending ? ('asc' as const) : ('desc' as const) }],
        }),
  };
  return once(reading, query, () =>
    analytics.query({ tenantId, query, ...(signal === undefined ? {} : { signal }) }),
  );
}

const timeOf = ({ fromWall, toWall }: WallRange) => ({
  from: printWall(fromWall),
  to: printWall(toWall),
});

/** The largest groups of a dimension in a range, or the smallest; all there are, up to a limit. */
export async function readGroups(
  reading: Reading,
  asked: Asked & { readonly dimension: string },
  range: WallRange,
  ascending = false,
): Promise<readonly (string | number | boolean)[]> {
  const { rows } = await rowsOf(reading, asked, {
    time: timeOf(range),
    dimensions: [asked.dimension],
    largest: alertLimits.groups,
    ascending,
  });
  return rows.flatMap((row) => {
    const value = row[asked.dimension];
    return value === null || value === undefined ? [] : [value];
  });
}

/**
 * A condition's values by bucket in a range, of each group by itself. Where a whole range would be
 * more rows than a query gives it is read in parts.
 * @throws Problem `too_many_values` where there are more than even parts can give
 */
export async function readSeries(
  reading: Reading,
  asked: Asked,
  grain: Grain,
  range: WallRange,
  groups: readonly (string | number | boolean)[] | undefined,
): Promise<GroupedValues> {
  const found = new Map<string, Map<string, number | null>>();
  const { dimension, metric } = asked;
  if (dimension !== null && groups?.length === 0) return found;
  const buckets = Math.ceil((range.toWall - range.fromWall) / (grainMs[grain] ?? 1)) + 1;
  const cells = buckets * (dimension === null ? 1 : (groups?.length ?? 200));
  const parts = Math.ceil(cells / (mostRows * 0.9));
  if (parts > mostParts) throw tooMany();
  for (const part of partsOf(range, grain, parts)) {
    const answer = await rowsOf(reading, asked, {
      time: timeOf(part),
      grain,
      ...(dimension === null ? {} : { dimensions: [dimension] }),
      ...(dimension === null || groups === undefined
        ? {}
        : { filters: [{ dimension, operator: 'equals', values: [...groups] }] }),
    });
    if (answer.meta.truncated) throw tooMany();
    for (const row of answer.rows) {
      const value = dimension === null ? '' : row[dimension];
      if (value === null || value === undefined) continue;
      const key = String(value);
      const values = found.get(key) ?? new Map<string, number | null>();
      values.set(String(row.time), numberIn(row[metric]));
      found.set(key, values);
    }
  }
  return found;
}

/** One value a group for a range of wall-clock time. */
export async function readTotals(
  reading: Reading,
  asked: Asked,
  range: WallRange,
): Promise<ReadonlyMap<string, number | null>> {
  const { dimension, metric } = asked;
  const { rows } = await rowsOf(reading, asked, {
    time: timeOf(range),
    ...(dimension === null ? {} : { dimensions: [dimension] }),
  });
  const found = new Map<string, number | null>();
  for (const row of rows) {
    const value = dimension === null ? '' : row[dimension];
    if (value !== null && value !== undefined) found.set(String(value), numberIn(row[metric]));
  }
  return found;
}

/** A range in about equal parts that meet at starts of days. */
function partsOf(range: WallRange, grain: Grain, parts: number): readonly WallRange[] {
  if (parts <= 1) return [range];
  const step = Math.max(grain === 'hour' ? (grainMs.day ?? 1) : (grainMs[grain] ?? 1), 1);
  const whole = Math.ceil((range.toWall - range.fromWall) / parts / step) * step;
  const cut: WallRange[] = [];
  for (let from = range.fromWall; from < range.toWall; from += whole) {
    cut.push({ fromWall: from, toWall: Math.min(from + whole, range.toWall) });
  }
  return cut;
}

const tooMany = () =>
  new Problem({
    code: 'too_many_values',
    kind: 'invalid',
    message: 'There are more values than an alert can look at',
    at: '/group_by',
    remedy: 'Use a dimension of fewer values, a filter, or a longer window.',
  });
