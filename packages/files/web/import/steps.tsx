import { useTexts } from '@olympus/web/kit';
import { Check } from 'lucide-react';
import { texts } from './texts.js';

const STEPS = ['steps.file', 'steps.check', 'steps.import'] as const;

/** Where one is on the way from a file to figures. */
export function Steps({ at }: { readonly at: number }) {
  const { t } = useTexts(texts);
  return (
    <ol aria-label={t('steps.label')} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className="group flex items-center gap-2 text-text-3 aria-[current=step]:font-semibold aria-[current=step]:text-text"
        >
          {index > 0 && <span aria-hidden="true" className="h-px w-6 bg-border-control sm:w-10" />}
          <span
            aria-hidden="true"
            className="flex size-6 items-center justify-center rounded-full bg-surface-2 font-semibold text-text-2 text-xs group-aria-[current=step]:bg-accent group-aria-[current=step]:text-on-accent"
          >
            {index < at ? <Check size={13} /> : index + 1}
          </span>
          <span>{t(step)}</span>
          {index < at && <span className="sr-only">({t('steps.done')})</span>}
        </li>
      ))}
    </ol>
  );
}
