import type { SessionTenant } from '@olympus/sdk';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { NumberStyleProvider } from '../format/style-context.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { TenantPage } from '../shell/tenant-page.js';
import { Button } from '../ui/button.js';
import { ExampleQuestions } from './example-questions.js';
import { History } from './history.js';
import { QuestionField } from './question-field.js';
import { TurnCard } from './turn-card.js';
import { useThread } from './use-thread.js';

/** Questions in plain words, answered with figures. */
export function AskPage() {
  return <TenantPage title="Ask">{(tenant) => <Ask key={tenant.id} tenant={tenant} />}</TenantPage>;
}

function Ask({ tenant }: { readonly tenant: SessionTenant }) {
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false });
  const { turns, ask, again, clear } = useThread(tenant.id);
  const field = useRef<HTMLInputElement>(null);
  const style = useMemo(() => ({ locale: tenant.locale, currency: tenant.currency }), [tenant]);
  const first = turns.at(-1)?.question;
  const mends = tenant.role === 'owner' || tenant.role === 'analyst';

  // An address with a question asks it, once; a question asked here becomes the address.
  const asked = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (q === undefined || q === asked.current) return;
    asked.current = q;
    clear();
    ask(q);
  }, [q, ask, clear]);
  const begin = (question: string) => {
    if (first !== undefined) {
      ask(question);
      return;
    }
    asked.current = question;
    ask(question);
    void navigate({
      to: '/ask',
      search: (before) => ({ ...before, q: question }),
      resetScroll: false,
    });
  };
  const restart = (question?: string) => {
    clear();
    asked.current = question;
    void navigate({
      to: '/ask',
      search: ({ q: _, ...before }) =>
        question === undefined ? before : { ...before, q: question },
    });
    if (question === undefined) field.current?.focus();
    else ask(question);
  };
  useEffect(() => {
    // a keyboard that covers half a phone is for the reader to call
    if (q === undefined && !matchMedia('(pointer: coarse)').matches) field.current?.focus();
  }, [q]);
  useShortcuts([{ keys: '/', does: 'Ask a question', run: () => field.current?.focus() }]);

  return (
    <NumberStyleProvider value={style}>
      <main
        id="content"
        tabIndex={-1}
        aria-busy={turns.some((turn) => turn.pending)}
        className="mx-auto max-w-[1200px] px-4 pb-10 outline-none md:px-6"
      >
        <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-2">
          <div className="flex min-w-0 items-center gap-3">
            <h1 className="font-semibold text-title">Ask</h1>
            {tenant.demo && (
              <span
                className="chip rounded-sm bg-warn-tint px-1.5 font-medium text-warn text-xs"
                title="A simulated shop, to look around in"
              >
                Sample data
              </span>
            )}
          </div>
          {turns.length > 0 && (
            <Button onClick={() => restart()}>
              <RotateCcw size={14} aria-hidden="true" />
              New conversation
            </Button>
          )}
        </header>
        <div className="sticky top-0 z-20 -mx-4 bg-page px-4 py-2 md:-mx-6 md:px-6">
          <QuestionField
            ref={field}
            tenantId={tenant.id}
            following={turns.length > 0}
            onAsk={begin}
          />
        </div>
        <div className="mt-2 grid gap-6 lg:grid-cols-[minmax(0,1fr)_240px]">
          <div className="min-w-0 space-y-4">
            {turns.length === 0 && <ExampleQuestions tenant={tenant} onAsk={begin} />}
            {turns.map((turn, index) => (
              <TurnCard
                key={turn.id}
                turn={turn}
                latest={index === 0}
                canKeep={mends}
                tenantId={tenant.id}
                onAsk={ask}
                onAgain={again}
              />
            ))}
          </div>
          <History tenantId={tenant.id} mends={mends} onAsk={restart} />
        </div>
      </main>
    </NumberStyleProvider>
  );
}
