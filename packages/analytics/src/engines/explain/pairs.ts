import {
  type DimensionDrivers,
  type FoundDrivers,
  isFine,
  metricsRead,
  mostGroups,
  type Spans,
} from '../drivers/drivers.js';
import { type GroupDrivers, type NamingLimits, takeApart } from '../drivers/parts.js';
import { type RatioEffects, ratioEffects } from '../drivers/ratio-effects.js';
import type { EngineRun } from '../engine.js';

/** How the groups of two dimensions together moved the metric. */
export interface PairDrivers extends GroupDrivers {
  readonly dimensions: readonly [string, string];
  readonly effects: RatioEffects | undefined;
}

/** Dimensions that are paired. */
const paired = 3;

/** The pairs of the dimensions that tell most and whose groups are parts of the whole. */
export function pairsOf(dimensions: readonly DimensionDrivers[]): readonly [string, string][] {
  const names = dimensions
    .filter(
      ({ addsUp, effects, dimension }) => (addsUp || effects !== undefined) && !isFine(dimension),
    )
    .slice(0, paired)
    .map(({ dimension }) => dimension);
  return names.flatMap((first, index) =>
    names.slice(index + 1).map((second): [string, string] => [first, second]),
  );
}

/** One pair's drivers; undefined where its groups do not add up to the whole. */
export async function readPair(
  run: EngineRun,
  spans: Spans,
  { total, whole, ratio }: FoundDrivers,
  dimensions: readonly [string, string],
  limits: NamingLimits,
): Promise<PairDrivers | undefined> {
  const metrics = metricsRead(run, ratio);
  const { rows, meta } = await run.read({
    ...spans,
    metrics,
    dimensions: [...dimensions],
    limit: mostGroups,
  });
  const read = { dimensions, rows, truncated: meta.truncated };
  const apart = takeApart(run, read, total, limits);
  const effects = ratio && ratioEffects(ratio, read, whole, limits);
  if (!apart.addsUp && effects === undefined) return undefined;
  return { dimensions, ...apart, effects };
}
