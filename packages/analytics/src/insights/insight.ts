import type { AnswerRow, AnswerValue, MetricQuery, Unit } from '@olympus/semantic';

export const insightKinds = [
  'anomaly',
  'level_shift',
  'trend',
  'record',
  'mix_shift',
  'concentration',
  'new_member',
  'vanished_member',
  'stock_risk',
] as const;
export type InsightKind = (typeof insightKinds)[number];

/** A result that proves a finding. Cells are named `<id>/<row>/<column>`, rows from 0. */
export interface Evidence {
  readonly id: string;
  /** Asked again it gives these rows, while the data stays. */
  readonly query: MetricQuery | null;
  /** The operation that computed the rows, where they are no query's. */
  readonly operation: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly AnswerRow[];
}

/** How a number comes from cells: |a − b|, |a − b| ÷ |b|, a ÷ b, a ÷ sum, or as a model computed it. */
export type FigureOrigin =
  | 'cell'
  | 'difference'
  | 'ratio'
  | 'quotient'
  | 'share'
  | 'slope'
  | 'count';

/** A number of a sentence before it is written. */
export interface Figure {
  readonly kind: 'figure';
  readonly value: number;
  readonly format: Unit | 'percent' | 'days';
  readonly origin: FigureOrigin;
  readonly cells: readonly string[];
}

/** A name of a sentence: of the model, of a group, of a day. */
export type Name =
  | { readonly kind: 'metric'; readonly name: string }
  | { readonly kind: 'dimension'; readonly name: string }
  | { readonly kind: 'value'; readonly dimension: string; readonly value: AnswerValue }
  | { readonly kind: 'day'; readonly date: string };

/** What a sentence is made of: a template's key and what stands in its places. */
export interface Told {
  readonly template: string;
  readonly places: Readonly<Record<string, Figure | Name>>;
}

/** A small picture of a finding. */
export type InsightChart =
  | {
      readonly kind: 'line';
      readonly unit: Unit;
      readonly points: readonly {
        readonly t: string;
        readonly value: number | null;
        readonly low: number | null;
        readonly high: number | null;
        readonly marked: boolean;
      }[];
    }
  | {
      readonly kind: 'bars';
      readonly unit: Unit;
      readonly bars: readonly {
        readonly label: string;
        readonly value: number;
        readonly previous: number | null;
      }[];
    };

export const insightActions = ['explain', 'check_payments', 'reorder', 'look_closer'] as const;
export type InsightAction = (typeof insightActions)[number];

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Something that may be worth telling. */
export interface Candidate {
  readonly kind: InsightKind;
  /** Findings of one subject are the same story; the best of them is told. */
  readonly subject: string;
  readonly metric: string;
  readonly direction: 'up' | 'down' | 'none';
  /** Chance of a finding as strong where there is nothing. */
  readonly pValue: number;
  /** Money at stake, in the tenant's currency, ≥ 0. */
  readonly money: number;
  readonly told: Told;
  readonly evidence: readonly Evidence[];
  readonly chart: InsightChart;
  readonly action: InsightAction;
  /** What it is about, and what to hold it against. */
  readonly span: Span;
  readonly compare: Span | null;
}

export const figure = (
  value: number,
  format: Figure['format'],
  origin: FigureOrigin,
  ...cells: readonly string[]
): Figure => ({ kind: 'figure', value, format, origin, cells });
