import { useQuery } from '@tanstack/react-query';
import { CornerDownLeft, Search } from 'lucide-react';
import { type RefObject, useId, useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { useSettled } from '../ui/use-settled.js';
import { suggestionsQuery } from './questions.js';

const LONGEST = 2_000;
const PAUSE_MS = 120;

/** The one field: words are completed while they are typed, Enter asks. */
export function QuestionField({
  ref,
  tenantId,
  following,
  onAsk,
}: {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly tenantId: string;
  /** There is an answer that the next question may change. */
  readonly following: boolean;
  readonly onAsk: (question: string) => void;
}) {
  const { t } = useTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const settled = useSettled(typed, PAUSE_MS);
  const { data } = useQuery({
    ...suggestionsQuery.options(tenantId, { typed: settled }),
    enabled: open && settled.trim() !== '' && settled.length <= LONGEST,
    staleTime: 60_000,
    retry: false,
  });
  const shown = open && settled === typed && typed !== '' ? (data?.completions ?? []) : [];
  const active = at < shown.length ? at : -1;

  const take = (index: number) => {
    const completion = shown[index];
    if (completion === undefined) return;
    setTyped(`${typed.slice(0, completion.from)}${completion.text} `);
    setAt(-1);
    ref.current?.focus();
  };
  const submit = () => {
    const question = typed.trim();
    if (question === '') return;
    setTyped('');
    setOpen(false);
    setAt(-1);
    onAsk(question);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      const places = shown.length + 1;
      setAt(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active >= 0) take(active);
      else submit();
    } else if (event.key === 'Tab' && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      setOpen(false);
      setAt(-1);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="relative"
    >
      <div className="card flex items-center gap-2 py-1 ps-3 pe-1.5 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        <Search size={16} aria-hidden="true" className="shrink-0 text-text-3" />
        <input
          ref={ref}
          role="combobox"
          aria-label={following ? t('ask.followUp') : t('ask.question')}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          enterKeyHint="send"
          maxLength={LONGEST}
          placeholder={following ? t('ask.followUpPlaceholder') : t('ask.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
            setAt(-1);
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="min-h-10 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-text-3"
        />
        <Button look="primary" type="submit" disabled={typed.trim() === ''}>
          {t('ask.submit')}
          <CornerDownLeft size={14} aria-hidden="true" className="max-sm:hidden rtl:-scale-x-100" />
        </Button>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('ask.completions')}
        hidden={shown.length === 0}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-80 animate-pop overflow-y-auto rounded-card border border-border-soft bg-surface p-1 shadow-overlay"
      >
        {shown.map(({ text, kind }, index) => (
          // The field keeps the focus and handles the keys; options follow aria-activedescendant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={text}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
            className="flex min-h-8 items-center justify-between gap-4 rounded-control px-3 hover:bg-surface-2 aria-selected:bg-accent-tint aria-selected:text-accent pointer-coarse:min-h-11"
          >
            <span className="truncate">{text}</span>
            <span className="shrink-0 text-text-3 text-xs">{t(`ask.kind.${kind}`)}</span>
          </div>
        ))}
      </div>
    </form>
  );
}
