import type { Comparison, Grain, LocalRange, Timeframe } from './time.js';

export type Unit = 'currency' | 'count' | 'ratio' | 'number';
export type Polarity = 'up_good' | 'down_good' | 'neutral';

/** One figure with its past. `change` is a ratio (0.08 = 8 %) or, for rates, a difference of rates. */
export interface DashboardTile {
  readonly metric: string;
  readonly label: string;
  readonly description: string;
  readonly unit: Unit;
  readonly polarity: Polarity;
  readonly value: number | null;
  readonly previous: number | null;
  readonly change: number | null;
  readonly change_kind: 'ratio' | 'points';
  readonly series: readonly SeriesPoint[];
}

/** `t` is the bucket's local start: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:00` for hours. */
export interface SeriesPoint {
  readonly t: string;
  readonly value: number | null;
  /** The bucket has not ended yet. */
  readonly incomplete?: true;
}

export interface DashboardSeries {
  readonly metric: string;
  readonly label: string;
  readonly unit: Unit;
  readonly points: readonly SeriesPoint[];
  /** The compared period's buckets, in order; null without comparison. */
  readonly previous: readonly SeriesPoint[] | null;
}

export interface BreakdownRow {
  /** null: the fact carries no value of the dimension. */
  readonly key: string | null;
  readonly label: string;
  readonly value: number | null;
  readonly previous: number | null;
  readonly change: number | null;
  readonly share: number | null;
}

export interface Breakdown {
  readonly dimension: string;
  readonly label: string;
  readonly metric: string;
  readonly rows: readonly BreakdownRow[];
  /** What the rows left off add up to. */
  readonly other: number | null;
  readonly total: number | null;
}

export interface Freshness {
  readonly data_through: string | null;
  readonly last_received_at: string | null;
  readonly status: 'live' | 'recent' | 'late' | 'empty';
}

export interface DataQuality {
  readonly events: number;
  readonly dead_letters_open: number;
  readonly sales_lines: number;
  readonly lines_without_customer: number;
  readonly lines_without_cost: number;
  readonly latest_problems: readonly { readonly code: string; readonly count: number }[];
}

/** Everything the overview shows of one tenant over one range, computed at one moment. */
export interface Dashboard {
  readonly tenant_id: string;
  readonly name: string;
  /** `custom`: asked for by dates. */
  readonly timeframe: Timeframe | 'custom';
  readonly range: LocalRange & { readonly time_zone: string };
  readonly comparison: LocalRange | null;
  readonly grain: Grain;
  readonly currency: string;
  readonly locale: string;
  readonly generated_at: string;
  /** A newer one is being built; ask again in a moment. */
  readonly stale?: true;
  readonly freshness: Freshness;
  readonly tiles: readonly DashboardTile[];
  readonly series: readonly DashboardSeries[];
  readonly breakdowns: readonly Breakdown[];
  readonly quality: DataQuality;
}

/** A named timeframe, or an explicit half-open range of local dates; the server's default without both. */
export interface DashboardRequest {
  readonly timeframe?: Timeframe;
  readonly from?: string;
  readonly to?: string;
  readonly compare?: Comparison | 'none';
}

/** The request's query string, keys in a fixed order so that equal requests are equal text. */
export function dashboardPath(tenantId: string, request: DashboardRequest): string {
  const search = new URLSearchParams();
  for (const name of ['timeframe', 'from', 'to', 'compare'] as const) {
    const value = request[name];
    if (value !== undefined) search.set(name, value);
  }
  const text = search.toString();
  return `/api/analytics/dashboard/${encodeURIComponent(tenantId)}${text ? `?${text}` : ''}`;
}
