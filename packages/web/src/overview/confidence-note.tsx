import type { Dashboard } from '@olympus/sdk';
import { Info } from 'lucide-react';
import { formatFull, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { aheadTexts } from './ahead-texts.js';

type Reason = Dashboard['confidence']['reasons'][number];

const COUNTS: readonly Reason['code'][] = ['little_data', 'short_history'];

/** What is missing behind the figures, in a line; shown only where something is. */
export default function ConfidenceNote({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t } = useTexts(aheadTexts);
  const style = useNumberStyle();
  return (
    <p className="flex items-baseline gap-2 text-text-2 text-xs">
      <Info size={13} aria-hidden="true" className="shrink-0 translate-y-0.5 text-text-3" />
      <span>
        <span className="font-medium">{t('care')}</span>{' '}
        {reasons
          .map(({ code, value }) =>
            t(`reason.${code}`, {
              value: COUNTS.includes(code)
                ? formatFull(value, 'count', style)
                : formatShare(value, style),
            }),
          )
          .join(' ')}
      </span>
    </p>
  );
}
