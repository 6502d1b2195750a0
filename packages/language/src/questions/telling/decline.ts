import { type Catalogue, namedIn } from '../../linking/index.js';
import { locales, type QuestionLanguage } from '../../locales/index.js';
import type { Decline, DeclineCause, Span } from '../frame/outcome.js';
import { fill, labelOf } from './labels.js';
import { nearQuestions } from './near-questions.js';

/** A decline as it is told: why, and what can be asked instead. @param text  the question */
export function declineOf(
  cause: DeclineCause,
  text: string,
  catalogue: Catalogue,
  language: QuestionLanguage,
  spans: readonly Span[] = [],
): Decline {
  return {
    kind: 'decline',
    ...cause,
    message: messageOf(cause, namedIn(catalogue, language), language, spans),
    suggestions: nearQuestions(text, saidIn(cause), catalogue, language),
    spans,
    language,
  };
}

function messageOf(
  cause: DeclineCause,
  catalogue: Catalogue,
  language: QuestionLanguage,
  spans: readonly Span[],
): string {
  const { texts } = locales[language];
  const known = catalogue.metrics
    .slice(0, 4)
    .map((metric) => metric.label)
    .join(', ');
  const canAsk = fill(texts.nothing, known);
  switch (cause.reason) {
    case 'empty':
    case 'too_long':
      return canAsk;
    case 'not_joinable':
      return fill(
        texts.notJoinable,
        labelOf(catalogue, cause.metric),
        labelOf(catalogue, cause.dimension),
      );
    default: {
      if (cause.said === '') return canAsk;
      const template = cause.reason === 'unsupported' ? texts.unsupported : texts.unknown;
      const told = fill(template, cause.said.slice(0, 80));
      const understood = understoodIn(spans, cause.said);
      if (understood.length === 0) return `${told} ${canAsk}`;
      return fill(texts.understood, told.replace(/[.。]$/u, ''), understood.join(', '));
    }
  }
}

/** The words of parts that were understood, where one of them says what the question is about. */
function understoodIn(spans: readonly Span[], said: string): readonly string[] {
  if (!spans.some(({ role }) => role === 'metric')) return [];
  const told = spans.filter(
    ({ role, text }) => role !== 'unknown' && text.length > 1 && !said.includes(text),
  );
  return [...new Set(told.map(({ text }) => text))];
}

const saidIn = (cause: DeclineCause): string => ('said' in cause ? cause.said : '');
