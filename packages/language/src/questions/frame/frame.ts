import type { ProposedSynonym } from '../../linking/index.js';
import type { QuestionLanguage } from '../../locales/index.js';

/** What a question wants to be done. */
export type Intent =
  | 'query'
  | 'compare'
  | 'explain'
  | 'forecast'
  | 'funnel'
  | 'retention'
  | 'anomalies'
  | 'help'
  | 'command';

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

/** A question as an exact query over a catalogue. */
export interface Frame {
  readonly intent: Intent;
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly filters: readonly FrameFilter[];
  readonly time: FrameTime | null;
  readonly grain: Grain | null;
  readonly compare: FrameComparison | null;
  readonly order: readonly { readonly by: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit: number | null;
  readonly horizon: { readonly n: number; readonly grain: Grain } | null;
  /** Events of a funnel, in order. */
  readonly steps: readonly string[];
  /** `window` is in steps of the grain. */
  readonly transform: {
    readonly kind: 'share' | 'moving_average' | 'cumulative';
    readonly window: number | null;
  } | null;
  readonly command: FrameCommand | null;
  readonly chart: Chart;
}

export type Chart = 'number' | 'bar' | 'line' | 'table' | 'funnel' | 'cohort';

/** What a part of the question was taken for. Offsets are UTF-16 units of the question. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly role:
    | 'metric'
    | 'dimension'
    | 'value'
    | 'time'
    | 'grain'
    | 'comparison'
    | 'condition'
    | 'rank'
    | 'transform'
    | 'intent'
    | 'event'
    | 'unknown';
  readonly value: string;
  /** The words themselves. */
  readonly text: string;
}

/** The question was understood; nothing was guessed that `assumptions` does not say. */
export interface Answer {
  readonly kind: 'answer';
  readonly frame: Frame;
  /** 0–1 */
  readonly confidence: number;
  readonly interpretation: string;
  readonly assumptions: readonly string[];
  readonly spans: readonly Span[];
  readonly language: QuestionLanguage;
  /** A word the person taught by correcting, for the tenant to keep. */
  readonly synonym?: ProposedSynonym;
  /** What a command still needs. */
  readonly missing?: readonly string[];
  /** Frames before this one in the conversation, newest first, for undo. */
  readonly history: readonly Frame[];
}

/**
 * What a follow-up needs of the answer before it. An {@link Answer} is one; so is a frame that the
 * person chose among options or edited: `{ kind: 'answer', frame }`.
 */
export type PreviousAnswer = Pick<Answer, 'kind' | 'frame'> &
  Partial<Pick<Answer, 'spans' | 'language' | 'history'>>;

/** The question has two to four meanings. */
export interface Clarify {
  readonly kind: 'clarify';
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly frame: Frame }[];
  readonly spans: readonly Span[];
  readonly language: QuestionLanguage;
}

export type DeclineReason =
  | 'empty'
  | 'too_long'
  | 'unknown_metric'
  | 'unknown_dimension'
  | 'unknown_value'
  | 'unknown_term'
  | 'unknown_time'
  | 'out_of_scope'
  | 'not_permitted'
  | 'not_joinable'
  | 'unsupported'
  | 'nothing_to_undo';

/** The question cannot be answered from this catalogue. */
export interface Decline {
  readonly kind: 'decline';
  readonly reason: DeclineReason;
  /** In the question's language. */
  readonly message: string;
  /** Questions that can be answered. */
  readonly suggestions: readonly string[];
  readonly spans: readonly Span[];
  readonly language: QuestionLanguage;
}

export type Outcome = Answer | Clarify | Decline;

/** The frame that asks nothing. */
export const emptyFrame: Frame = {
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
  command: null,
  chart: 'number',
};
