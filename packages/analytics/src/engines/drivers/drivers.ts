import type { AnswerRow, MetricQuery } from '@olympus/semantic';
import {
  type EngineDependencies,
  type EngineRun,
  type FiguresSource,
  type MetricRequest,
  startRun,
  type Unsupported,
} from '../engine.js';
import {
  type GroupDrivers,
  type Movement,
  movementOf,
  type NamingLimits,
  takeApart,
} from './parts.js';
import {
  type RatioEffects,
  type RatioMetrics,
  ratioEffects,
  ratioMetricsOf,
} from './ratio-effects.js';

/** Dimensions to choose from when none are given, coarse ones first. */
export const telling: readonly string[] = [
  'channel',
  'customer.country',
  'product.category',
  'location.name',
  'customer.segment',
  'session.device',
  'session.utm_source',
  'payment.method',
  'product.name',
];
/** Dimensions of so many values that coarser ones tell more at a glance. */
const fine: ReadonlySet<string> = new Set(['product.name']);
export const isFine = (dimension: string) => fine.has(dimension);
/** Groups that one query reads. */
export const mostGroups = 10_000;

export interface DriversRequest extends MetricRequest {
  /** The later span; without it there is nothing to explain. */
  readonly time?: MetricQuery['time'];
  /** The earlier span, or how to choose it. */
  readonly compare?: MetricQuery['compare'];
  /** Take the change apart by these, in this order. */
  readonly dimensions?: readonly string[];
  /** Without `dimensions`: choose only among these. */
  readonly among?: readonly string[];
  /** Without `dimensions`: choose from these instead of {@link telling}. */
  readonly candidates?: readonly string[];
  /** Whether changes of ratios are taken apart in effects of mix and rate. */
  readonly effects?: boolean;
  readonly limits?: NamingLimits & {
    /** Dimensions in the result; default 4. */
    readonly dimensions?: number;
  };
}

/** How the groups of one dimension moved the metric. */
export interface DimensionDrivers extends GroupDrivers {
  readonly dimension: string;
  /** Of ratios, where asked for and the groups' parts are the whole's: each group's part of the change. */
  readonly effects: RatioEffects | undefined;
}

export interface Drivers {
  readonly kind: 'drivers';
  readonly total: Movement;
  /** In the order given; else those that add up first, then by how much their mix changed. */
  readonly dimensions: readonly DimensionDrivers[];
  readonly source: FiguresSource;
}

/** `no_period`: a span, or the one to compare it with, is missing. */
export type DriversResult = Drivers | Unsupported<'no_period'>;

/** The spans of a request that has both. */
export interface Spans {
  readonly time: NonNullable<MetricQuery['time']>;
  readonly compare: NonNullable<MetricQuery['compare']>;
}

/**
 * Takes the change of a metric between two spans apart by dimension. Contributions are arithmetic
 * and name no cause. One query for the whole and one a dimension.
 * @throws Problem `unknown_metric`, and those of `QueryService.answer`
 */
export async function explainChange(
  deps: EngineDependencies,
  request: DriversRequest,
): Promise<DriversResult> {
  const { time, compare } = request;
  if (time === undefined || compare === undefined)
    return { kind: 'unsupported', reason: 'no_period' };
  const run = await startRun(deps, request);
  const { total, dimensions } = await driversOf(run, { time, compare }, request);
  return { kind: 'drivers', total, dimensions, source: run.source() };
}

/** What a run finds of a change, with the row that it is about. */
export interface FoundDrivers {
  readonly total: Movement;
  readonly dimensions: readonly DimensionDrivers[];
  /** The row of the question without groups. */
  readonly whole: AnswerRow;
  /** What the metric divides, where effects were asked for. */
  readonly ratio: RatioMetrics | undefined;
}

/** The drivers of a change, within a run. */
export async function driversOf(
  run: EngineRun,
  spans: Spans,
  request: DriversRequest,
): Promise<FoundDrivers> {
  const { limits = {} } = request;
  const ratio = request.effects === true ? ratioMetricsOf(run) : undefined;
  const metrics = metricsRead(run, ratio);
  const answer = await run.read({ ...spans, metrics });
  const whole = answer.rows[0] ?? {};
  const total = movementOf(run, whole);
  const found = await Promise.all(
    dimensionsOf(request, run).map(async (dimension) => {
      const dimensions = [dimension];
      const { rows, meta } = await run.read({ ...spans, metrics, dimensions, limit: mostGroups });
      if (rows.length < 2) return [];
      const read = { dimensions, rows, truncated: meta.truncated };
      const effects = ratio && ratioEffects(ratio, read, whole, limits);
      if (request.dimensions === undefined && effects && isMostlyUnknown(effects)) return [];
      return [{ dimension, ...takeApart(run, read, total, limits), effects }];
    }),
  );
  const ranked = request.dimensions === undefined ? found.flat().sort(byTelling) : found.flat();
  // what is not known of most facts tells little, however its mix changed
  if (request.effects === true && request.dimensions === undefined) ranked.sort(byKnown);
  return { total, dimensions: ranked.slice(0, limits.dimensions ?? 4), whole, ratio };
}

/**
 * Whether most of what a ratio divides by has no value of the dimension: visits have no country until
 * they order, so the rates of countries tell nothing.
 */
const isMostlyUnknown = ({ groups }: RatioEffects) =>
  groups.some(({ key, weight }) => key.every((value) => value === null) && weight > 0.5);

/** The metric, and what it divides where effects of mix and rate are asked for. */
export const metricsRead = ({ metric }: EngineRun, ratio: RatioMetrics | undefined) =>
  ratio === undefined ? [metric.name] : [metric.name, ratio.numerator, ratio.denominator];

/** What adds up first, then coarse dimensions, then those whose mix changed most. */
const byTelling = (a: DimensionDrivers, b: DimensionDrivers) =>
  Number(tellsParts(b)) - Number(tellsParts(a)) ||
  Number(fine.has(a.dimension)) - Number(fine.has(b.dimension)) ||
  (b.effects?.unevenness ?? 0) - (a.effects?.unevenness ?? 0) ||
  b.divergence - a.divergence;

const unknownShare = ({ groups, addsUp }: DimensionDrivers) => {
  const [all, unknown] = [groups, groups.filter(({ value }) => value === null)].map((some) =>
    some.reduce((sum, { current }) => sum + Math.abs(current ?? 0), 0),
  );
  return addsUp && all ? (unknown ?? 0) / all : 0;
};

const byKnown = (a: DimensionDrivers, b: DimensionDrivers) =>
  Number(unknownShare(a) > 0.5) - Number(unknownShare(b) > 0.5);

const tellsParts = ({ addsUp, effects }: DimensionDrivers) => addsUp || effects !== undefined;

/** The dimensions to take the change apart by; those held at one value tell nothing. */
function dimensionsOf(
  { dimensions, among, candidates = telling, filters = [] }: DriversRequest,
  { metric }: EngineRun,
): readonly string[] {
  if (dimensions !== undefined) return dimensions;
  const held = new Set(
    filters.flatMap((filter) =>
      'dimension' in filter && filter.operator === 'equals' && filter.values.length === 1
        ? [filter.dimension]
        : [],
    ),
  );
  return candidates.filter(
    (name) =>
      metric.dimensions.includes(name) && !held.has(name) && (among?.includes(name) ?? true),
  );
}
