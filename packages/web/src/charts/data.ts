import type { Grain, LocalRange, Polarity, Unit } from '@olympus/sdk';
import type { Slot } from './palette.js';

/** What a chart counts in; durations are in seconds. */
export type ChartUnit = Unit | 'duration';

/** One value: of a bucket of time or of a category. */
export interface ChartPoint {
  /** A bucket's local start (`YYYY-MM-DD`, `YYYY-MM-DDTHH:00`), or a category's key. */
  readonly at: string;
  /** A category's name; buckets of time are named by their grain. */
  readonly label?: string;
  /** null: there is no value. It is drawn as a gap, never as zero. */
  readonly value: number | null;
  /** What was forecast, or expected. */
  readonly expected?: number | null;
  /** The interval around the expected value. */
  readonly low?: number | null;
  readonly high?: number | null;
  /** The bucket goes on, or only a part of it lies in the range. */
  readonly provisional?: 'running' | 'partial';
  /** Outside of what was expected. */
  readonly flagged?: boolean;
}

export interface ChartSeries {
  readonly key: string;
  readonly label: string;
  readonly points: readonly ChartPoint[];
  /** The compared period's points, aligned by position. */
  readonly compared?: readonly ChartPoint[] | null;
  /** The series' colour, pattern and marker; by position where it is left out. */
  readonly slot?: Slot;
}

/** Something that happened on a date: a release, a price change, a campaign. */
export interface ChartAnnotation {
  readonly at: string;
  readonly label: string;
}

export type ChartAxis =
  | { readonly kind: 'time'; readonly grain: Grain }
  | { readonly kind: 'category'; readonly label: string };

/** Series over time or by category: what lines, areas, bars, stacks and bands are drawn from. */
export interface SeriesData {
  /** What is measured: "Revenue". */
  readonly title: string;
  readonly unit: ChartUnit;
  readonly axis: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly annotations?: readonly ChartAnnotation[];
  readonly range?: LocalRange;
  readonly comparison?: LocalRange | null;
  /** How changes against the compared points are told; a relative change of neutral worth if left out. */
  readonly change?: { readonly kind: 'ratio' | 'points'; readonly polarity: Polarity };
  /** What lies between low and high: a forecast's interval, the usual range of actual values, or an estimate's interval. */
  readonly band?: { readonly kind: 'forecast' | 'expected' | 'estimate'; readonly level?: number };
}

/** undefined: not reached yet; null: no value; 'hidden': too few people to show. */
export type HeatCell = number | null | 'hidden' | undefined;

/** A value for each pair of a row and a column: cohorts by age, weekdays by hour. */
export interface HeatData {
  readonly title: string;
  readonly unit: ChartUnit;
  readonly rowLabel: string;
  readonly columnLabel: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    /** How large the row is: a cohort's customers. */
    readonly size?: number;
    /** By column. */
    readonly cells: readonly HeatCell[];
    /** What each cell is called, beneath its value where rows are high enough. */
    readonly names?: readonly string[];
    /** By column: whether the value may still change, as its period goes on. */
    readonly unfinished?: readonly boolean[];
  }[];
  /** Values lie on both sides of zero. */
  readonly diverging?: boolean;
}

export interface FunnelSegment {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly slot?: Slot;
}

/** Steps that ever fewer take, each optionally divided into segments. */
export interface FunnelData {
  readonly title: string;
  readonly unit: ChartUnit;
  readonly steps: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: number;
    readonly segments?: readonly FunnelSegment[];
  }[];
}

/** How many went from where to where. Links lead from a lower layer to a higher one. */
export interface SankeyData {
  readonly title: string;
  readonly unit: ChartUnit;
  readonly nodes: readonly {
    readonly key: string;
    readonly label: string;
    readonly slot?: Slot;
    /** Its step, from 0; by its longest way from a source where it is left out. */
    readonly layer?: number;
  }[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly value: number;
  }[];
}

/** Two measures of each of many things. */
export interface ScatterData {
  readonly title: string;
  readonly x: { readonly label: string; readonly unit: ChartUnit };
  readonly y: { readonly label: string; readonly unit: ChartUnit };
  readonly groups: readonly {
    readonly key: string;
    readonly label: string;
    readonly slot?: Slot;
    readonly points: readonly {
      readonly key: string;
      readonly label: string;
      readonly x: number;
      readonly y: number;
    }[];
  }[];
}

/** How a value came from one to another: steps that add up to the difference. */
export interface WaterfallData {
  readonly title: string;
  /** What the steps are: "Channel". */
  readonly by: string;
  readonly unit: ChartUnit;
  readonly start: { readonly label: string; readonly value: number };
  readonly end: { readonly label: string; readonly value: number };
  readonly steps: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: number;
    /** Several small ones together. */
    readonly pooled?: boolean;
  }[];
}
