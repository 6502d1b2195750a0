import { Problem } from '@olympus/core';
import {
  type Answer,
  type Catalogue,
  checkFrame,
  type Frame,
  type FrameParts,
  type Intent,
  interpret,
  locales,
  type Outcome,
  type QuestionLanguage,
} from '@olympus/language';
import type { TenantLanguage } from './tenant-parsers.js';

/** Frames before an answer that its follow-ups look back on. */
const longestHistory = 20;

/** Help and commands are read from words only. */
const answerable: readonly Intent[] = [
  'query',
  'compare',
  'explain',
  'forecast',
  'anomalies',
  'funnel',
  'retention',
  'study',
];

/** A frame as it is sent; one that was kept by an older version may lack its latest parts. */
export type ProposedFrame = Omit<FrameParts, 'ratio' | 'ranking' | 'study'> & {
  readonly [Part in 'ratio' | 'ranking' | 'study']?: FrameParts[Part] | undefined;
};

/**
 * Reads a question, or takes the frame that was proposed before instead of its words.
 * @throws Problem `invalid_frame` where that does not fit the catalogue or cannot be asked for
 */
export function readQuestion(
  request: {
    readonly question: string;
    readonly locale?: string | undefined;
    readonly previous?: Answer | undefined;
    readonly frame?: ProposedFrame | undefined;
  },
  { parser, catalogue, tenant }: TenantLanguage,
): Outcome {
  const { question, frame: proposed, previous, locale } = request;
  if (proposed === undefined) return parser.parse(question, { previous, locale });
  const frame = acceptFrame(proposed, catalogue);
  const language = previous?.language ?? tongueOf(locale ?? tenant.locale);
  return {
    kind: 'answer',
    frame,
    confidence: 1,
    interpretation: interpret(frame, catalogue, language),
    assumptions: [],
    spans: [],
    language,
    history:
      previous === undefined ? [] : [previous.frame, ...previous.history].slice(0, longestHistory),
  };
}

/** The language of a locale, if questions can be asked in it; else English. */
export function tongueOf(locale: string): QuestionLanguage {
  const code = locale.slice(0, 2).toLowerCase();
  return (Object.keys(locales) as QuestionLanguage[]).find((known) => known === code) ?? 'en';
}

/** The frame as the catalogue knows it, checked like one from anywhere. */
function acceptFrame(frame: ProposedFrame, catalogue: Catalogue): Frame {
  const { intent } = frame;
  if (!answerable.includes(intent)) {
    throw new Problem({
      code: 'invalid_frame',
      kind: 'invalid',
      message: `A frame of the intent "${intent}" cannot be asked for`,
      at: '/frame/intent',
      remedy: `Use one of ${answerable.join(', ')}.`,
    });
  }
  const checked = checkFrame(frame, catalogue);
  if (checked.kind !== 'invalid') return checked.frame;
  const [first] = checked.problems;
  throw new Problem({
    code: 'invalid_frame',
    kind: 'invalid',
    message: `The frame does not fit the model: ${first?.message ?? 'it cannot be read'}`,
    remedy: 'Send one that an answer or an option gave, or the question alone.',
    at: pointerTo(first?.path ?? ''),
  });
}

/** `filters[0].values` as the JSON pointer of the request's member: `/frame/filters/0/values`. */
const pointerTo = (path: string): string =>
  ['/frame', ...path.split(/[.[\]]+/).filter((part) => part !== '')].join('/');
