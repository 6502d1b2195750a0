import { useQuery } from '@tanstack/react-query';
import { olympus } from '../app/client.js';

const SHOWN = 15;

const STATES = { answer: '', clarify: 'asked back', decline: 'not answered' } as const;

/** What this reader asked before; choosing a question asks it again, of today's data. */
export function History({
  tenantId,
  onAsk,
}: {
  readonly tenantId: string;
  readonly onAsk: (question: string) => void;
}) {
  const { data } = useQuery({
    queryKey: ['conversations', tenantId],
    queryFn: ({ signal }) => olympus.questions.conversations(tenantId, { signal }),
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
        Your questions
      </h2>
      <ul className="mt-1">
        {asked.slice(0, SHOWN).map(({ id, question, outcome }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onAsk(question)}
              className="-mx-2 min-h-8 w-full rounded-control px-2 py-1 text-left text-text-2 transition-colors hover:bg-surface-2 hover:text-text pointer-coarse:min-h-11"
            >
              <span className="line-clamp-2 [overflow-wrap:anywhere]">{question}</span>
              {STATES[outcome] !== '' && (
                <span className="text-text-3 text-xs">{STATES[outcome]}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
