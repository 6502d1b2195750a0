import type { Catalogue } from '../../linking/index.js';
import type { LocaleTexts, QuestionLanguage } from '../../locales/index.js';
import { dayOfIso, isoOf } from '../../time/index.js';
import type {
  FrameComparison,
  FrameFilter,
  FrameHorizon,
  FrameRatio,
  FrameTerm,
  FrameTime,
  FrameTransform,
} from '../frame/frame.js';

/** `{0}` and `{1}` filled in. */
export function fill(template: string, ...args: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (_, i) => args[Number(i)] ?? '');
}

/** The label of a metric, dimension or event; its name where there is none. */
export function labelOf(catalogue: Catalogue, name: string): string {
  const entry = [...catalogue.metrics, ...catalogue.dimensions, ...(catalogue.events ?? [])].find(
    (e) => e.name === name,
  );
  return entry?.label ?? name;
}

/** Dates as people read them: the last day is included. */
export function datesOf(time: { readonly from: string; readonly to: string }): string {
  const last = isoOf((dayOfIso(time.to) ?? 1) - 1);
  if (last === time.from) return time.from;
  return time.from === '1970-01-01' ? `… – ${last}` : `${time.from} – ${last}`;
}

/** A time as it was called, with its dates. */
export function timeText(time: FrameTime): string {
  const dates = datesOf(time);
  return time.label === '' || time.label === dates || time.label.includes(' – ')
    ? dates
    : `${time.label} (${dates})`;
}

export const operatorSigns: Readonly<Record<FrameFilter['operator'], string>> = {
  equals: '=',
  not_equals: '≠',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  contains: '∋',
};

/** A filter in short: `Country = Germany, France`. */
export function filterText(catalogue: Catalogue, filter: FrameFilter): string {
  const labels = catalogue.dimensions.find(({ name }) => name === filter.dimension)?.valueLabels;
  const values = filter.values.map((value) => labels?.[String(value)] ?? String(value));
  return `${labelOf(catalogue, filter.dimension)} ${operatorSigns[filter.operator]} ${values.join(', ')}`;
}

/** A comparison in words. */
export function comparisonText(compare: FrameComparison, texts: LocaleTexts): string {
  const dates =
    compare.from === undefined || compare.to === undefined
      ? '…'
      : datesOf({ from: compare.from, to: compare.to });
  const template =
    compare.kind === 'previous_period'
      ? texts.previousPeriod
      : compare.kind === 'same_period_last_year'
        ? texts.lastYear
        : texts.versus;
  return fill(
    template,
    compare.kind === 'range' && compare.label !== undefined ? `${compare.label} (${dates})` : dates,
  );
}

/** How far ahead in words of the language: "4 weeks". Quarters, which Intl does not count, are months. */
export function horizonText({ n, grain }: FrameHorizon, language: QuestionLanguage): string {
  const [count, unit] = grain === 'quarter' ? [3 * n, 'month'] : [n, grain];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    count,
  );
}

/** One side of a ratio, its own filters in brackets: `Bookings (Channel = web)`. */
export function termText({ metric, filters }: FrameTerm, catalogue: Catalogue): string {
  const own = filters.map((filter) => filterText(catalogue, filter)).join(', ');
  const label = labelOf(catalogue, metric);
  return own === '' ? label : `${label} (${own})`;
}

/** A ratio in short: `Cancellations / Bookings`. */
export function ratioText({ numerator, denominator }: FrameRatio, catalogue: Catalogue): string {
  return `${termText(numerator, catalogue)} / ${termText(denominator, catalogue)}`;
}

/** Metrics under what is made of them: "share of revenue". */
export function transformText(
  { kind, window }: FrameTransform,
  metrics: string,
  texts: LocaleTexts,
): string {
  switch (kind) {
    case 'share':
      return fill(texts.share, metrics);
    case 'cumulative':
      return fill(texts.cumulative, metrics);
    case 'moving_average':
      return fill(texts.movingAverage, metrics, String(window ?? ''));
    default:
      throw new Error(`unknown transform ${kind satisfies never}`);
  }
}
