import { useTexts } from '../messages/use-texts.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { canCompare, shiftRange } from './scope.js';
import type { ScopeControl } from './use-scope.js';

/**
 * Keys that move the period on and back and turn the comparison off and on.
 * @param range  the dates that are on screen; undefined before there are any
 */
export function usePeriodShortcuts(
  control: ScopeControl,
  range: { readonly from: string; readonly to: string } | undefined,
): void {
  const { t } = useTexts();
  const { scope } = control;
  const step = (direction: -1 | 1) => {
    if (range && canCompare(scope.period)) control.setRange(shiftRange(range, direction));
  };
  useShortcuts([
    { keys: '[', does: t('scope.previous'), run: () => step(-1) },
    { keys: ']', does: t('scope.next'), run: () => step(1) },
    {
      keys: 'x',
      does: t('scope.compareSwitch'),
      run: () => control.setCompare(scope.compare === 'none' ? 'previous_period' : 'none'),
    },
  ]);
}
