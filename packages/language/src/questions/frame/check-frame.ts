import { type Catalogue, isJoinable } from '../../linking/index.js';
import { studyOf } from '../studies/check-study.js';
import { type Draft, frameOf } from './draft.js';
import {
  type Chart,
  emptyFrame,
  type Frame,
  type FrameComparison,
  type FrameFilter,
  type FrameHorizon,
  type FrameOrder,
  type FrameRanking,
  type FrameRatio,
  type FrameTerm,
  type FrameTransform,
  type Grain,
  type Intent,
  ratioName,
  type StudyFrame,
} from './frame.js';
import { type CheckedDraft, intentProblems } from './intent-problems.js';
import {
  type FrameProblem,
  isRecord,
  listOf,
  namesOf,
  oneOf,
  timeOf,
  wholeOf,
} from './proposed-values.js';

/** A proposed frame after the check: usable, or every problem with where it is. */
export type CheckedFrame =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'invalid'; readonly problems: readonly FrameProblem[] };

const intents: readonly Exclude<Intent, 'command' | 'study'>[] = [
  'query',
  'compare',
  'explain',
  'forecast',
  'funnel',
  'retention',
  'anomalies',
  'help',
];
const grains: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year'];
const operators: readonly FrameFilter['operator'][] = [
  'equals',
  'not_equals',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
];
const directions = ['asc', 'desc'] as const;
const transforms = ['share', 'moving_average', 'cumulative'] as const;
const comparisons: readonly FrameComparison['kind'][] = [
  'previous_period',
  'same_period_last_year',
  'range',
];
const charts: readonly Chart[] = ['number', 'bar', 'line', 'table', 'funnel', 'cohort'];

/**
 * Checks a frame that comes from outside (an edited chip, a stored link, a language model's
 * proposal) like any other: shape, names of the catalogue, what may be combined, what its intent
 * has, real dates, sane numbers. Missing parts take their empty value. Commands are not accepted:
 * only the parser proposes them.
 */
export function checkFrame(proposed: unknown, catalogue: Catalogue): CheckedFrame {
  if (!isRecord(proposed))
    return { kind: 'invalid', problems: [{ path: '', message: 'a frame is an object' }] };
  if (proposed.intent === 'study') return checkStudy(proposed, catalogue);
  const problems: FrameProblem[] = [];
  const known = knownNames(catalogue);
  const metrics = namesOf(problems, 'metrics', proposed.metrics, known.metrics);
  const dimensions = namesOf(problems, 'dimensions', proposed.dimensions, known.dimensions);
  const filters = filtersOf(problems, proposed.filters, known);
  const ratio = ratioOf(problems, proposed.ratio, known, metrics);
  const ordered = [...metrics, ...dimensions, ...(ratio === null ? [] : [ratioName])];
  const sides = ratio === null ? [] : [ratio.numerator, ratio.denominator];
  const own = sides.flatMap((side) => side.filters);
  problems.push(...joinProblems({ metrics, dimensions, filters: [...filters, ...own] }, catalogue));
  const order = orderOf(problems, proposed.order, new Set(ordered));
  const draft = {
    intent: oneOf(problems, 'intent', proposed.intent, intents, 'query'),
    metrics,
    dimensions,
    filters,
    time: timeOf(problems, 'time', proposed.time),
    grain: grainOf(problems, proposed.grain),
    compare: comparisonOf(problems, proposed.compare),
    order,
    limit: wholeOf(problems, 'limit', proposed.limit, 10_000),
    horizon: horizonOf(problems, proposed.horizon),
    steps: namesOf(problems, 'steps', proposed.steps, known.events),
    transform: transformOf(problems, proposed.transform),
    ratio,
    ranking: rankingOf(problems, proposed.ranking, dimensions),
    study: null,
    command: commandOf(problems, proposed.command),
    chart: oneOf(problems, 'chart', proposed.chart, charts, 'table'),
  };
  problems.push(...intentProblems(draft));
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'frame', frame: checkedFrame(draft) };
}

function checkedFrame({ intent, ...parts }: CheckedDraft): Frame {
  if (intent !== 'help') return frameOf({ intent, ...parts });
  return { ...emptyFrame, intent, metrics: parts.metrics, chart: parts.chart };
}

interface KnownNames {
  readonly metrics: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

function knownNames({ metrics, dimensions, events = [] }: Catalogue): KnownNames {
  const names = (entries: readonly { readonly name: string }[]) =>
    new Set(entries.map((entry) => entry.name));
  return { metrics: names(metrics), dimensions: names(dimensions), events: names(events) };
}

function filtersOf(
  problems: FrameProblem[],
  value: unknown,
  known: KnownNames,
  at = 'filters',
): FrameFilter[] {
  const filters = listOf(value).flatMap((filter, i): FrameFilter[] => {
    const path = `${at}[${i}]`;
    if (
      !isRecord(filter) ||
      typeof filter.dimension !== 'string' ||
      !(known.dimensions.has(filter.dimension) || known.metrics.has(filter.dimension))
    ) {
      problems.push({ path, message: 'needs a dimension of the catalogue' });
      return [];
    }
    const { dimension } = filter;
    const given = listOf(filter.values);
    const values = given.filter(isFilterValue);
    if (values.length === 0 || values.length > 200 || values.length !== given.length) {
      const message = 'must be 1 to 200 strings, numbers or booleans';
      problems.push({ path: `${path}.values`, message });
      return [];
    }
    const operator = oneOf(problems, `${path}.operator`, filter.operator, operators, 'equals');
    if (known.metrics.has(dimension) && !isNumeric(operator, values)) {
      problems.push({ path, message: 'a metric is compared with numbers' });
      return [];
    }
    return [{ dimension, operator, values }];
  });
  if (listOf(value).length > 50) problems.push({ path: at, message: 'at most 50' });
  return filters;
}

function isNumeric(operator: FrameFilter['operator'], values: FrameFilter['values']): boolean {
  return operator !== 'contains' && values.every((value) => typeof value === 'number');
}

function isFilterValue(value: unknown): value is FrameFilter['values'][number] {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

function joinProblems(
  { metrics, dimensions, filters }: Pick<Draft, 'metrics' | 'dimensions' | 'filters'>,
  catalogue: Catalogue,
): FrameProblem[] {
  const names = [...dimensions, ...filters.map((filter) => filter.dimension)];
  return metrics.flatMap((metric) =>
    names
      .filter((name) => !isJoinable(catalogue, metric, name))
      .map((name) => ({ path: 'metrics', message: `${metric} cannot be combined with ${name}` })),
  );
}

function orderOf(
  problems: FrameProblem[],
  value: unknown,
  names: ReadonlySet<string>,
): FrameOrder[] {
  return listOf(value).flatMap((entry, i) => {
    const path = `order[${i}]`;
    if (!isRecord(entry) || typeof entry.by !== 'string' || !names.has(entry.by)) {
      problems.push({ path, message: 'must name a metric or dimension of the frame' });
      return [];
    }
    const { by, direction } = entry;
    return [{ by, direction: oneOf(problems, `${path}.direction`, direction, directions, 'desc') }];
  });
}

function grainOf(problems: FrameProblem[], value: unknown): Grain | null {
  if (value === undefined || value === null) return null;
  return oneOf(problems, 'grain', value, grains, 'day');
}

function comparisonOf(problems: FrameProblem[], value: unknown): FrameComparison | null {
  if (!isRecord(value)) return null;
  const kind = oneOf(problems, 'compare.kind', value.kind, comparisons, 'previous_period');
  const dates = value.from === undefined ? null : timeOf(problems, 'compare', value);
  if (kind === 'range' && dates === null)
    problems.push({ path: 'compare', message: 'a range needs from and to' });
  if (dates === null) return { kind };
  const { from, to, label } = dates;
  return { kind, from, to, ...(label === '' ? {} : { label }) };
}

function horizonOf(problems: FrameProblem[], value: unknown): FrameHorizon | null {
  if (!isRecord(value)) return null;
  return {
    n: wholeOf(problems, 'horizon.n', value.n, 1000) ?? 1,
    grain: oneOf(problems, 'horizon.grain', value.grain, grains, 'month'),
  };
}

function transformOf(problems: FrameProblem[], value: unknown): FrameTransform | null {
  if (!isRecord(value)) return null;
  return {
    kind: oneOf(problems, 'transform.kind', value.kind, transforms, 'share'),
    window: wholeOf(problems, 'transform.window', value.window, 1000),
  };
}

function ratioOf(
  problems: FrameProblem[],
  value: unknown,
  known: KnownNames,
  metrics: readonly string[],
): FrameRatio | null {
  if (!isRecord(value)) return null;
  const side = (name: 'numerator' | 'denominator'): FrameTerm | undefined => {
    const path = `ratio.${name}`;
    const term = value[name];
    const metric = isRecord(term) ? term.metric : undefined;
    if (!isRecord(term) || typeof metric !== 'string' || !metrics.includes(metric)) {
      problems.push({ path, message: 'needs a metric of the frame' });
      return undefined;
    }
    return { metric, filters: filtersOf(problems, term.filters, known, `${path}.filters`) };
  };
  const numerator = side('numerator');
  const denominator = side('denominator');
  return numerator === undefined || denominator === undefined ? null : { numerator, denominator };
}

function rankingOf(
  problems: FrameProblem[],
  value: unknown,
  dimensions: readonly string[],
): FrameRanking | null {
  if (!isRecord(value)) return null;
  const { per } = value;
  const inside = typeof per === 'string' ? per : null;
  if (inside !== null && !dimensions.includes(inside))
    problems.push({ path: 'ranking.per', message: 'must name a dimension of the frame' });
  const by = oneOf(problems, 'ranking.by', value.by, ['value', 'rise', 'fall'] as const, 'value');
  return { by, per: inside };
}

/** A proposed study with what else frames of studies have. */
function checkStudy(proposed: Record<string, unknown>, catalogue: Catalogue): CheckedFrame {
  const problems: FrameProblem[] = [];
  const known = knownNames(catalogue);
  const study = studyOf(problems, proposed.study, catalogue);
  const dimensions = namesOf(problems, 'dimensions', proposed.dimensions, known.dimensions);
  const filters = filtersOf(problems, proposed.filters, known);
  const time = timeOf(problems, 'time', proposed.time);
  const grain = grainOf(problems, proposed.grain);
  const chart = oneOf(problems, 'chart', proposed.chart, charts, 'table');
  for (const path of ['metrics', 'order', 'steps'] as const)
    if (listOf(proposed[path]).length > 0)
      problems.push({ path, message: 'is no part of a frame with the intent study' });
  if (dimensions.length > 1) problems.push({ path: 'dimensions', message: 'at most one' });
  if (study === undefined || problems.length > 0) return { kind: 'invalid', problems };
  const frame = { ...emptyFrame, intent: 'study', study, dimensions, filters, time, grain, chart };
  return { kind: 'frame', frame: frame as StudyFrame };
}

function commandOf(problems: FrameProblem[], value: unknown): null {
  if (value !== undefined && value !== null)
    problems.push({ path: 'command', message: 'commands are not accepted here' });
  return null;
}
