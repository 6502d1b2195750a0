import type { Draft } from '../frame/draft.js';
import type { FrameFilter, FrameTerm } from '../frame/frame.js';
import type { Reading } from '../reading/reading.js';
import type { BuildContext } from './built.js';
import { mergeFilters, placeFilters } from './place-filters.js';

/** The values of a reading that only the numerator of its ratio is under. */
export function isOwn({ ratio }: Reading, { piece }: Pick<Reading['values'][number], 'piece'>) {
  return ratio?.own.includes(piece) === true;
}

/** A reading without the conditions that belong to one side of its ratio. */
export function sharedReading(reading: Reading): Reading {
  if (reading.ratio === undefined) return reading;
  const isShared = (one: { readonly piece: Reading['values'][number]['piece'] }) =>
    !isOwn(reading, one);
  const { texts, conditions } = reading;
  return { ...reading, texts: texts.filter(isShared), conditions: conditions.filter(isShared) };
}

/** The ratio of a reading, with the filters that only its numerator is under. */
export function placeRatio(
  reading: Reading,
  context: BuildContext,
  frame: Draft,
  own: readonly FrameFilter[],
): void {
  const { ratio, texts, conditions } = reading;
  if (ratio === undefined) return;
  const side = { ...frame, filters: [] };
  const belongs = (one: { readonly piece: Reading['values'][number]['piece'] }) =>
    isOwn(reading, one);
  placeFilters(
    { ...reading, texts: texts.filter(belongs), conditions: conditions.filter(belongs) },
    context,
    side,
  );
  const nameOf = ({ names }: { readonly names: readonly string[] }) =>
    names.find((name) => frame.metrics.includes(name)) ?? '';
  const term = (metric: string, filters: readonly FrameFilter[]): FrameTerm => ({
    metric,
    filters,
  });
  frame.ratio = {
    numerator: term(nameOf(ratio.numerator), [...mergeFilters(own), ...side.filters]),
    denominator: term(nameOf(ratio.denominator), []),
  };
}
