import type { ActList, QueryFilter } from '@olympus/sdk';
import { useTexts } from '../../messages/use-texts.js';

/** A filter in words: “Page is /a”. */
export function useFilterText(acts: ActList): (filter: QueryFilter) => string {
  const { t } = useTexts();
  return ({ dimension, operator, values }) => {
    const label = acts.dimensions.find(({ name }) => name === dimension)?.label ?? dimension;
    return `${label} ${t(`operator.${operator}`)} ${values.map(String).join(', ')}`;
  };
}
