import type { Polarity, Unit } from './dashboard.js';
import type { Grain, LocalRange } from './time.js';

/** A question as an exact query, as an answer or an option gives it; may be sent back as it is. */
export interface Frame {
  readonly intent:
    | 'query'
    | 'compare'
    | 'explain'
    | 'forecast'
    | 'funnel'
    | 'retention'
    | 'anomalies'
    | 'help'
    | 'command';
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly filters: readonly {
    readonly dimension: string;
    readonly operator: string;
    readonly values: readonly (string | number | boolean)[];
  }[];
  /** Half-open local dates. */
  readonly time: (LocalRange & { readonly label: string }) | null;
  readonly grain: Grain | null;
  readonly compare: {
    readonly kind: 'previous_period' | 'same_period_last_year' | 'range';
    readonly from?: string;
    readonly to?: string;
    readonly label?: string;
  } | null;
  readonly order: readonly { readonly by: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit: number | null;
  readonly horizon: { readonly n: number; readonly grain: Grain } | null;
  readonly steps: readonly string[];
  readonly transform: {
    readonly kind: 'share' | 'moving_average' | 'cumulative';
    readonly window: number | null;
  } | null;
  readonly command: object | null;
  readonly chart: 'number' | 'bar' | 'line' | 'table' | 'funnel' | 'cohort';
}

/** What a part of the question was taken for; offsets are UTF-16 units of the question. */
export interface QuestionSpan {
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
  readonly text: string;
}

/** A word that the asker taught by correcting, for the tenant to keep. */
export interface ProposedSynonym {
  readonly kind: 'metric' | 'dimension' | 'event';
  readonly name: string;
  readonly language: string;
  readonly phrase: string;
}

/** The question was understood as `interpretation` says; whatever was guessed is an assumption. */
export interface QuestionAnswered {
  readonly kind: 'answer';
  readonly frame: Frame;
  readonly confidence: number;
  readonly interpretation: string;
  readonly assumptions: readonly string[];
  readonly spans: readonly QuestionSpan[];
  readonly language: string;
  readonly synonym?: ProposedSynonym;
  /** What a command still needs. */
  readonly missing?: readonly string[];
}

/** The question has several meanings; sending an option's frame chooses one. */
export interface QuestionUnclear {
  readonly kind: 'clarify';
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly frame: Frame }[];
  readonly spans: readonly QuestionSpan[];
  readonly language: string;
}

export interface QuestionDeclined {
  readonly kind: 'decline';
  readonly reason: string;
  readonly message: string;
  readonly suggestions: readonly string[];
  readonly spans: readonly QuestionSpan[];
  readonly language: string;
}

export type QuestionOutcome = QuestionAnswered | QuestionUnclear | QuestionDeclined;

export interface AskColumn {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime';
  readonly unit?: Unit;
  readonly polarity?: Polarity;
  readonly role:
    | 'dimension'
    | 'time'
    | 'metric'
    | 'previous'
    | 'change'
    | 'transformed'
    | 'forecast'
    | 'low'
    | 'high'
    | 'expected'
    | 'contribution'
    | 'flag';
}

export type AskRow = Readonly<Record<string, string | number | boolean | null>>;

/** A table of an answer; insights point at its cells as `<id>/<row>/<column>`. */
export interface AskTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly AskColumn[];
  readonly rows: readonly AskRow[];
}

/** The figures of an answer: the first table is the answer, the others explain it. */
export interface AskData {
  readonly chart: Frame['chart'];
  readonly tables: readonly AskTable[];
  readonly grain: Grain | null;
  readonly range: LocalRange | null;
  readonly comparison_range: LocalRange | null;
  readonly time_zone: string;
  readonly currency: string;
  readonly freshness: {
    readonly data_through: string | null;
    readonly last_received_at: string | null;
  };
  readonly truncated: boolean;
  /** What a reader has to know to read the figures right. */
  readonly notes: readonly string[];
  /** Only for callers who may see it. */
  readonly sql?: readonly string[];
}

/** A sentence told from the figures; each number in it names its cells. */
export interface Insight {
  readonly text: string;
  readonly parts: readonly (
    | { readonly kind: 'text' | 'label'; readonly text: string }
    | {
        readonly kind: 'figure';
        readonly text: string;
        readonly value: number;
        readonly origin:
          | { readonly kind: 'cell'; readonly cell: string }
          | { readonly kind: string; readonly cells: readonly string[] };
      }
  )[];
}

/** An editable part of an answered question. */
export interface QuestionChip {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly span?: { readonly from: number; readonly to: number };
  /** The frame without this part; absent when the question cannot do without it. */
  readonly without?: Frame;
}

export interface AskAnswer {
  readonly question: string;
  readonly outcome: QuestionOutcome;
  readonly frame: Frame | null;
  readonly data: AskData | null;
  readonly insights: readonly Insight[];
  readonly confidence: number | null;
  readonly chips: readonly QuestionChip[];
  /** Questions to go on with. */
  readonly suggestions: readonly string[];
  /** To be sent with the next question, so that it can change this answer. */
  readonly conversation_id: string;
}

export interface Question {
  readonly tenant_id: string;
  /** Up to 2,000 characters. */
  readonly question: string;
  readonly conversation_id?: string;
  /** BCP 47; the words of the question weigh more. */
  readonly locale?: string;
  /** Answers this instead of reading the question: an option, or a chip's `without`. */
  readonly frame?: Frame;
}

export interface AskSuggestions {
  /** `text` replaces what was typed from offset `from` on. */
  readonly completions: readonly {
    readonly text: string;
    readonly from: number;
    readonly kind: 'metric' | 'dimension' | 'value' | 'event' | 'time';
  }[];
  /** Whole questions, while nothing is typed. */
  readonly examples: readonly string[];
}

export interface AskedQuestion {
  readonly id: number;
  readonly question: string;
  readonly locale: string | null;
  readonly outcome: QuestionOutcome['kind'];
  readonly reason: string | null;
  readonly interpretation: string | null;
  readonly frame: Frame | null;
  readonly asked_at: string;
}

/** The caller's own questions of one thread, newest first. */
export interface Conversation {
  readonly id: string;
  readonly last_asked_at: string;
  readonly questions: readonly AskedQuestion[];
}

export interface UnansweredQuestion {
  readonly question: string;
  readonly count: number;
  readonly askers: number;
  readonly outcome: QuestionOutcome['kind'];
  readonly reason: string | null;
  readonly last_asked_at: string;
}
