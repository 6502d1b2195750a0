import type { Grain } from '@olympus/core';
import type { Condition, Dimension, Measure } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import { accessFromMeasure } from '../plan/access.js';
import {
  type Rollup,
  type RollupPart,
  type StandingRollup,
  type SumsPart,
  sumsParts,
} from './rollup.js';

/** A part of a rollup that a tenant has. */
export interface RollupSource extends StandingRollup {
  readonly part: RollupPart;
}

/** What a question asks of a measure besides its sum. */
interface Asked {
  readonly model: Model;
  readonly measure: Measure;
  /** Dimensions that the question splits and filters by. */
  readonly lookedAt: readonly Dimension[];
  readonly grain: Grain | undefined;
}

/** Whether a part tells what a condition asks of a line. */
function tellsCondition(rollup: Rollup, part: SumsPart, condition: Condition): boolean {
  if ('any' in condition) {
    return condition.any.every((member) => tellsCondition(rollup, part, member));
  }
  if ('dimension' in condition) return false;
  const { column, operator, values } = condition;
  if (part.keys.includes(column)) return true;
  const asksPresence = operator === 'equals' || operator === 'not_equals';
  return rollup.presence.includes(column) && asksPresence && values.every((v) => v === null);
}

/** Whether a part tells a dimension of a line. */
function tellsDimension(part: SumsPart, { model, measure }: Asked, dimension: Dimension): boolean {
  const access = accessFromMeasure(model, measure, dimension);
  if (access === undefined) return false;
  // a row bears the start of its local day
  if (access.calendar !== undefined) return access.calendar !== 'hour';
  const tells = (column: string) => part.keys.includes(column);
  const own = access.column === undefined || tells(access.column);
  if (access.lookup === undefined) return own;
  const { key } = access.lookup.entity;
  const byKept = part.kept?.some(
    ({ column, whereAbsent }) => column === key && whereAbsent === access.column,
  );
  return own && (byKept === true || tells(key));
}

/**
 * The smallest part of a rollup that a measure can be read from as well as from its ledger: a sum,
 * by days or coarser, that looks at nothing the part leaves out; or the firsts that a part holds.
 */
function findPart(rollup: Rollup, asked: Asked): RollupPart | undefined {
  const { measure, lookedAt, grain } = asked;
  if (measure.kind === 'first') {
    const wanted = JSON.stringify(measure);
    return rollup.parts.find(
      (part) => part.kind === 'firsts' && JSON.stringify(part.measure) === wanted,
    );
  }
  if (
    measure.kind !== 'rows' ||
    measure.ledger !== rollup.ledger ||
    measure.aggregate !== 'sum' ||
    measure.column === undefined ||
    !rollup.sums.includes(measure.column) ||
    grain === 'hour'
  ) {
    return undefined;
  }
  return [...sumsParts(rollup)]
    .reverse()
    .find(
      (part) =>
        measure.conditions.every((condition) => tellsCondition(rollup, part, condition)) &&
        lookedAt.every((dimension) => tellsDimension(part, asked, dimension)),
    );
}

/** What a measure can be read from instead of its ledger; undefined when only the ledger answers. */
export function findRollupSource(
  standing: readonly StandingRollup[],
  asked: Asked,
): RollupSource | undefined {
  for (const entry of standing) {
    const part = findPart(entry.rollup, asked);
    if (part !== undefined) return { ...entry, part };
  }
  return undefined;
}
