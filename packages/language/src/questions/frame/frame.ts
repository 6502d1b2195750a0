import type { Study } from '../studies/study.js';

/** The step of a series. */
export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A condition; several values of one filter mean any of them. `dimension` may also name a metric. */
export interface FrameFilter {
  readonly dimension: string;
  readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte' | 'contains';
  readonly values: readonly (string | number | boolean)[];
}

/** Half-open ISO dates in the tenant's zone. */
export interface FrameTime {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** What the frame's time is set against; `from` and `to` are there whenever the frame has a time. */
export interface FrameComparison {
  readonly kind: 'previous_period' | 'same_period_last_year' | 'range';
  readonly from?: string;
  readonly to?: string;
  readonly label?: string;
}

/** What an operator wants done, with what was named. Proposed only: nobody here executes it. */
export interface FrameCommand {
  readonly type: CommandType;
  readonly entities: CommandEntities;
}

export type CommandType =
  | 'create_order'
  | 'view_analytics'
  | 'search_customers'
  | 'update_inventory'
  | 'generate_report';

/** Everything of use that a command named. */
export interface CommandEntities {
  readonly dates: readonly FrameTime[];
  readonly money: readonly { readonly amount: number; readonly currency: string }[];
  readonly numbers: readonly number[];
  readonly products: readonly string[];
  readonly customers: readonly string[];
  readonly locations: readonly string[];
}

export type Chart = 'number' | 'bar' | 'line' | 'table' | 'funnel' | 'cohort';

export interface FrameOrder {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

/** `window` is in steps of the grain. */
export interface FrameTransform {
  readonly kind: 'share' | 'moving_average' | 'cumulative';
  readonly window: number | null;
}

/** One side of a ratio: a metric, under filters of its own beside those of the frame. */
export interface FrameTerm {
  readonly metric: string;
  readonly filters: readonly FrameFilter[];
}

/**
 * A metric by a metric, made on the spot: "cancellations per booking". The frame's metrics are those
 * of both sides; it is ordered by `ratio`. Where the denominator is zero there is no ratio.
 */
export interface FrameRatio {
  readonly numerator: FrameTerm;
  readonly denominator: FrameTerm;
}

/** What an order names that is by the ratio of a frame. */
export const ratioName = 'ratio';

/** Which groups a table names: the largest, or those that rose or fell most against `compare`. */
export interface FrameRanking {
  readonly by: 'value' | 'rise' | 'fall';
  /** A dimension of the frame: the limit holds inside each of its values. */
  readonly per: string | null;
}

/** How far ahead a forecast reaches: `n` steps of the grain. */
export interface FrameHorizon {
  readonly n: number;
  readonly grain: Grain;
}

/** What every frame of figures may select. */
interface Selection {
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly filters: readonly FrameFilter[];
  readonly study: null;
  readonly command: null;
  readonly chart: Chart;
}

/** Figures as a table: its rows in order, the first of them, something made of each. */
interface Tabulated extends Selection {
  readonly time: FrameTime | null;
  readonly grain: Grain | null;
  readonly order: readonly FrameOrder[];
  readonly limit: number | null;
  readonly transform: FrameTransform | null;
  readonly ratio: FrameRatio | null;
  /** Null for the usual: the first rows of all. */
  readonly ranking: FrameRanking | null;
  readonly horizon: null;
  readonly steps: readonly [];
}

/** What is computed from figures and has no rows to order, cut or transform. */
interface Computed extends Selection {
  readonly order: readonly [];
  readonly limit: null;
  readonly transform: null;
  readonly ratio: null;
  readonly ranking: null;
}

/** Figures as they are. Set against another time they are a {@link CompareFrame}. */
export interface QueryFrame extends Tabulated {
  readonly intent: 'query';
  readonly compare: null;
}

/** Figures beside those of another time, or values of a dimension beside each other. */
export interface CompareFrame extends Tabulated {
  readonly intent: 'compare';
  /** Null when values are compared. */
  readonly compare: FrameComparison | null;
}

/** Why figures changed against `compare`, over the whole of both times. */
export interface ExplainFrame extends Computed {
  readonly intent: 'explain';
  readonly time: FrameTime | null;
  readonly grain: null;
  readonly compare: FrameComparison;
  readonly horizon: null;
  readonly steps: readonly [];
}

/** What figures will be, from all of their past; without a horizon as far as the answer reaches by itself. */
export interface ForecastFrame extends Computed {
  readonly intent: 'forecast';
  /** The time ahead that was named, such as the next October; the horizon reaches its end. */
  readonly time: FrameTime | null;
  /** The step of the forecast; null for that of the horizon. */
  readonly grain: Grain | null;
  readonly compare: null;
  readonly horizon: FrameHorizon | null;
  readonly steps: readonly [];
}

/** How many go from each event to the next. */
export interface FunnelFrame extends Computed {
  readonly intent: 'funnel';
  readonly time: FrameTime | null;
  readonly grain: Grain | null;
  readonly compare: FrameComparison | null;
  readonly horizon: null;
  /** Events in order. */
  readonly steps: readonly string[];
}

/** Who comes back (`retention`), or what stands out (`anomalies`). */
export interface PatternFrame extends Computed {
  readonly intent: 'retention' | 'anomalies';
  readonly time: FrameTime | null;
  readonly grain: Grain | null;
  readonly compare: null;
  readonly horizon: null;
  readonly steps: readonly [];
}

/** A frame that figures answer. */
export type FigureFrame =
  | QueryFrame
  | CompareFrame
  | ExplainFrame
  | ForecastFrame
  | FunnelFrame
  | PatternFrame;

/** What an engine of its own answers, for some time, filters and at most one breakdown. */
export interface StudyFrame {
  readonly intent: 'study';
  readonly study: Study;
  readonly metrics: readonly [];
  readonly dimensions: readonly string[];
  readonly filters: readonly FrameFilter[];
  readonly time: FrameTime | null;
  readonly grain: Grain | null;
  readonly compare: null;
  readonly order: readonly [];
  readonly limit: null;
  readonly horizon: null;
  readonly steps: readonly [];
  readonly transform: null;
  readonly ratio: null;
  readonly ranking: null;
  readonly command: null;
  readonly chart: Chart;
}

/** What can be asked, or what the metrics mean. */
export interface HelpFrame {
  readonly intent: 'help';
  readonly metrics: readonly string[];
  readonly dimensions: readonly [];
  readonly filters: readonly [];
  readonly time: null;
  readonly grain: null;
  readonly compare: null;
  readonly order: readonly [];
  readonly limit: null;
  readonly horizon: null;
  readonly steps: readonly [];
  readonly transform: null;
  readonly ratio: null;
  readonly ranking: null;
  readonly study: null;
  readonly command: null;
  readonly chart: Chart;
}

/** An operator's command, proposed to be carried out elsewhere. */
export interface CommandFrame {
  readonly intent: 'command';
  readonly metrics: readonly [];
  readonly dimensions: readonly [];
  readonly filters: readonly [];
  /** The time of a report or a view. */
  readonly time: FrameTime | null;
  readonly grain: null;
  readonly compare: null;
  readonly order: readonly [];
  readonly limit: null;
  readonly horizon: null;
  readonly steps: readonly [];
  readonly transform: null;
  readonly ratio: null;
  readonly ranking: null;
  readonly study: null;
  readonly command: FrameCommand;
  readonly chart: Chart;
}

/**
 * A question as an exact query over a catalogue. Every frame has every part, also as JSON; the
 * intent says which may hold something.
 */
export type Frame = FigureFrame | StudyFrame | HelpFrame | CommandFrame;

/** What a question wants to be done. */
export type Intent = Frame['intent'];

/** The parts of a frame whatever its intent, as they come from outside before `checkFrame`. */
export type FrameParts = { readonly [K in keyof Frame]: Frame[K] };

/** The frame that asks nothing. */
export const emptyFrame = {
  intent: 'query',
  metrics: [],
  dimensions: [],
  filters: [],
  time: null,
  grain: null,
  compare: null,
  order: [],
  limit: null,
  horizon: null,
  steps: [],
  transform: null,
  ratio: null,
  ranking: null,
  study: null,
  command: null,
  chart: 'number',
} as const satisfies QueryFrame;
