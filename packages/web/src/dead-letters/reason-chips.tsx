import { useTexts } from '../messages/use-texts.js';
import { useReasons } from './reason-texts.js';
import { deadLetterTexts } from './texts.js';

/** How many letters have each reason; choosing one lists only those. */
export function ReasonChips({
  counts,
  total,
  cut,
  chosen,
  onChoose,
}: {
  readonly counts: readonly { readonly code: string; readonly count: number }[];
  readonly total: number;
  /** Whether there may be more than those counted, which are the newest. */
  readonly cut: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string | undefined) => void;
}) {
  const { t, locale } = useTexts(deadLetterTexts);
  const reason = useReasons();
  const chip = (code: string | undefined, label: string, count: string) => (
    <button
      key={code ?? ''}
      type="button"
      aria-pressed={chosen === code}
      onClick={() => onChoose(code)}
      className="control aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-accent"
    >
      <span>{label}</span>
      <span className="text-text-3">{count}</span>
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <div role="group" aria-label={t('byReason')} className="flex flex-wrap gap-2">
      {chip(
        undefined,
        t('all'),
        cut ? t('newest', { count: total }) : total.toLocaleString(locale),
      )}
      {counts.map(({ code, count }) => chip(code, reason(code), count.toLocaleString(locale)))}
    </div>
  );
}
