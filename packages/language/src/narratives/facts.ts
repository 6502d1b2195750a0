/** A computed number and the result cell it stands in, for example "r1/0/net_sales". */
export interface CellFigure {
  readonly value: number;
  readonly cell: string;
}

/** A stretch of time: half-open ISO dates, or a label in the reader's language. */
export type NarrativePeriod =
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'label'; readonly label: string };

/** What a number measures and how it is written. */
export interface NarratedMetric {
  /** In the reader's language. */
  readonly label: string;
  readonly format:
    | { readonly kind: 'currency'; readonly currency: string }
    | { readonly kind: 'number'; readonly maximumFractionDigits?: number }
    /** A ratio: .05 is written as 5 %; changes of it are percentage points. */
    | { readonly kind: 'ratio' }
    /**
     * A count of something, named in the plural categories of the reader's language (CLDR):
     * { one: 'order', other: 'orders' }. A missing category falls back to `other`.
     */
    | { readonly kind: 'count'; readonly nouns: PluralForms };
}

/** The forms of a noun by CLDR plural category. */
export type PluralForms = { readonly other: string } & Partial<
  Readonly<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>
>;

/** A computed number of one member of a dimension. */
export interface MemberFigure extends CellFigure {
  readonly label: string;
}

/** A metric over a period, compared with another period if `previous` is given. */
export interface SummaryFact {
  readonly kind: 'summary';
  readonly metric: NarratedMetric;
  readonly period: NarrativePeriod;
  readonly current: CellFigure;
  readonly previous?: CellFigure & { readonly period: NarrativePeriod };
  /** Largest members, best first; shares are told when the metric is additive. */
  readonly members?: { readonly isAdditive: boolean; readonly figures: readonly MemberFigure[] };
  /** Values over time, in order; the highest and lowest are told. */
  readonly series?: readonly (CellFigure & { readonly period: NarrativePeriod })[];
}

/** A value against the range that was expected of it. */
export interface AnomalyFact {
  readonly kind: 'anomaly';
  readonly metric: NarratedMetric;
  readonly period: NarrativePeriod;
  readonly actual: CellFigure;
  readonly expected: CellFigure;
  readonly low: CellFigure;
  readonly high: CellFigure;
}

/** How members of a dimension add up to a change between two periods. */
export interface DriversFact {
  readonly kind: 'drivers';
  readonly metric: NarratedMetric;
  readonly period: NarrativePeriod;
  readonly previousPeriod: NarrativePeriod;
  readonly dimension: string;
  readonly change: CellFigure;
  /** Change of each member; together they are the whole change or a part of it. */
  readonly contributions: readonly MemberFigure[];
}

/** A forecast with its interval. */
export interface ForecastFact {
  readonly kind: 'forecast';
  readonly metric: NarratedMetric;
  readonly period: NarrativePeriod;
  readonly forecast: CellFigure;
  readonly low: CellFigure;
  readonly high: CellFigure;
  /** Probability that the interval was made to cover, for example .95. */
  readonly level: CellFigure;
}

/** What can be told. */
export type NarrativeFact = SummaryFact | AnomalyFact | DriversFact | ForecastFact;
