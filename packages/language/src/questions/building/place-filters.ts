import type { Quantity } from '../../numbers/index.js';
import type { Draft } from '../frame/draft.js';
import type { FrameFilter } from '../frame/frame.js';
import { spokenAttribute } from '../reading/attributes.js';
import { type Reading, textOf } from '../reading/reading.js';
import { type BuildContext, type BuiltDecline, declined } from './built.js';

export function placeFilters(
  reading: Reading,
  context: BuildContext,
  draft: Draft,
): BuiltDecline | undefined {
  const filters: FrameFilter[] = [];
  for (const { dimension, value, negated, contains } of reading.texts) {
    filters.push({
      dimension,
      operator: contains ? 'contains' : negated ? 'not_equals' : 'equals',
      values: [value],
    });
  }
  for (const condition of reading.conditions) {
    const about = conditionTarget(condition.about, condition.quantities, reading, context);
    if (about === undefined)
      return declined({ reason: 'unknown_term', said: textOf(reading, condition.piece) });
    condition.operators.forEach((operator, i) => {
      const quantity = condition.quantities[i];
      if (quantity !== undefined)
        filters.push({
          dimension: about,
          operator,
          values: [filterValue(quantity, about, context)],
        });
    });
  }
  draft.filters = filters;
  draft.dimensions = draft.dimensions.filter(
    (name) =>
      !filters.some(
        (f) =>
          f.dimension === name &&
          (f.operator === 'gt' ||
            f.operator === 'lt' ||
            f.operator === 'gte' ||
            f.operator === 'lte'),
      ),
  );
  return undefined;
}

/** A number as the figures have it: rates are parts of one, so 10 % is .1. */
function filterValue(quantity: Quantity, about: string, { catalogue }: BuildContext): number {
  const isRate = catalogue.metrics.some(({ name, unit }) => name === about && unit === 'ratio');
  const isHundredth = isRate && (quantity.percent === true || quantity.value > 1);
  return isHundredth ? quantity.value / 100 : quantity.value;
}

/** What a number is compared with: a number dimension, or a metric when something is broken down. */
function conditionTarget(
  about: string | undefined,
  quantities: readonly { currency?: string }[],
  reading: Reading,
  context: BuildContext,
): string | undefined {
  const { catalogue } = context;
  const numeric = catalogue.dimensions.filter((d) => d.type === 'number');
  if (about !== undefined && numeric.some((d) => d.name === about)) return about;
  const spoken = spokenAttribute(reading, numeric);
  if (spoken !== undefined) return spoken;
  const metric = catalogue.metrics.find((m) => m.name === about);
  const money = quantities.some((q) => q.currency !== undefined);
  if (metric !== undefined && reading.dimensions.length > 0 && !(money && metric.unit === 'count'))
    return metric.name;
  if (metric !== undefined) {
    // "orders over 100 euros": the number dimension that speaks of an order
    const words = metric.name.split('_').map((w) => w.replace(/s$/, ''));
    // an attribute of the customer is none that a number of customers speaks of
    const ownName = ({ name }: { readonly name: string }) => name.slice(name.indexOf('.') + 1);
    const near = numeric.filter((d) => words.some((w) => w.length > 3 && ownName(d).includes(w)));
    if (near.length === 1) return near[0]?.name;
  }
  return about === undefined &&
    numeric.length === 1 &&
    reading.mentioned.includes(numeric[0]?.name ?? '')
    ? numeric[0]?.name
    : undefined;
}

/** Every way to read values that belong to several dimensions; usually one. */
export function dimensionChoices(reading: Reading): FrameFilter[][] {
  let choices: FrameFilter[][] = [[]];
  for (const slot of reading.values) {
    choices = choices.flatMap((filters) =>
      slot.options.slice(0, 4).map((option): FrameFilter[] => {
        const negative = slot.negated && typeof option.value === 'boolean';
        return [
          ...filters,
          {
            dimension: option.dimension,
            operator: slot.negated && !negative ? 'not_equals' : 'equals',
            values: [negative ? false : option.value],
          },
        ];
      }),
    );
  }
  return choices.slice(0, 4);
}

/** One filter a dimension and operator. */
export function mergeFilters(filters: readonly FrameFilter[]): FrameFilter[] {
  const merged: FrameFilter[] = [];
  for (const filter of filters) {
    const at = merged.findIndex(
      (f) =>
        f.dimension === filter.dimension &&
        f.operator === filter.operator &&
        (f.operator === 'equals' || f.operator === 'not_equals'),
    );
    const known = merged[at];
    if (known === undefined) merged.push(filter);
    else merged[at] = { ...known, values: [...new Set([...known.values, ...filter.values])] };
  }
  return merged;
}
