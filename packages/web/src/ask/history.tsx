import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { conversationsQuery, unansweredQuery } from './questions.js';

const SHOWN = 15;

/** What this reader asked before; choosing a question asks it again, of today's data. */
export function History({
  tenantId,
  mends,
  onAsk,
}: {
  readonly tenantId: string;
  /** The reader can declare metrics, and so wants to know what could not be answered. */
  readonly mends: boolean;
  readonly onAsk: (question: string) => void;
}) {
  const { t } = useTexts();
  const { data } = useQuery({
    ...conversationsQuery.options(tenantId, undefined),
    staleTime: 30_000,
    retry: false,
  });
  // a follow-up says nothing without what it follows: only first questions are listed
  const begun = (data ?? []).flatMap(({ questions }) => questions.at(-1) ?? []);
  const seen = new Set<string>();
  const asked = begun.filter(({ question }) => {
    if (question.trim() === '' || seen.has(question)) return false;
    seen.add(question);
    return true;
  });
  if (asked.length === 0) return null;
  return (
    <aside aria-labelledby="history" className="min-w-0 lg:pt-4">
      <h2 id="history" className="font-medium text-text-3 text-xs">
        {t('ask.yours')}
      </h2>
      <ul className="mt-1">
        {asked.slice(0, SHOWN).map(({ id, question, outcome }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onAsk(question)}
              className="-mx-2 min-h-8 w-full rounded-control px-2 py-1 text-start text-text-2 transition-colors hover:bg-surface-2 hover:text-text pointer-coarse:min-h-11"
            >
              <span className="line-clamp-2 [overflow-wrap:anywhere]">{question}</span>
              {outcome !== 'answer' && (
                <span className="text-text-3 text-xs">{t(`ask.outcome.${outcome}`)}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {mends && <Unanswered tenantId={tenantId} />}
    </aside>
  );
}

/** Everyone's questions that were declined or asked back, like ones together, most frequent first. */
function Unanswered({ tenantId }: { readonly tenantId: string }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const { data, isError } = useQuery({
    ...unansweredQuery.options(tenantId, undefined),
    enabled: open,
    retry: false,
  });
  return (
    <details className="mt-4" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-6 cursor-pointer font-medium text-text-3 text-xs pointer-coarse:min-h-11">
        {t('ask.unanswered')}
      </summary>
      {isError && <p className="mt-1 text-text-2">{t('ask.unansweredFailed')}</p>}
      {data?.length === 0 && <p className="mt-1 text-text-2">{t('ask.allAnswered')}</p>}
      <ul className="mt-1 space-y-1.5">
        {data?.slice(0, SHOWN).map(({ question, count, outcome }) => (
          <li key={question} className="text-text-2 [overflow-wrap:anywhere]">
            {question}
            <span className="block text-text-3 text-xs">
              {`${t('ask.times', { count })}, ${t(`ask.outcome.${outcome}`)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
