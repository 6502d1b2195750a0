import type { QuestionSpan } from '@olympus/sdk';
import { useTexts } from '../messages/use-texts.js';
import { partsOf } from './question-parts.js';
import { MARKS } from './roles.js';

/** The question with the parts that were understood marked by what they were taken for. */
export function HighlightedQuestion({
  question,
  spans,
}: {
  readonly question: string;
  readonly spans: readonly QuestionSpan[];
}) {
  const { t } = useTexts();
  return (
    <span className="[overflow-wrap:anywhere]">
      {partsOf(question, spans).map(({ text, from, role }) =>
        role === undefined ? (
          <span key={from}>{text}</span>
        ) : (
          <mark
            key={from}
            title={t(`ask.role.${role}`)}
            className={`rounded-[3px] border-b-2 bg-transparent text-text ${MARKS[role]}`}
          >
            {text}
          </mark>
        ),
      )}
    </span>
  );
}
