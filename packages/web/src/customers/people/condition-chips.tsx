import type { CustomerPage } from '@olympus/sdk';
import { X } from 'lucide-react';
import { formatDate } from '../../format/dates.js';
import { formatFull } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import type { Condition } from '../conditions.js';
import { customersTexts } from '../texts.js';
import { FIGURES } from './add-threshold.js';

const MONEY: readonly string[] = ['revenue', 'average_order_value', 'discounts', 'refunds'];
const SCORES = ['recency_score', 'frequency_score', 'monetary_score', 'value_score'] as const;

/** The conditions that hold, each with its way out. */
export function ConditionChips({
  conditions,
  words,
  onRemove,
  onClear,
}: {
  readonly conditions: readonly Condition[];
  readonly words: CustomerPage['words'] | undefined;
  readonly onRemove: (index: number) => void;
  readonly onClear: () => void;
}) {
  const say = useConditionWords(words);
  const { t } = useTexts(customersTexts);
  if (conditions.length === 0) return null;
  return (
    <ul aria-label={t('conditions')} className="flex flex-wrap items-center gap-2">
      {conditions.map((condition, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be the same text
          key={index}
          className="chip inline-flex min-h-8 max-w-80 items-center rounded-control bg-accent-tint ps-2.5 font-medium text-accent"
        >
          <span className="truncate">{say(condition)}</span>
          <button
            type="button"
            aria-label={t('remove', { what: say(condition) })}
            onClick={() => onRemove(index)}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-control pointer-coarse:size-11"
          >
            <X size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
      {conditions.length > 1 && (
        <li>
          <Button onClick={onClear}>{t('clear')}</Button>
        </li>
      )}
    </ul>
  );
}

/** Conditions in the reader's words: “Revenue over €500”. */
function useConditionWords(words: CustomerPage['words'] | undefined) {
  const { t } = useTexts(customersTexts);
  const style = useNumberStyle();
  return ({ column, operator, values }: Condition): string => {
    const figure = FIGURES.find((name) => name === column);
    const score = SCORES.find((name) => name === column);
    const segments =
      column === 'rfm_segment' || column === 'spend_segment' ? (words?.[column] ?? {}) : undefined;
    const name = figure
      ? t(`figure.${figure}`)
      : score
        ? t(`score.${score}`)
        : column === 'rfm_segment'
          ? t('rfmSegment')
          : column === 'spend_segment'
            ? t('spendSegment')
            : column;
    const told = values.map((value) => {
      if (segments) return segments[String(value)] ?? String(value);
      if (typeof value !== 'number') return formatDate(value, style.locale);
      return formatFull(value, MONEY.includes(column) ? 'currency' : 'number', style);
    });
    return `${name} ${t(segments && operator === 'equals' ? 'compare.is' : `compare.${operator}`)} ${told.join(', ')}`;
  };
}
