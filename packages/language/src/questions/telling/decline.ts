import { type Catalogue, namedIn } from '../../linking/index.js';
import { locales, type QuestionLanguage } from '../../locales/index.js';
import type { Decline, DeclineCause, Span } from '../frame/outcome.js';
import { fill, labelOf } from './labels.js';
import { suggestQuestions } from './suggest.js';

/** A decline as it is told: why, and what can be asked instead. */
export function declineOf(
  cause: DeclineCause,
  catalogue: Catalogue,
  language: QuestionLanguage,
  spans: readonly Span[] = [],
): Decline {
  return {
    kind: 'decline',
    ...cause,
    message: messageOf(cause, namedIn(catalogue, language), language),
    suggestions: suggestQuestions(wordsOf(cause), catalogue, language),
    spans,
    language,
  };
}

function messageOf(cause: DeclineCause, catalogue: Catalogue, language: QuestionLanguage): string {
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
      return `${fill(template, cause.said.slice(0, 80))} ${canAsk}`;
    }
  }
}

/** What suggestions are to be near to. */
function wordsOf(cause: DeclineCause): string {
  switch (cause.reason) {
    case 'empty':
    case 'too_long':
      return '';
    case 'not_joinable':
      return `${cause.metric} ${cause.dimension}`;
    default:
      return cause.said;
  }
}
