import type { Polarity, Unit } from '@olympus/semantic';

/** What a tile shows: one number, what it was before, and how it went. */
export interface Tile {
  readonly metric: string;
  readonly label: string;
  readonly description: string;
  readonly unit: Unit;
  readonly polarity: Polarity;
  readonly value: number | null;
  readonly previous: number | null;
  readonly change: number | null;
  /** `points`: the difference of two ratios; `ratio`: relative to the previous value. */
  readonly change_kind: 'ratio' | 'points';
  readonly series: readonly SeriesPoint[];
}

export interface SeriesPoint {
  /** Local start of the bucket. */
  readonly t: string;
  readonly value: number | null;
  /** The bucket is not over, or only partly inside the range. */
  readonly incomplete?: true;
}

export interface Series {
  readonly metric: string;
  readonly label: string;
  readonly unit: Unit;
  readonly points: readonly SeriesPoint[];
  readonly previous: readonly SeriesPoint[] | null;
}

export interface Breakdown {
  readonly dimension: string;
  readonly label: string;
  readonly metric: string;
  readonly rows: readonly {
    readonly key: string | null;
    readonly label: string;
    readonly value: number | null;
    readonly previous: number | null;
    readonly change: number | null;
    /** Of the total; null when that is 0 or unknown. */
    readonly share: number | null;
  }[];
  /** What all groups that are not shown make together; null when all are shown. */
  readonly other: number | null;
  readonly total: number | null;
}

export interface DashboardQuality {
  readonly events: number;
  readonly dead_letters_open: number;
  readonly sales_lines: number;
  readonly lines_without_customer: number;
  readonly lines_without_cost: number;
  readonly latest_problems: readonly { readonly code: string; readonly count: number }[];
}

/** What `GET /api/analytics/dashboard/{tenant_id}` answers. */
export interface Dashboard {
  readonly tenant_id: string;
  readonly name: string;
  readonly timeframe: string;
  readonly range: { readonly from: string; readonly to: string; readonly time_zone: string };
  readonly comparison: { readonly from: string; readonly to: string } | null;
  readonly grain: string;
  readonly currency: string;
  readonly locale: string;
  readonly generated_at: string;
  /** A newer one is being built: data pours in faster than it can be summed up. Ask again in a moment. */
  readonly stale?: true;
  readonly freshness: {
    readonly data_through: string | null;
    readonly last_received_at: string | null;
    /** By what was last received: within 5 minutes, within 24 hours, longer ago, never. */
    readonly status: 'live' | 'recent' | 'late' | 'empty';
  };
  readonly tiles: readonly Tile[];
  readonly series: readonly Series[];
  readonly breakdowns: readonly Breakdown[];
  readonly quality: DashboardQuality;
}
