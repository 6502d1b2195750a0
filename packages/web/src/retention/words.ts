import type { RetentionAnswer, RetentionGroup } from '@olympus/sdk';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { retentionTexts } from './texts.js';

/** What cohorts and their groups are called. */
export function useRetentionWords() {
  const { t } = useTexts(retentionTexts);
  const { locale } = useNumberStyle();
  return {
    wordsOf: (grain: RetentionAnswer['grain']) => ({
      cohort: t('cohort'),
      later: t(`later.${grain}`),
      mean: t('mean'),
      locale,
    }),
    labelOf: ({ label, rest }: RetentionGroup) =>
      rest ? t('others') : label === null ? t('unnamed') : String(label),
  };
}
