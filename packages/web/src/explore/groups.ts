import type { QueryFilter, TrendGroup, Trends } from '@olympus/sdk';
import { labelOf } from '../overview/row-label.js';

type Dimension = Trends['dimensions'][number];
type Value = TrendGroup['key'][number];

/** What a value of a dimension is called: days and months by their names, countries by theirs. */
export function valueLabel(dimension: Dimension, value: Value, locale: string): string {
  const named = dimension.values?.find((one) => one.value === value);
  if (named) return named.label;
  const key = value === null ? null : String(value);
  return labelOf(
    { key, label: key ?? '' },
    { dimension: dimension.name, label: dimension.label },
    locale,
  );
}

/** A group's name; of all others what they are called. */
export function groupLabel(
  group: Pick<TrendGroup, 'key' | 'kind'>,
  dimensions: readonly Dimension[],
  locale: string,
  others: string,
): string {
  if (group.kind === 'others') return others;
  return group.key
    .flatMap((value, index) => {
      const dimension = dimensions[index];
      return dimension ? [valueLabel(dimension, value, locale)] : [];
    })
    .join(' · ');
}

/** A key by which a group is told apart. */
export const groupKey = ({ kind, key }: Pick<TrendGroup, 'kind' | 'key'>): string =>
  kind === 'others' ? '\u0000others' : JSON.stringify(key);

/** What holds of a group's facts and no others, as filters. */
export function groupFilters(
  group: Pick<TrendGroup, 'key' | 'kind'>,
  all: readonly Pick<TrendGroup, 'key' | 'kind'>[],
  names: readonly string[],
): readonly QueryFilter[] | undefined {
  if (group.kind === 'group') {
    return names.map((dimension, index) => ({
      dimension,
      operator: 'equals',
      values: [group.key[index] ?? null],
    }));
  }
  // all others are those that are not named; of two dimensions that is no list of plain filters
  const [only] = names;
  if (only === undefined || names.length > 1) return undefined;
  const values = all.flatMap(({ kind, key }) => (kind === 'group' ? [key[0] ?? null] : []));
  return [{ dimension: only, operator: 'not_equals', values }];
}
