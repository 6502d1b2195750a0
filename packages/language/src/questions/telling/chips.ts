import type { Catalogue } from '../../linking/index.js';
import { locales } from '../../locales/index.js';
import type { Answer, Frame, Span } from '../frame/frame.js';
import { comparisonText, datesOf, fill, filterText, horizonText, labelOf } from './interpret.js';

/** An editable part of an answered question. `path` names the part of the frame it stands for. */
export interface Chip {
  readonly id: string;
  readonly kind:
    | 'metric'
    | 'dimension'
    | 'filter'
    | 'time'
    | 'grain'
    | 'compare'
    | 'rank'
    | 'transform'
    | 'horizon'
    | 'step';
  readonly label: string;
  /** Where the question said it; undefined when it was carried or assumed. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
  /** The frame without this part; undefined when the question cannot do without it. */
  readonly without: Frame | undefined;
}

/** An answer as chips that can be edited, and its interpretation in the question's language. */
export function chipsOf(
  answer: Answer,
  catalogue: Catalogue,
): { readonly chips: readonly Chip[]; readonly text: string } {
  const { frame, spans, language } = answer;
  const { texts } = locales[language];
  const spanOf = (
    role: Span['role'],
    holds: (span: Span) => boolean = () => true,
  ): Chip['span'] => {
    const found = spans.find((span) => span.role === role && holds(span));
    return found === undefined ? undefined : { from: found.from, to: found.to };
  };
  const chips: Chip[] = [];
  for (const metric of frame.metrics) {
    const rest = frame.metrics.filter((m) => m !== metric);
    chips.push({
      id: `metric:${metric}`,
      kind: 'metric',
      label: labelOf(catalogue, metric),
      span: spanOf('metric', (s) => s.value.split('|').includes(metric)),
      without:
        rest.length > 0
          ? { ...frame, metrics: rest, order: frame.order.filter((o) => o.by !== metric) }
          : undefined,
    });
  }
  for (const step of frame.steps) {
    const steps = frame.steps.filter((s) => s !== step);
    chips.push({
      id: `step:${step}`,
      kind: 'step',
      label: labelOf(catalogue, step),
      span: spanOf('event', (s) => s.value.split('|').includes(step)),
      without: steps.length > 1 ? { ...frame, steps } : undefined,
    });
  }
  for (const dimension of frame.dimensions) {
    const dimensions = frame.dimensions.filter((d) => d !== dimension);
    chips.push({
      id: `dimension:${dimension}`,
      kind: 'dimension',
      label: fill(texts.by, labelOf(catalogue, dimension)),
      span: spanOf('dimension', (s) => s.value.split('|').includes(dimension)),
      without: {
        ...frame,
        dimensions,
        ...(dimensions.length === 0 && frame.grain === null ? { order: [], limit: null } : {}),
      },
    });
  }
  frame.filters.forEach((filter, i) => {
    const text = filter.values.map((v) => `${filter.dimension}=${v}`);
    chips.push({
      id: `filter:${filter.dimension}:${filter.operator}`,
      kind: 'filter',
      label: filterText(catalogue, filter),
      span:
        spanOf('value', (s) => s.value.split('|').some((v) => text.includes(v))) ??
        spanOf('condition', (s) => s.value !== 'not'),
      without: { ...frame, filters: frame.filters.filter((_, k) => k !== i) },
    });
  });
  if (frame.time !== null)
    chips.push({
      id: 'time',
      kind: 'time',
      label: frame.time.label === '' ? datesOf(frame.time) : frame.time.label,
      span: spanOf('time'),
      without: { ...frame, time: null },
    });
  if (frame.grain !== null)
    chips.push({
      id: 'grain',
      kind: 'grain',
      label: texts.per[frame.grain],
      span: spanOf('grain'),
      without: { ...frame, grain: null },
    });
  if (frame.compare !== null) {
    chips.push({
      id: 'compare',
      kind: 'compare',
      label: comparisonText(frame, texts),
      span: spanOf('comparison'),
      without:
        frame.intent === 'explain'
          ? undefined
          : {
              ...frame,
              compare: null,
              intent: frame.intent === 'compare' ? 'query' : frame.intent,
            },
    });
  }
  const [order] = frame.order;
  if (order !== undefined) {
    const label =
      frame.limit === null
        ? fill(
            order.direction === 'asc' ? texts.ascending : texts.descending,
            labelOf(catalogue, order.by),
          )
        : fill(order.direction === 'asc' ? texts.bottom : texts.top, String(frame.limit));
    chips.push({
      id: 'rank',
      kind: 'rank',
      label,
      span: spanOf('rank'),
      without: { ...frame, order: [], limit: null },
    });
  }
  if (frame.transform !== null) {
    const metrics = frame.metrics.map((m) => labelOf(catalogue, m)).join(', ');
    const template =
      frame.transform.kind === 'share'
        ? texts.share
        : frame.transform.kind === 'cumulative'
          ? texts.cumulative
          : texts.movingAverage;
    chips.push({
      id: 'transform',
      kind: 'transform',
      label: fill(template, metrics, String(frame.transform.window ?? '')),
      span: spanOf('transform'),
      without: { ...frame, transform: null },
    });
  }
  if (frame.horizon !== null)
    chips.push({
      id: 'horizon',
      kind: 'horizon',
      label: horizonText(frame.horizon, language),
      span: spanOf('time'),
      without: undefined,
    });
  return { chips, text: answer.interpretation };
}
