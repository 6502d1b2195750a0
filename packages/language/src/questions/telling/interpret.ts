import type { Catalogue } from '../../linking/index.js';
import { type LocaleTexts, locales, type QuestionLanguage } from '../../locales/index.js';
import { dayOfIso, isoOf } from '../../time/index.js';
import type { Assumption } from '../building/built.js';
import type { Frame, FrameFilter, FrameTime } from '../frame/frame.js';

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

const operatorSigns: Readonly<Record<FrameFilter['operator'], string>> = {
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
  return `${labelOf(catalogue, filter.dimension)} ${operatorSigns[filter.operator]} ${filter.values.map(String).join(', ')}`;
}

/** What a frame asks, in one line of the question's language. */
export function interpret(frame: Frame, catalogue: Catalogue, language: QuestionLanguage): string {
  const { texts } = locales[language];
  if (frame.intent === 'help' && frame.metrics.length > 0) {
    const [metric] = catalogue.metrics.filter((m) => m.name === frame.metrics[0]);
    return [metric?.label ?? '', metric?.description ?? '']
      .filter((part) => part !== '')
      .join(': ');
  }
  if (frame.intent === 'help') return texts.help;
  if (frame.command !== null) return texts.commands[frame.command.type];
  const parts = [subject(frame, catalogue, language)];
  if (frame.dimensions.length > 0)
    parts.push(
      fill(texts.by, frame.dimensions.map((d) => labelOf(catalogue, d)).join(` ${texts.and} `)),
    );
  if (frame.grain !== null) parts.push(texts.per[frame.grain]);
  for (const filter of frame.filters) parts.push(filterText(catalogue, filter));
  if (frame.limit !== null)
    parts.push(
      fill(frame.order[0]?.direction === 'asc' ? texts.bottom : texts.top, String(frame.limit)),
    );
  else if (frame.order[0] !== undefined)
    parts.push(
      fill(
        frame.order[0].direction === 'asc' ? texts.ascending : texts.descending,
        labelOf(catalogue, frame.order[0].by),
      ),
    );
  if (frame.time !== null) parts.push(timeText(frame.time));
  else if (frame.horizon === null) parts.push(texts.allTime);
  if (frame.compare !== null) parts.push(comparisonText(frame, texts));
  return parts.join(', ');
}

function timeText(time: FrameTime): string {
  const dates = datesOf(time);
  return time.label === '' || time.label === dates || time.label.includes(' – ')
    ? dates
    : `${time.label} (${dates})`;
}

/** The comparison of a frame in words. */
export function comparisonText(frame: Frame, texts: LocaleTexts): string {
  const { compare } = frame;
  if (compare === null) return '';
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
export function horizonText(
  { n, grain }: NonNullable<Frame['horizon']>,
  language: QuestionLanguage,
): string {
  const [count, unit] = grain === 'quarter' ? [3 * n, 'month'] : [n, grain];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    count,
  );
}

function subject(frame: Frame, catalogue: Catalogue, language: QuestionLanguage): string {
  const { texts } = locales[language];
  const metrics = frame.metrics.map((m) => labelOf(catalogue, m)).join(` ${texts.and} `);
  switch (frame.intent) {
    case 'explain':
      return fill(texts.why, metrics);
    case 'forecast':
      return fill(
        texts.forecast,
        metrics,
        frame.horizon === null ? '…' : horizonText(frame.horizon, language),
      );
    case 'funnel':
      return fill(texts.funnel, frame.steps.map((s) => labelOf(catalogue, s)).join(' → '));
    case 'retention':
      return metrics === '' ? texts.retention : `${texts.retention}: ${metrics}`;
    case 'anomalies':
      return fill(texts.anomalies, metrics);
    default:
      break;
  }
  switch (frame.transform?.kind) {
    case 'share':
      return fill(texts.share, metrics);
    case 'cumulative':
      return fill(texts.cumulative, metrics);
    case 'moving_average':
      return fill(texts.movingAverage, metrics, String(frame.transform.window ?? ''));
    default:
      return metrics;
  }
}

/** Assumptions as sentences of the question's language. */
export function assumptionTexts(
  assumptions: readonly Assumption[],
  catalogue: Catalogue,
  language: QuestionLanguage,
): string[] {
  const { texts } = locales[language];
  return [
    ...new Set(
      assumptions.map(({ key, args }) => {
        if (key === 'grain')
          return fill(
            texts.assumed.grain,
            texts.per[(args[0] ?? 'month') as keyof LocaleTexts['per']] ?? args[0] ?? '',
          );
        const shown = args.map((arg) =>
          arg
            .split(', ')
            .map((name) => labelOf(catalogue, name))
            .join(', '),
        );
        return fill(
          texts.assumed[key],
          args[0] !== undefined && key !== 'notAdditive' && key !== 'carried'
            ? args[0]
            : (shown[0] ?? ''),
          shown[1] ?? '',
        );
      }),
    ),
  ];
}
