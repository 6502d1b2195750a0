import type { ProposedSynonym } from '../../linking/index.js';
import type { QuestionLanguage } from '../../locales/index.js';
import type { Frame } from './frame.js';

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

/** The question has two to four meanings, or a word of it is only near to what is known: up to four. */
export interface Clarify {
  readonly kind: 'clarify';
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly frame: Frame }[];
  readonly spans: readonly Span[];
  readonly language: QuestionLanguage;
}

/** Why a question is declined, and what that is about. */
export type DeclineCause =
  | { readonly reason: 'empty' | 'too_long' }
  | {
      readonly reason:
        | 'unknown_metric'
        | 'unknown_dimension'
        | 'unknown_value'
        | 'unknown_term'
        | 'unknown_time'
        | 'out_of_scope'
        | 'unsupported'
        | 'nothing_to_undo';
      /** The words to blame; empty when it is the question as a whole. */
      readonly said: string;
    }
  | { readonly reason: 'not_joinable'; readonly metric: string; readonly dimension: string };

export type DeclineReason = DeclineCause['reason'];

/** The question cannot be answered from this catalogue. */
export type Decline = DeclineCause & {
  readonly kind: 'decline';
  /** In the question's language. */
  readonly message: string;
  /** Questions that can be answered. */
  readonly suggestions: readonly string[];
  readonly spans: readonly Span[];
  readonly language: QuestionLanguage;
};

export type Outcome = Answer | Clarify | Decline;
