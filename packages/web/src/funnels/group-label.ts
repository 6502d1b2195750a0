import type { FunnelAnswer } from '@olympus/sdk';
import { useTexts } from '../messages/use-texts.js';
import { funnelTexts } from './texts.js';

type Breakdown = NonNullable<FunnelAnswer['breakdown']>;
export type Group = Breakdown['groups'][number];

/** A group as it is shown: with a key of its own, and a name. */
export interface NamedGroup extends Group {
  readonly key: string;
  readonly label: string;
  /** All values that are not told apart. */
  readonly rest: boolean;
}

/** The groups in their order, those not told apart last. */
export function useGroups(breakdown: Breakdown | null): readonly NamedGroup[] {
  const { t } = useTexts(funnelTexts);
  if (breakdown === null) return [];
  return [
    ...breakdown.groups.map((group) => ({
      ...group,
      key: `value:${group.value ?? ''}${group.value === null ? '\u0000' : ''}`,
      label: group.value ?? t('valueUnknown'),
      rest: false,
    })),
    ...(breakdown.others
      ? [{ ...breakdown.others, key: 'others', label: t('others'), rest: true }]
      : []),
  ];
}
