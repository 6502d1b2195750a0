import type { Chip, Frame, Narrative, Outcome } from '@olympus/language';
import type { AnswerRow, Polarity, Unit } from '@olympus/semantic';
import type { Freshness } from '../query/query-service.js';

/** What a column of an answer holds. */
export type AskRole =
  | 'dimension'
  | 'time'
  | 'metric'
  | 'previous'
  | 'change'
  /** A share, a running total or a moving average of a metric. */
  | 'transformed'
  | 'forecast'
  | 'low'
  | 'high'
  | 'expected'
  /** How far a group moved the whole; contributions add up to the change. */
  | 'contribution'
  /** Why a row stands out, as text. */
  | 'flag';

export interface AskColumn {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime';
  readonly unit?: Unit;
  /** Whether more of the metric is better. */
  readonly polarity?: Polarity;
  readonly role: AskRole;
}

/** A table of an answer. Insights point at its cells as `<id>/<row>/<column>`, rows from 0. */
export interface AskTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly AskColumn[];
  readonly rows: readonly AnswerRow[];
}

/** The figures behind an answer: the first table is the answer, the others explain it. */
export interface AskData {
  readonly chart: Frame['chart'];
  readonly tables: readonly AskTable[];
  readonly grain: Frame['grain'];
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly comparison_range: { readonly from: string; readonly to: string } | null;
  readonly time_zone: string;
  readonly currency: string;
  readonly freshness: Freshness;
  /** Whether rows were cut off. */
  readonly truncated: boolean;
  /** What a reader has to know to read the figures right. */
  readonly notes: readonly string[];
  /** The statements behind the tables, for those who may see them. */
  readonly sql?: readonly string[];
}

/** A computed fact told in words; every number names the cells it comes from. */
export type Insight = Extract<Narrative, { kind: 'narrative' }>['sentences'][number];

/** What a question came to. */
export interface AskAnswer {
  readonly question: string;
  readonly outcome: Outcome;
  readonly frame: Frame | null;
  /** Null for questions that were not answered, and for help and commands. */
  readonly data: AskData | null;
  readonly insights: readonly Insight[];
  /** 0–1, how sure the reading of the question is; null where there is none. */
  readonly confidence: number | null;
  readonly chips: readonly Chip[];
  /** Questions to go on with. */
  readonly suggestions: readonly string[];
}
