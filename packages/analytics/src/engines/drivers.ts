import { type AnswerRow, type AnswerValue, changeOf, type MetricQuery } from '@olympus/semantic';
import { isUndefined, jensenShannonDistance } from '@olympus/stats';
import { numberIn } from '../query/number-in.js';
import {
  type EngineDependencies,
  type EngineRun,
  type FiguresSource,
  type MetricRequest,
  startRun,
  type Unsupported,
} from './engine.js';

/** Dimensions to choose from when none are given, coarse ones first. */
const telling: readonly string[] = [
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
const mostGroups = 10_000;

export interface DriversRequest extends MetricRequest {
  /** The later span; without it there is nothing to explain. */
  readonly time?: MetricQuery['time'];
  /** The earlier span, or how to choose it. */
  readonly compare?: MetricQuery['compare'];
  /** Take the change apart by these, in this order. */
  readonly dimensions?: readonly string[];
  /** Without `dimensions`: choose only among these. */
  readonly among?: readonly string[];
  readonly limits?: {
    /** Dimensions in the result; default 4. */
    readonly dimensions?: number;
    /** Groups that are named, the rest is put together; default 10. */
    readonly groups?: number;
  };
}

/** A metric in both spans, in its unit. */
export interface Movement {
  /** Null where the metric is unknown in that span. */
  readonly current: number | null;
  readonly previous: number | null;
  /** Later minus earlier value. */
  readonly difference: number | null;
  /** The change as `changeOf` gives it: a ratio, for metrics that are ratios the difference. */
  readonly change: number | null;
}

/** How one group moved; of what adds up, a group missing in a span counts as 0 there. */
export interface GroupDriver extends Movement {
  readonly value: AnswerValue;
  readonly difference: number;
}

/** How the groups of one dimension moved the metric. */
export interface DimensionDrivers {
  readonly dimension: string;
  /**
   * Whether the groups are the parts of the whole, in both spans. If so differences are
   * contributions: with `others` they add up to the whole's. If not, each is that group's own change.
   */
  readonly addsUp: boolean;
  /** How much the mix of groups changed: Jensen–Shannon divergence of their shares, bits, 0–1. */
  readonly divergence: number;
  /** Those that moved most, by the size of their difference. */
  readonly groups: readonly GroupDriver[];
  /** The groups not named, together; undefined where there are none or they do not add up. */
  readonly others: OtherGroups | undefined;
}

export interface OtherGroups extends Movement {
  readonly current: number;
  readonly previous: number;
  readonly difference: number;
  /** Null where there are more groups than one query reads. */
  readonly count: number | null;
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

/**
 * Takes the change of a metric between two spans apart by dimension. Contributions are arithmetic
 * and name no cause. One query for the whole and one a dimension.
 * @throws Problem `unknown_metric`, and those of `QueryService.answer`
 */
export async function explainChange(
  deps: EngineDependencies,
  request: DriversRequest,
): Promise<DriversResult> {
  const { time, compare, limits = {} } = request;
  if (time === undefined || compare === undefined)
    return { kind: 'unsupported', reason: 'no_period' };
  const run = await startRun(deps, request);
  const spans = { time, compare };
  const whole = await run.read(spans);
  const total = movementOf(run, whole.rows[0] ?? {});
  const found: DimensionDrivers[] = [];
  for (const dimension of dimensionsOf(request, run)) {
    const answer = await run.read({ ...spans, dimensions: [dimension], limit: mostGroups });
    if (answer.rows.length < 2) continue;
    const { rows } = answer;
    const { truncated } = answer.meta;
    found.push(takeApart(run, { dimension, rows, truncated }, total, limits.groups ?? 10));
  }
  const ranked = request.dimensions === undefined ? found.sort(byTelling) : found;
  return {
    kind: 'drivers',
    total,
    dimensions: ranked.slice(0, limits.dimensions ?? 4),
    source: run.source(),
  };
}

/** What adds up first, then coarse dimensions, then those whose mix changed most. */
const byTelling = (a: DimensionDrivers, b: DimensionDrivers) =>
  Number(b.addsUp) - Number(a.addsUp) ||
  Number(fine.has(a.dimension)) - Number(fine.has(b.dimension)) ||
  b.divergence - a.divergence;

/** The dimensions to take the change apart by; those held at one value tell nothing. */
function dimensionsOf(
  { dimensions, among, filters = [] }: DriversRequest,
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
  return telling.filter(
    (name) =>
      metric.dimensions.includes(name) && !held.has(name) && (among?.includes(name) ?? true),
  );
}

function movementOf({ metric }: EngineRun, row: AnswerRow): Movement {
  const current = numberIn(row[metric.name]);
  const previous = numberIn(row[`${metric.name}_previous`]);
  const difference = current === null || previous === null ? null : current - previous;
  return { current, previous, difference, change: changeOf(current, previous, metric.unit) };
}

function takeApart(
  run: EngineRun,
  {
    dimension,
    rows,
    truncated,
  }: { dimension: string; rows: readonly AnswerRow[]; truncated: boolean },
  total: Movement,
  named: number,
): DimensionDrivers {
  const cells = rows.map((row) => ({ value: row[dimension] ?? null, ...movementOf(run, row) }));
  const addsUp =
    run.metric.additive ||
    (sumsTo(
      cells.map(({ current }) => current),
      total.current,
    ) &&
      sumsTo(
        cells.map(({ previous }) => previous),
        total.previous,
      ));
  const groups = cells
    // a group without a rate has not fallen to 0; a group without sales has
    .filter(({ difference }) => addsUp || difference !== null)
    .filter(({ current, previous }) => (current ?? 0) !== 0 || (previous ?? 0) !== 0)
    .map(
      (cell): GroupDriver => ({ ...cell, difference: (cell.current ?? 0) - (cell.previous ?? 0) }),
    )
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const shown = groups.slice(0, named);
  return {
    dimension,
    addsUp,
    divergence: divergenceOf(groups),
    groups: shown,
    others: addsUp
      ? othersOf(run, total, shown, { rest: groups.slice(named), truncated })
      : undefined,
  };
}

/** Whether values are the parts of a whole. Counts of different things may be, of one dimension and not of another. */
function sumsTo(values: readonly (number | null)[], whole: number | null): boolean {
  if (whole === null || values.some((value) => value === null)) return false;
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  return Math.abs(sum - whole) <= 1e-9 * Math.max(1, Math.abs(whole));
}

const sumOf = (groups: readonly GroupDriver[], span: 'current' | 'previous') =>
  groups.reduce((sum, group) => sum + (group[span] ?? 0), 0);

function othersOf(
  { metric }: EngineRun,
  total: Movement,
  shown: readonly GroupDriver[],
  { rest, truncated }: { readonly rest: readonly GroupDriver[]; readonly truncated: boolean },
): OtherGroups | undefined {
  if (rest.length === 0 && !truncated) return undefined;
  // of groups that were not read only the sum is known
  const together = (span: 'current' | 'previous') =>
    truncated ? (total[span] ?? 0) - sumOf(shown, span) : sumOf(rest, span);
  const current = together('current');
  const previous = together('previous');
  return {
    current,
    previous,
    difference: current - previous,
    change: changeOf(current, previous, metric.unit),
    count: truncated ? null : rest.length,
  };
}

/** Groups below zero count as nothing; 0 where either span is empty. */
function divergenceOf(groups: readonly GroupDriver[]): number {
  const counts = (span: 'current' | 'previous') =>
    groups.map((group) => Math.max(0, group[span] ?? 0));
  const distance = jensenShannonDistance(counts('previous'), counts('current'));
  return isUndefined(distance) ? 0 : distance ** 2;
}
