import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { faultText } from '../app/faults.js';
import { formatFull, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useSettled } from '../ui/use-settled.js';
import { previewQuery } from './cohorts-query.js';
import type { definitionOf } from './draft.js';
import { cohortTexts } from './texts.js';

/** How many a definition holds for right now. */
export function CohortPreview({ given }: { readonly given: ReturnType<typeof definitionOf> }) {
  const { t } = useTexts(cohortTexts);
  const tenant = useTenant();
  const style = useNumberStyle();
  const settled = useSettled(useDeferredValue(given));
  const query = useQuery({
    ...previewQuery.options(tenant.id, settled ?? { definition: { kind: 'list' } }),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { data } = query;
  const old = query.isPlaceholderData || settled !== given;
  return (
    <section
      aria-live="polite"
      aria-busy={query.isFetching}
      className="sticky bottom-0 z-10 rounded-card border border-border-soft bg-surface-2 px-4 py-2.5"
    >
      {settled === undefined ? (
        <p className="text-text-2">{t('previewUnsaid')}</p>
      ) : query.isError ? (
        <p className="text-bad">{faultText(query.error)}</p>
      ) : data === undefined ? (
        <p className="text-text-2">{t('previewCounting')}</p>
      ) : (
        <p className={old ? 'text-text-3' : ''}>
          <span className="font-semibold text-lg">
            {formatFull(data.customers, 'count', style)}
          </span>{' '}
          {t('previewOf', {
            all: formatFull(data.of, 'count', style),
            share: data.of === 0 ? '–' : formatShare(data.customers / data.of, style),
          })}
        </p>
      )}
    </section>
  );
}
