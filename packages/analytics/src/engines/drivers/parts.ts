import { type AnswerRow, type AnswerValue, changeOf } from '@olympus/semantic';
import { isUndefined, jensenShannonDistance } from '@olympus/stats';
import { numberIn } from '../../query/number-in.js';
import type { EngineRun } from '../engine.js';

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

/** Values of one or two dimensions, in their order. */
export type GroupKey = readonly AnswerValue[];

/** How one group moved; of what adds up, a group missing in a span counts as 0 there. */
export interface GroupDriver extends Movement {
  /** The value of the first dimension. */
  readonly value: AnswerValue;
  readonly key: GroupKey;
  readonly difference: number;
}

export interface OtherGroups extends Movement {
  readonly current: number;
  readonly previous: number;
  readonly difference: number;
  /** Null where there are more groups than one query reads. */
  readonly count: number | null;
}

/** How the groups of one dimension, or of a pair, moved the metric. */
export interface GroupDrivers {
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

/** What a query by dimensions gave. */
export interface GroupRows {
  readonly dimensions: readonly string[];
  readonly rows: readonly AnswerRow[];
  /** Whether there are more groups than were read. */
  readonly truncated: boolean;
}

export interface NamingLimits {
  /** Groups that are named, the rest is put together; default 10. */
  readonly groups?: number;
  /** Share of all movement below which a group is not named; default 0. */
  readonly smallest?: number;
}

export function movementOf({ metric }: EngineRun, row: AnswerRow): Movement {
  const current = numberIn(row[metric.name]);
  const previous = numberIn(row[`${metric.name}_previous`]);
  const difference = current === null || previous === null ? null : current - previous;
  return { current, previous, difference, change: changeOf(current, previous, metric.unit) };
}

/** Takes the change of a metric apart by the groups that were read. */
export function takeApart(
  run: EngineRun,
  { dimensions, rows, truncated }: GroupRows,
  total: Movement,
  limits: NamingLimits,
): GroupDrivers {
  const cells = rows.map((row) => ({ key: keyOf(row, dimensions), ...movementOf(run, row) }));
  const spans = (['current', 'previous'] as const).map((span) => cells.map((cell) => cell[span]));
  const [current = [], previous = []] = spans;
  const addsUp =
    run.metric.additive || (sumsTo(current, total.current) && sumsTo(previous, total.previous));
  const groups = cells
    // a group without a rate has not fallen to 0; a group without sales has
    .filter(({ difference }) => addsUp || difference !== null)
    .filter(({ current, previous }) => (current ?? 0) !== 0 || (previous ?? 0) !== 0)
    .map(
      (cell): GroupDriver => ({
        ...cell,
        value: cell.key[0] ?? null,
        difference: (cell.current ?? 0) - (cell.previous ?? 0),
      }),
    )
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const named = namedOf(groups, ({ difference }) => difference, limits);
  const shown = groups.slice(0, named);
  return {
    addsUp,
    divergence: divergenceOf(groups),
    groups: shown,
    others: addsUp
      ? othersOf(run, total, shown, { rest: groups.slice(named), truncated })
      : undefined,
  };
}

export const keyOf = (row: AnswerRow, dimensions: readonly string[]): GroupKey =>
  dimensions.map((dimension) => row[dimension] ?? null);

/**
 * How many groups are named, of groups by the size of their effect: as many as the limits allow. One
 * group alone is named rather than called others.
 */
export function namedOf<T>(
  groups: readonly T[],
  effectOf: (group: T) => number,
  { groups: most = 10, smallest = 0 }: NamingLimits,
): number {
  const all = groups.reduce((sum, group) => sum + Math.abs(effectOf(group)), 0);
  const large = groups.filter((group) => Math.abs(effectOf(group)) >= smallest * all).length;
  const named = Math.min(most, large);
  return smallest > 0 && groups.length - named === 1 ? groups.length : named;
}

/** Whether values are the parts of a whole. Counts of different things may be, of one dimension and not of another. */
export function sumsTo(values: readonly (number | null)[], whole: number | null): boolean {
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
