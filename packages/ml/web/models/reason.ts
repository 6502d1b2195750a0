import { useTexts } from '@olympus/web/kit';
import { modelTexts } from './texts.js';

const KNOWN = [
  'not_better_than_rule',
  'first_better_than_rule',
  'first_with_intervals',
  'other_features',
  'better_than_running',
  'running_is_old',
  'not_better_than_running',
] as const;

/** Why a model runs or does not: one of the usual reasons in words, or what somebody wrote. */
export function useReason(): (reason: string) => string {
  const { t } = useTexts(modelTexts);
  return (reason) => {
    const known = KNOWN.find((one) => one === reason);
    return known === undefined ? reason : t(`reason.${known}`);
  };
}
