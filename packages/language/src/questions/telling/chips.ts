import { type Catalogue, namedIn } from '../../linking/index.js';
import { type LocaleTexts, locales, type QuestionLanguage } from '../../locales/index.js';
import { type Draft, frameOf } from '../frame/draft.js';
import {
  type FigureFrame,
  type Frame,
  type FrameTime,
  ratioName,
  type StudyFrame,
} from '../frame/frame.js';
import type { Answer, Span } from '../frame/outcome.js';
import {
  comparisonText,
  datesOf,
  fill,
  filterText,
  horizonText,
  labelOf,
  ratioText,
  transformText,
} from './labels.js';

/** An editable part of an answered question. `id` names the part of the frame it stands for. */
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
    | 'ratio'
    | 'horizon'
    | 'step';
  readonly label: string;
  /** Where the question said it; undefined when it was carried or assumed. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
  /** The frame without this part; undefined when the question cannot do without it. */
  readonly without: Frame | undefined;
}

/** What chips are told with. */
interface Told {
  readonly catalogue: Catalogue;
  readonly language: QuestionLanguage;
  readonly texts: LocaleTexts;
  readonly spans: readonly Span[];
}

/** An answer as chips that can be edited, and its interpretation in the question's language. */
export function chipsOf(
  answer: Answer,
  catalogue: Catalogue,
): { readonly chips: readonly Chip[]; readonly text: string } {
  const { frame, spans, language } = answer;
  const told: Told = {
    catalogue: namedIn(catalogue, language),
    language,
    texts: locales[language].texts,
    spans,
  };
  return { chips: chipsOfFrame(frame, told), text: answer.interpretation };
}

function chipsOfFrame(frame: Frame, told: Told): Chip[] {
  if (frame.intent === 'command') return timeChips(frame.time, { ...frame, time: null }, told);
  if (frame.intent === 'study') return studyChips(frame, told);
  if (frame.intent === 'help')
    return frame.metrics.map((metric) => metricChip(metric, undefined, told));
  return [
    ...metricChips(frame, told),
    ...ratioChips(frame, told),
    ...stepChips(frame, told),
    ...dimensionChips(frame, told),
    ...filterChips(frame, told),
    ...timeChips(frame.time, changed(frame, { time: null }), told),
    ...grainChips(frame, told),
    ...comparisonChips(frame, told),
    ...rankChips(frame, told),
    ...transformChips(frame, told),
    ...horizonChips(frame, told),
  ];
}

/** A study's steps, time, filters and breakdown; what it is about is told by its interpretation. */
function studyChips(frame: StudyFrame, told: Told): Chip[] {
  const { study } = frame;
  const steps = study.kind === 'funnel' ? study.steps : [];
  return [
    ...steps.map((step): Chip => {
      const others = steps.filter((other) => other !== step);
      const without: Frame | undefined =
        study.kind === 'funnel' && others.length > 1
          ? { ...frame, study: { ...study, steps: others } }
          : undefined;
      const label = told.catalogue.studies?.acts.find(({ name }) => name === step)?.label ?? step;
      return {
        id: `step:${step}`,
        kind: 'step',
        label,
        span: spanOf(told, 'event', names(step)),
        without,
      };
    }),
    ...frame.dimensions.map(
      (dimension): Chip => ({
        id: `dimension:${dimension}`,
        kind: 'dimension',
        label: fill(told.texts.by, labelOf(told.catalogue, dimension)),
        span: spanOf(told, 'dimension', names(dimension)),
        without: { ...frame, dimensions: [] },
      }),
    ),
    ...frame.filters.map(
      (filter, at): Chip => ({
        id: `filter:${filter.dimension}:${filter.operator}`,
        kind: 'filter',
        label: filterText(told.catalogue, filter),
        span: spanOf(told, 'value'),
        without: { ...frame, filters: frame.filters.filter((_, other) => other !== at) },
      }),
    ),
    ...timeChips(frame.time, { ...frame, time: null }, told),
    ...(frame.grain === null
      ? []
      : [
          {
            id: 'grain',
            kind: 'grain' as const,
            label: told.texts.per[frame.grain],
            span: spanOf(told, 'grain'),
            without: { ...frame, grain: null },
          },
        ]),
  ];
}

function changed(frame: FigureFrame, change: Partial<Draft>): FigureFrame {
  return frameOf({ ...frame, ...change });
}

function spanOf(
  { spans }: Told,
  role: Span['role'],
  holds: (span: Span) => boolean = () => true,
): Chip['span'] {
  const found = spans.find((span) => span.role === role && holds(span));
  return found === undefined ? undefined : { from: found.from, to: found.to };
}

const names = (name: string) => (span: Span) => span.value.split('|').includes(name);

function metricChip(metric: string, without: Frame | undefined, told: Told): Chip {
  return {
    id: `metric:${metric}`,
    kind: 'metric',
    label: labelOf(told.catalogue, metric),
    span: spanOf(told, 'metric', names(metric)),
    without,
  };
}

function metricChips(frame: FigureFrame, told: Told): Chip[] {
  // a ratio cannot do without either of its sides
  if (frame.ratio !== null)
    return frame.metrics.map((metric) => metricChip(metric, undefined, told));
  return frame.metrics.map((metric) => {
    const metrics = frame.metrics.filter((other) => other !== metric);
    const order = frame.order.filter((one) => one.by !== metric);
    const without = metrics.length > 0 ? changed(frame, { metrics, order }) : undefined;
    return metricChip(metric, without, told);
  });
}

function ratioChips(frame: FigureFrame, told: Told): Chip[] {
  if (frame.ratio === null) return [];
  const label = ratioText(frame.ratio, told.catalogue);
  const order = frame.order.filter(({ by }) => by !== ratioName);
  const without = changed(frame, { ratio: null, order });
  return [{ id: 'ratio', kind: 'ratio', label, span: spanOf(told, 'transform'), without }];
}

function stepChips(frame: FigureFrame, told: Told): Chip[] {
  return frame.steps.map((step) => {
    const steps = frame.steps.filter((other) => other !== step);
    return {
      id: `step:${step}`,
      kind: 'step',
      label: labelOf(told.catalogue, step),
      span: spanOf(told, 'event', names(step)),
      without: steps.length > 1 ? changed(frame, { steps }) : undefined,
    };
  });
}

function dimensionChips(frame: FigureFrame, told: Told): Chip[] {
  return frame.dimensions.map((dimension) => {
    const dimensions = frame.dimensions.filter((other) => other !== dimension);
    const whole = dimensions.length === 0 && frame.grain === null;
    return {
      id: `dimension:${dimension}`,
      kind: 'dimension',
      label: fill(told.texts.by, labelOf(told.catalogue, dimension)),
      span: spanOf(told, 'dimension', names(dimension)),
      without: changed(
        frame,
        whole
          ? { dimensions, order: [], limit: null, ranking: null }
          : { dimensions, ranking: withoutPer(frame, dimension) },
      ),
    };
  });
}

/** A ranking inside groups that are no longer told apart is one of all. */
const withoutPer = ({ ranking }: FigureFrame, dimension: string): FigureFrame['ranking'] =>
  ranking !== null && ranking.per === dimension ? { ...ranking, per: null } : ranking;

function filterChips(frame: FigureFrame, told: Told): Chip[] {
  return frame.filters.map((filter, at) => {
    const values = filter.values.map((value) => `${filter.dimension}=${value}`);
    return {
      id: `filter:${filter.dimension}:${filter.operator}`,
      kind: 'filter',
      label: filterText(told.catalogue, filter),
      span:
        spanOf(told, 'value', (span) => span.value.split('|').some((v) => values.includes(v))) ??
        spanOf(told, 'condition', (span) => span.value !== 'not'),
      without: changed(frame, { filters: frame.filters.filter((_, other) => other !== at) }),
    };
  });
}

function timeChips(time: FrameTime | null, without: Frame, told: Told): Chip[] {
  if (time === null) return [];
  const label = time.label === '' ? datesOf(time) : time.label;
  return [{ id: 'time', kind: 'time', label, span: spanOf(told, 'time'), without }];
}

function grainChips(frame: FigureFrame, told: Told): Chip[] {
  if (frame.grain === null) return [];
  const label = told.texts.per[frame.grain];
  const without = changed(frame, { grain: null });
  return [{ id: 'grain', kind: 'grain', label, span: spanOf(told, 'grain'), without }];
}

function comparisonChips(frame: FigureFrame, told: Told): Chip[] {
  if (frame.compare === null) return [];
  const label = comparisonText(frame.compare, told.texts);
  const intent = frame.intent === 'compare' ? 'query' : frame.intent;
  // an explanation is one of a change
  const without = intent === 'explain' ? undefined : changed(frame, { compare: null, intent });
  return [{ id: 'compare', kind: 'compare', label, span: spanOf(told, 'comparison'), without }];
}

function rankChips(frame: FigureFrame, told: Told): Chip[] {
  const [order] = frame.order;
  if (order === undefined) return [];
  const { texts } = told;
  const ascends = order.direction === 'asc';
  const label =
    frame.limit === null
      ? fill(ascends ? texts.ascending : texts.descending, orderLabel(frame, order.by, told))
      : fill(ascends ? texts.bottom : texts.top, String(frame.limit));
  const without = changed(frame, { order: [], limit: null, ranking: null });
  return [{ id: 'rank', kind: 'rank', label, span: spanOf(told, 'rank'), without }];
}

function orderLabel(frame: FigureFrame, by: string, { catalogue }: Told): string {
  return frame.ratio !== null && by === ratioName
    ? ratioText(frame.ratio, catalogue)
    : labelOf(catalogue, by);
}

function transformChips(frame: FigureFrame, told: Told): Chip[] {
  const { transform } = frame;
  if (transform === null) return [];
  const metrics = frame.metrics.map((metric) => labelOf(told.catalogue, metric)).join(', ');
  const label = transformText(transform, metrics, told.texts);
  const without = changed(frame, { transform: null });
  return [{ id: 'transform', kind: 'transform', label, span: spanOf(told, 'transform'), without }];
}

function horizonChips(frame: FigureFrame, told: Told): Chip[] {
  if (frame.horizon === null) return [];
  const label = horizonText(frame.horizon, told.language);
  const span = spanOf(told, 'time');
  return [{ id: 'horizon', kind: 'horizon', label, span, without: undefined }];
}
