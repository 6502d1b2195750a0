import type { Model } from '@olympus/semantic';
import { checkDimensions } from '../check-dimensions.js';
import {
  type DimensionDrivers,
  driversOf,
  type FoundDrivers,
  type Spans,
  telling,
} from '../drivers/drivers.js';
import type { Movement } from '../drivers/parts.js';
import {
  type DescribedMetric,
  type EngineDependencies,
  type EngineRun,
  type FiguresSource,
  type MetricRequest,
  startRun,
} from '../engine.js';
import { type ContextEvent, contextOf } from './context.js';
import { type PairDrivers, pairsOf, readPair } from './pairs.js';
import { type TopDriver, topDrivers } from './top-drivers.js';
import { type MetricTree, metricTree } from './tree.js';

export interface ExplainRequest extends MetricRequest, Spans {
  /** Take the change apart by these, in this order; else by all that tell something. */
  readonly dimensions?: readonly string[] | undefined;
  /** Whether pairs of dimensions are looked at too; default yes. */
  readonly pairs?: boolean | undefined;
  /** Whether what happened nearby is looked up; default yes. */
  readonly context?: boolean | undefined;
  /** Groups that are named in each dimension; default 8. */
  readonly groups?: number | undefined;
}

/** What is left out once a run has used its time. */
export type Skipped = 'pairs' | 'context';

/** Why a metric differs between two spans, as far as arithmetic tells. */
export interface Explanation {
  readonly metric: DescribedMetric;
  /** The model that it was read by, in the language asked for. */
  readonly model: Model;
  readonly total: Movement;
  /** The groups that stand out, at most one a dimension. */
  readonly top: readonly TopDriver[];
  /** Those whose parts add up first, then by how much they tell. */
  readonly dimensions: readonly DimensionDrivers[];
  readonly pairs: readonly PairDrivers[];
  readonly tree: MetricTree | undefined;
  readonly context: readonly ContextEvent[];
  readonly skipped: readonly Skipped[];
  readonly source: FiguresSource;
}

/** Dimensions that changes are taken apart by where none are named. */
const candidates: readonly string[] = [
  ...telling,
  'payment.provider',
  'payment.failure_code',
  'promotion',
  'campaign.channel',
];
const limits = { dimensions: 8, groups: 8, smallest: 0.005 };
/** Milliseconds after which no further questions are asked. */
const patienceMs = 8_000;

/**
 * Explains the change of a metric: drivers by dimension, pairs of them, the numbers it is made of,
 * and what happened nearby. One query a dimension, at most three pairs, at most five more.
 * @throws Problem `unknown_metric`, and those of `QueryService.answer`
 */
export async function explain(
  deps: EngineDependencies,
  request: ExplainRequest,
): Promise<Explanation> {
  const startedMs = deps.stopwatch.now();
  const run = await startRun(deps, request);
  checkDimensions(run, request.dimensions ?? [], (index) => `/dimensions/${index}`);
  const spans: Spans = { time: request.time, compare: request.compare };
  const naming = { ...limits, ...(request.groups === undefined ? {} : { groups: request.groups }) };
  const { tenantId, metric, filters, dimensions } = request;
  const asked = { tenantId, metric, effects: true, candidates, limits: naming };
  const [found, tree] = await Promise.all([
    driversOf(run, spans, {
      ...asked,
      ...(filters === undefined ? {} : { filters }),
      ...(dimensions === undefined ? {} : { dimensions }),
    }),
    metricTree(run, spans),
  ]);
  const late = () => deps.stopwatch.now() - startedMs > patienceMs;
  const wants = {
    pairs: request.pairs !== false && found.dimensions.length > 1,
    context: request.context !== false,
  };
  const skipped = (['pairs', 'context'] as const).filter((part) => wants[part] && late());
  const does = (part: Skipped) => wants[part] && !skipped.includes(part);
  const [pairs, context] = await Promise.all([
    does('pairs') ? readPairs(run, spans, found, naming) : [],
    does('context') ? readContext(run, spans) : [],
  ]);
  return {
    metric: run.metric,
    model: run.model,
    total: found.total,
    top: topDrivers(found.dimensions, found.total),
    dimensions: found.dimensions,
    pairs,
    tree,
    context,
    skipped,
    source: run.source(),
  };
}

async function readPairs(
  run: EngineRun,
  spans: Spans,
  found: FoundDrivers,
  naming: typeof limits,
): Promise<readonly PairDrivers[]> {
  const read = await Promise.all(
    pairsOf(found.dimensions).map((pair) => readPair(run, spans, found, pair, naming)),
  );
  return read.flatMap((pair) => pair ?? []);
}

async function readContext(run: EngineRun, spans: Spans): Promise<readonly ContextEvent[]> {
  const { range, comparisonRange } = run.source();
  if (range === null || comparisonRange === null) return [];
  return contextOf(run, spans, range, comparisonRange);
}
