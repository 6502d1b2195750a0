import { useTexts } from '../messages/use-texts.js';
import { deadLetterTexts } from './texts.js';

/** How many letters have each reason; choosing one lists only those. */
export function ReasonChips({
  counts,
  total,
  chosen,
  onChoose,
}: {
  readonly counts: readonly { readonly code: string; readonly count: number }[];
  readonly total: number;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string | undefined) => void;
}) {
  const { t } = useTexts(deadLetterTexts);
  const chip = (code: string | undefined, label: string, count: number) => (
    <button
      key={code ?? ''}
      type="button"
      aria-pressed={chosen === code}
      onClick={() => onChoose(code)}
      className="control aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-accent"
    >
      <span className={code ? 'font-mono text-xs' : ''}>{label}</span>
      <span className="text-text-3">{count.toLocaleString(document.documentElement.lang)}</span>
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <div role="group" aria-label={t('byReason')} className="flex flex-wrap gap-2">
      {chip(undefined, t('all'), total)}
      {counts.map(({ code, count }) => chip(code, code, count))}
    </div>
  );
}
