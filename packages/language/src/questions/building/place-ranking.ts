import type { Catalogue } from '../../linking/index.js';
import { dayOfIso, isoOf } from '../../time/index.js';
import type { Draft } from '../frame/draft.js';
import { directionOf } from '../reading/direction.js';
import { type Reading, textOf } from '../reading/reading.js';
import { type Assumption, note } from './assumption.js';
import type { BuildContext } from './built.js';
import { comparison } from './comparison.js';

/** Groups that are named inside each other group unless a number was said. */
const usualInside = 5;
const usualGroups = 10;
/** Days that growth is told over unless a time was said. */
const usualDays = 30;

/** Which way groups are ranked by how they changed; undefined where they are not. */
function changeOf(reading: Reading): 'rise' | 'fall' | undefined {
  if (reading.rank === null || reading.rank.direction === 'asc') return undefined;
  const piece = reading.pieces.find((one) => one.cues.has('change'));
  const way = piece === undefined ? 'change' : directionOf(textOf(reading, piece));
  return way === 'change' ? undefined : way;
}

/** "Which products grew most?": groups ranked by their change, where frames can say that. */
export function ranksChange(reading: Reading, { studies }: Catalogue): boolean {
  return (
    studies !== undefined &&
    reading.cues.has('change') &&
    reading.dimensions.length > 0 &&
    reading.grain === null &&
    changeOf(reading) !== undefined
  );
}

/** "top 3 products in each category", "the fastest growing category". */
export function placeRanking(
  reading: Reading,
  context: BuildContext,
  frame: Draft,
  assumptions: Assumption[],
): void {
  const { catalogue } = context;
  if (catalogue.studies === undefined || frame.intent !== 'query' || frame.ratio !== null) return;
  const by = ranksChange(reading, catalogue) ? changeOf(reading) : undefined;
  const per = frame.grain === null ? reading.per?.names[0] : undefined;
  if (by === undefined && per === undefined) return;
  frame.ranking = { by: by ?? 'value', per: per ?? null };
  if (per !== undefined) {
    const others = frame.dimensions.filter((name) => name !== per);
    // "best seller per location": of products
    frame.dimensions = [per, ...(others.length > 0 ? others : [catalogue.studies.items.product])];
  }
  const asked = reading.rank?.n ?? (isOne(reading) ? 1 : undefined);
  const usual = per === undefined ? usualGroups : usualInside;
  if (asked === undefined) {
    const at = assumptions.findIndex(({ key }) => key === 'limit');
    if (at >= 0) assumptions.splice(at, 1);
    note(assumptions, { key: 'limit', args: [String(usual)] });
  }
  frame.limit = asked ?? usual;
  if (by !== undefined && frame.time === null) {
    const { today } = context.time;
    const [from, to] = [isoOf(today - usualDays), isoOf(today)];
    frame.time = { from, to, label: `${from} – ${isoOf((dayOfIso(to) ?? today) - 1)}` };
    note(assumptions, { key: 'lately', args: [String(usualDays)] });
  }
  if (by !== undefined) {
    frame.intent = 'compare';
    frame.compare = comparison('previous_period', frame.time, context.time, context.time.today);
    note(assumptions, { key: 'baseline', args: [] });
  }
}

/** "best seller", "which product": one of them. */
function isOne(reading: Reading): boolean {
  if (reading.singular) return true;
  const sold = reading.pieces.find(
    (piece) => piece.cues.has('best_selling') || piece.cues.has('worst_selling'),
  );
  return sold !== undefined && /(?:seller|hüter)$/i.test(textOf(reading, sold));
}
