import { Check, ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Field, type FieldProps, INPUT } from './field.js';
import type { Choice } from './menu.js';

/** Choices listed at once; the rest is found by typing. */
const LISTED = 50;

/** One of many, found by typing (the pattern “editable combobox with list autocomplete” of the ARIA guide). */
export function ComboboxField<Value extends string>({
  value,
  choices,
  onChange,
  placeholder,
  ...field
}: FieldProps & {
  readonly value: Value | '';
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
}) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  /** What is being typed; undefined: the field shows the choice. */
  const [typed, setTyped] = useState<string | undefined>();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const chosen = choices.find((choice) => choice.value === value);
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const shown = choices
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
    .slice(0, LISTED);
  const active = Math.min(at, shown.length - 1);

  const close = () => {
    setOpen(false);
    setTyped(undefined);
  };
  const show = () => {
    setOpen(true);
    setAt(
      Math.max(
        0,
        choices.findIndex((choice) => choice.value === value),
      ),
    );
  };
  const take = (choice: Choice<Value> | undefined) => {
    if (choice) onChange(choice.value);
    close();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open) setAt((active + step + shown.length) % Math.max(1, shown.length));
      else show();
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      take(shown[active]);
    } else if (event.key === 'Escape' && open) {
      // only the list closes, not the dialog around it
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <Field {...field}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            ref={input}
            role="combobox"
            aria-expanded={open}
            aria-controls={`${control.id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={open && shown.length > 0 ? `${control.id}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder ?? t('common.choose')}
            value={typed ?? chosen?.label ?? ''}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onClick={() => (open ? undefined : show())}
            onBlur={close}
            onKeyDown={onKeyDown}
            className={`${INPUT} pe-9`}
          />
          <ChevronDown
            size={14}
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-3 my-auto text-text-3"
          />
          <div
            hidden={!open}
            className="absolute inset-x-0 top-full z-30 mt-1 max-h-64 animate-pop overflow-y-auto rounded-card border border-border-soft bg-surface p-1 shadow-overlay"
          >
            <div id={`${control.id}-list`} role="listbox" aria-label={field.label}>
              {shown.map((choice, index) => (
                // The field keeps the focus and handles the keys; options follow aria-activedescendant.
                // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                <div
                  key={choice.value}
                  id={`${control.id}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  ref={index === active ? scrollIn : undefined}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => take(choice)}
                  onPointerMove={() => setAt(index)}
                  className="flex min-h-8 items-center gap-2 rounded-control px-2 aria-selected:bg-accent-tint aria-selected:text-accent pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                  {choice.hint && <span className="text-text-3 text-xs">{choice.hint}</span>}
                  {choice.value === value && <Check size={14} aria-hidden="true" />}
                </div>
              ))}
            </div>
            {shown.length === 0 && (
              <p className="px-2 py-1.5 text-text-3">
                {t('common.noMatch', { typed: typed ?? '' })}
              </p>
            )}
          </div>
        </div>
      )}
    </Field>
  );
}

function scrollIn(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
