import { type Catalogue, isJoinable } from '../../linking/index.js';
import { dayOfIso } from '../../time/index.js';
import {
  type Chart,
  emptyFrame,
  type Frame,
  type FrameComparison,
  type FrameFilter,
  type FrameTime,
  type Grain,
  type Intent,
} from './frame.js';

/** A proposed frame after the check: usable, or every problem with where it is. */
export type CheckedFrame =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    };

const intents: readonly Intent[] = [
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
const transforms = ['share', 'moving_average', 'cumulative'] as const;
const comparisons: readonly FrameComparison['kind'][] = [
  'previous_period',
  'same_period_last_year',
  'range',
];
const charts: readonly Chart[] = ['number', 'bar', 'line', 'table', 'funnel', 'cohort'];

/**
 * Checks a frame that comes from outside (an edited chip, a stored link, a language model's
 * proposal) like any other: shape, names of the catalogue, what may be combined, real dates, sane
 * numbers. Missing parts take their empty value. Commands are not accepted: only the parser proposes them.
 */
export function checkFrame(proposed: unknown, catalogue: Catalogue): CheckedFrame {
  const problems: { path: string; message: string }[] = [];
  const fail = (path: string, message: string) => {
    problems.push({ path, message });
  };
  if (!isRecord(proposed))
    return { kind: 'invalid', problems: [{ path: '', message: 'a frame is an object' }] };
  const oneOf = <T extends string>(
    path: string,
    value: unknown,
    allowed: readonly T[],
    fallback: T,
  ): T => {
    if (value === undefined || value === null) return fallback;
    const found = allowed.find((a) => a === value);
    if (found === undefined) fail(path, `must be one of ${allowed.join(', ')}`);
    return found ?? fallback;
  };
  const namesOf = (path: string, value: unknown, known: ReadonlySet<string>): string[] => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) || value.length > 20) {
      fail(path, 'must be a list of at most 20 names');
      return [];
    }
    return value.flatMap((name: unknown, i) => {
      if (typeof name === 'string' && known.has(name)) return [name];
      fail(`${path}[${i}]`, 'is not in the catalogue');
      return [];
    });
  };
  const whole = (path: string, value: unknown, most: number): number | null => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most)
      return value;
    fail(path, `must be a whole number from 1 to ${most}`);
    return null;
  };
  const range = (path: string, value: unknown): FrameTime | null => {
    if (value === undefined || value === null) return null;
    if (
      !isRecord(value) ||
      typeof value.from !== 'string' ||
      typeof value.to !== 'string' ||
      !isDay(value.from) ||
      !isDay(value.to) ||
      value.from >= value.to
    ) {
      fail(path, 'must be a half-open range of ISO dates');
      return null;
    }
    return {
      from: value.from,
      to: value.to,
      label: typeof value.label === 'string' ? value.label.slice(0, 200) : '',
    };
  };

  const metricNames = new Set(catalogue.metrics.map((m) => m.name));
  const dimensionNames = new Set(catalogue.dimensions.map((d) => d.name));
  const metrics = namesOf('metrics', proposed.metrics, metricNames);
  const dimensions = namesOf('dimensions', proposed.dimensions, dimensionNames);
  const filters = listOf(proposed.filters).flatMap((filter, i): FrameFilter[] => {
    const path = `filters[${i}]`;
    if (
      !isRecord(filter) ||
      typeof filter.dimension !== 'string' ||
      !(dimensionNames.has(filter.dimension) || metricNames.has(filter.dimension))
    ) {
      fail(path, 'needs a dimension of the catalogue');
      return [];
    }
    const values = listOf(filter.values).filter(
      (v): v is string | number | boolean =>
        typeof v === 'string' ||
        typeof v === 'boolean' ||
        (typeof v === 'number' && Number.isFinite(v)),
    );
    if (
      values.length === 0 ||
      values.length > 200 ||
      values.length !== listOf(filter.values).length
    ) {
      fail(`${path}.values`, 'must be 1 to 200 strings, numbers or booleans');
      return [];
    }
    return [
      {
        dimension: filter.dimension,
        operator: oneOf(`${path}.operator`, filter.operator, operators, 'equals'),
        values,
      },
    ];
  });
  if (listOf(proposed.filters).length > 50) fail('filters', 'at most 50');
  for (const metric of metrics) {
    for (const name of [...dimensions, ...filters.map((f) => f.dimension)]) {
      if (!isJoinable(catalogue, metric, name))
        fail('metrics', `${metric} cannot be combined with ${name}`);
    }
  }
  const order = listOf(proposed.order).flatMap((entry, i) => {
    if (
      !isRecord(entry) ||
      typeof entry.by !== 'string' ||
      !(metrics.includes(entry.by) || dimensions.includes(entry.by))
    ) {
      fail(`order[${i}]`, 'must name a metric or dimension of the frame');
      return [];
    }
    return [
      {
        by: entry.by,
        direction: oneOf(
          `order[${i}].direction`,
          entry.direction,
          ['asc', 'desc'] as const,
          'desc',
        ),
      },
    ];
  });
  const intent = oneOf('intent', proposed.intent, intents, 'query');
  if (
    metrics.length === 0 &&
    (intent === 'query' ||
      intent === 'compare' ||
      intent === 'explain' ||
      intent === 'forecast' ||
      intent === 'anomalies')
  )
    fail('metrics', 'at least one is needed');
  const steps = namesOf(
    'steps',
    proposed.steps,
    new Set((catalogue.events ?? []).map((e) => e.name)),
  );
  if (intent === 'funnel' && steps.length < 2) fail('steps', 'a funnel needs two');

  let compare: FrameComparison | null = null;
  if (isRecord(proposed.compare)) {
    const kind = oneOf('compare.kind', proposed.compare.kind, comparisons, 'previous_period');
    const dates = proposed.compare.from === undefined ? null : range('compare', proposed.compare);
    if (kind === 'range' && dates === null) fail('compare', 'a range needs from and to');
    compare = {
      kind,
      ...(dates === null ? {} : { from: dates.from, to: dates.to }),
      ...(dates === null || dates.label === '' ? {} : { label: dates.label }),
    };
  }
  let horizon: Frame['horizon'] = null;
  if (isRecord(proposed.horizon))
    horizon = {
      n: whole('horizon.n', proposed.horizon.n, 1000) ?? 1,
      grain: oneOf('horizon.grain', proposed.horizon.grain, grains, 'month'),
    };
  let transform: Frame['transform'] = null;
  if (isRecord(proposed.transform))
    transform = {
      kind: oneOf('transform.kind', proposed.transform.kind, transforms, 'share'),
      window: whole('transform.window', proposed.transform.window, 1000),
    };
  if (proposed.command !== undefined && proposed.command !== null)
    fail('command', 'commands are not accepted here');
  const frame: Frame = {
    ...emptyFrame,
    intent,
    metrics,
    dimensions,
    filters,
    time: range('time', proposed.time),
    grain:
      proposed.grain === undefined || proposed.grain === null
        ? null
        : oneOf('grain', proposed.grain, grains, 'day'),
    compare,
    order,
    limit: whole('limit', proposed.limit, 10_000),
    horizon,
    steps,
    transform,
    chart: oneOf('chart', proposed.chart, charts, 'table'),
  };
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'frame', frame };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isDay(text: string): boolean {
  return text.length === 10 && dayOfIso(text) !== undefined;
}
