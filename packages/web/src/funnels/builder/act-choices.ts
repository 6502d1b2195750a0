import type { ActList } from '@olympus/sdk';
import { formatShort } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import type { Choice } from '../../ui/menu.js';

/** The acts to pick from with how often each happened lately; what the address names is among them. */
export function useActChoices(acts: ActList, chosen: readonly string[]): readonly Choice<string>[] {
  const style = useNumberStyle();
  const known = acts.acts.map(({ act, label, count }) => ({
    value: act,
    label,
    ...(count === null ? {} : { hint: formatShort(count, 'count', style) }),
  }));
  const unknown = [...new Set(chosen)].filter((act) => !acts.acts.some((one) => one.act === act));
  return [...known, ...unknown.map((act) => ({ value: act, label: act }))];
}

/** What an act is called. */
export const labelOf = (acts: ActList | undefined, act: string): string =>
  acts?.acts.find((one) => one.act === act)?.label ?? act;

/** What a step is called: its own name, or its act's. */
export const stepLabel = (
  acts: ActList | undefined,
  step: { readonly act: string; readonly label?: string | undefined },
): string => step.label || labelOf(acts, step.act);
