import type { DimensionDrivers } from '../drivers/drivers.js';
import type { GroupKey } from '../drivers/parts.js';

/** The group of a dimension that moved the metric most beyond its share. */
export interface TopDriver {
  readonly dimension: string;
  readonly key: GroupKey;
  /** Its part of the change, in the metric's unit. */
  readonly contribution: number;
  /** How much of that goes beyond a change that all groups share by their size. */
  readonly excess: number;
}

/** Share of the change that a group makes beyond its size, from which a group is worth naming. */
const worthNaming = 0.1;

/**
 * The groups that stand out, one a dimension: those that moved the metric the way it went by more
 * than their size lets expect. Of several dimensions the one whose group stands out most comes first.
 */
export function topDrivers(
  dimensions: readonly DimensionDrivers[],
  total: { readonly difference: number | null; readonly previous: number | null },
  most = 3,
): readonly TopDriver[] {
  const { difference: change, previous } = total;
  if (change === null || change === 0) return [];
  return dimensions
    .flatMap((part) => {
      const [first] = partsOf(part, change, previous ?? 0)
        .filter(
          ({ contribution, excess }) =>
            contribution * change > 0 &&
            excess * change > 0 &&
            Math.abs(excess) >= worthNaming * Math.abs(change),
        )
        .sort((a, b) => Math.abs(b.excess) - Math.abs(a.excess));
      return first ?? [];
    })
    .sort((a, b) => Math.abs(b.excess) - Math.abs(a.excess))
    .slice(0, most);
}

function partsOf(
  { dimension, groups, addsUp, effects }: DimensionDrivers,
  change: number,
  previous: number,
): readonly TopDriver[] {
  if (effects !== undefined) {
    return effects.groups.map(({ key, total, weight, previousWeight }) => ({
      dimension,
      key,
      contribution: total,
      excess: total - ((weight + previousWeight) / 2) * change,
    }));
  }
  if (!addsUp) return [];
  return groups.map(({ key, difference, ...group }) => ({
    dimension,
    key,
    contribution: difference,
    excess: difference - (previous > 0 ? ((group.previous ?? 0) / previous) * change : 0),
  }));
}
