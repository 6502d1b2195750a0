import type { ModelDescription, QueryFilter } from '@olympus/sdk';

/** Filters as the address has them, with numbers where their dimensions hold numbers. */
export function typedFilters(
  filters: readonly QueryFilter[],
  model: Pick<ModelDescription, 'dimensions'>,
): readonly QueryFilter[] {
  const whole = new Set(
    model.dimensions.flatMap(({ name, type }) => (type === 'integer' ? [name] : [])),
  );
  return filters.map((filter) => {
    if (!whole.has(filter.dimension)) return filter;
    const values = filter.values.map((value) =>
      typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value,
    );
    return { ...filter, values };
  });
}
