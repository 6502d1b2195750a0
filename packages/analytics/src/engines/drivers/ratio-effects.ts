import type { AnswerRow } from '@olympus/semantic';
import { isUndefined, mixAndRate, type RatioParts } from '@olympus/stats';
import { numberIn } from '../../query/number-in.js';
import type { EngineRun } from '../engine.js';
import {
  type GroupKey,
  type GroupRows,
  keyOf,
  type NamingLimits,
  namedOf,
  sumsTo,
} from './parts.js';

/** Names of the metrics that a ratio divides. */
export interface RatioMetrics {
  readonly numerator: string;
  readonly denominator: string;
}

/** How one group moved the whole ratio, in the ratio's unit; see `mixAndRate` of stats. */
export interface RatioEffect {
  readonly mix: number;
  readonly rate: number;
  /** Both together; with the others' they add up to the change of the ratio. */
  readonly total: number;
}

export interface GroupEffect extends RatioEffect {
  readonly key: GroupKey;
  /** The group's own ratio; null where it has no denominator. */
  readonly current: number | null;
  readonly previous: number | null;
  /** Its share of the denominator. */
  readonly weight: number;
  readonly previousWeight: number;
}

/** The change of a ratio by groups of a dimension. */
export interface RatioEffects {
  /** By the size of their effect. */
  readonly groups: readonly GroupEffect[];
  readonly others: (RatioEffect & { readonly count: number }) | undefined;
  /** Over all groups, named or not. */
  readonly mix: number;
  readonly rate: number;
  /** How far the groups' effects are from those of a change that all share alike. */
  readonly unevenness: number;
}

/** The metrics that the run's one divides, where it is such a ratio. */
export function ratioMetricsOf({ metric, model }: EngineRun): RatioMetrics | undefined {
  const definition = model.metrics.get(metric.name)?.definition;
  if (definition?.kind !== 'ratio') return undefined;
  const { numerator, denominator } = definition;
  return numerator === denominator ? undefined : { numerator, denominator };
}

const partsIn = (row: AnswerRow, { numerator, denominator }: RatioMetrics, suffix: string) => ({
  numerator: numberIn(row[`${numerator}${suffix}`]),
  denominator: numberIn(row[`${denominator}${suffix}`]),
});

/**
 * Effects of mix and rate of each group on the change of a ratio.
 * @param whole  the row of the question without groups
 * @returns undefined where the groups' parts are not those of the whole: where an order counts in
 *   several groups, or groups were left out
 */
export function ratioEffects(
  metrics: RatioMetrics,
  { dimensions, rows, truncated }: GroupRows,
  whole: AnswerRow,
  limits: NamingLimits,
): RatioEffects | undefined {
  if (truncated) return undefined;
  const spans = ['_previous', ''] as const;
  const wholes = spans.map((suffix) => partsIn(whole, metrics, suffix));
  const [before = [], after = []] = spans.map((suffix) =>
    rows.map((row) => partsIn(row, metrics, suffix)),
  );
  const fits = [before, after].every((parts, index) =>
    (['numerator', 'denominator'] as const).every((part) =>
      sumsTo(
        parts.map((one) => one[part] ?? 0),
        wholes[index]?.[part] ?? null,
      ),
    ),
  );
  if (!fits) return undefined;
  const known = ({ numerator, denominator }: { [Part in keyof RatioParts]: number | null }) => ({
    numerator: numerator ?? 0,
    denominator: denominator ?? 0,
  });
  const groups = rows.map((_, index) => ({
    previous: known(before[index] ?? nothing),
    current: known(after[index] ?? nothing),
  }));
  const effects = mixAndRate(groups);
  if (isUndefined(effects)) return undefined;
  const [beforeAll, afterAll] = wholes.map(known);
  const found = effects.map((effect, index): GroupEffect => {
    const { previous = nothing, current = nothing } = groups[index] ?? {};
    return {
      ...effect,
      key: keyOf(rows[index] ?? {}, dimensions),
      current: ratioOf(current),
      previous: ratioOf(previous),
      weight: current.denominator / (afterAll?.denominator ?? 1),
      previousWeight: previous.denominator / (beforeAll?.denominator ?? 1),
    };
  });
  return named(found, limits);
}

const nothing: RatioParts = { numerator: 0, denominator: 0 };

const ratioOf = ({ numerator, denominator }: RatioParts) =>
  denominator === 0 ? null : numerator / denominator;

function named(effects: readonly GroupEffect[], limits: NamingLimits): RatioEffects {
  const moved = effects
    .filter(
      ({ weight, previousWeight, total }) => weight !== 0 || previousWeight !== 0 || total !== 0,
    )
    .sort((a, b) => Math.abs(b.total) - Math.abs(a.total));
  const count = namedOf(moved, ({ total }) => total, limits);
  const rest = moved.slice(count);
  const sum = (some: readonly RatioEffect[], part: keyof RatioEffect) =>
    some.reduce((all, effect) => all + effect[part], 0);
  const change = sum(moved, 'total');
  return {
    groups: moved.slice(0, count),
    others:
      rest.length === 0
        ? undefined
        : {
            mix: sum(rest, 'mix'),
            rate: sum(rest, 'rate'),
            total: sum(rest, 'total'),
            count: rest.length,
          },
    mix: sum(moved, 'mix'),
    rate: sum(moved, 'rate'),
    unevenness: moved.reduce(
      (all, { total, weight, previousWeight }) =>
        all + Math.abs(total - ((weight + previousWeight) / 2) * change),
      0,
    ),
  };
}
