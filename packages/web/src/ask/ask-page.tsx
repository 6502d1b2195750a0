import { RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { PageFrame } from '../shell/page-frame.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { Button } from '../ui/button.js';
import { askSearch } from './ask-search.js';
import { ExampleQuestions } from './example-questions.js';
import { History } from './history.js';
import { QuestionField } from './question-field.js';
import { TurnCard } from './turn-card.js';
import { useThread } from './use-thread.js';

/** Questions in plain words, answered with figures. */
export default function AskPage() {
  const { t } = useTexts();
  const tenant = useTenant();
  const [{ q }, change] = usePageSearch(askSearch);
  const { turns, ask, again, clear } = useThread(tenant.id);
  const field = useRef<HTMLInputElement>(null);
  const first = turns.at(-1)?.question;
  const mends = permits(tenant, ['metrics:write']);

  // An address with a question asks it, once; a question asked here becomes the address.
  const asked = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (q === undefined || q === asked.current) return;
    asked.current = q;
    clear();
    ask(q);
  }, [q, ask, clear]);
  const begin = (question: string) => {
    ask(question);
    if (first !== undefined) return;
    asked.current = question;
    change({ q: question });
  };
  const restart = (question?: string) => {
    clear();
    asked.current = question;
    change({ q: question });
    if (question === undefined) field.current?.focus();
    else ask(question);
    scrollTo({ top: 0 });
  };
  useEffect(() => {
    // a keyboard that covers half a phone is for the reader to call
    if (q === undefined && !matchMedia('(pointer: coarse)').matches) field.current?.focus();
  }, [q]);
  useShortcuts([{ keys: '/', does: t('ask.question'), run: () => field.current?.focus() }]);

  return (
    <PageFrame
      narrow
      busy={turns.some((turn) => turn.pending)}
      actions={
        turns.length > 0 && (
          <Button onClick={() => restart()}>
            <RotateCcw size={14} aria-hidden="true" />
            {t('ask.new')}
          </Button>
        )
      }
      bar={
        <QuestionField
          ref={field}
          tenantId={tenant.id}
          following={turns.length > 0}
          onAsk={begin}
        />
      }
    >
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_240px]">
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
    </PageFrame>
  );
}
