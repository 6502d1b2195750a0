import type { Catalogue } from '../../linking/index.js';
import type { Cue } from '../../locales/index.js';
import type { FigureFrame } from '../frame/frame.js';
import { type Reading, textOf } from '../reading/reading.js';
import type { Word } from '../words/words.js';
import { ranksChange } from './place-ranking.js';
import { allAtOnce, crossedValues } from './value-sets.js';

/** A part that is understood but that no frame can say; better declined than left out. */
export function unsupportedPart(
  reading: Reading,
  intent: FigureFrame['intent'],
  catalogue: Catalogue,
): string | undefined {
  const { doubtful, pieces } = reading;
  if (doubtful !== undefined) {
    return textOf(reading, { from: Math.max(0, doubtful.from - 1), to: doubtful.to + 1 });
  }
  if (intent === 'funnel' || intent === 'retention') return undefined;
  const several = allAtOnce(reading) ?? crossedValues(reading);
  if (several !== undefined) return several;
  const lacking = withoutAny(reading);
  if (lacking !== undefined) return lacking;
  const asks = pieces.slice(0, 1).find((p) => p.cues.has('where_when_who'));
  if (
    asks !== undefined &&
    intent !== 'forecast' &&
    reading.dimensions.length === 0 &&
    reading.grain === null
  )
    return textOf(reading, asks);
  if (
    reading.rank !== null &&
    reading.dimensions.length === 0 &&
    reading.grain === null &&
    reading.metrics.length > 0
  ) {
    const piece = pieces.find(
      (p) =>
        p.cues.has('top') ||
        p.cues.has('bottom') ||
        p.cues.has('best_selling') ||
        p.cues.has('worst_selling'),
    );
    if (piece !== undefined) return textOf(reading, piece);
  }
  if (
    reading.rank !== null &&
    reading.cues.has('change') &&
    intent === 'query' &&
    !ranksChange(reading, catalogue)
  ) {
    const piece = pieces.find((p) => p.cues.has('change'));
    if (piece !== undefined) return textOf(reading, piece);
  }
  if (
    reading.cues.has('how_many') &&
    reading.metrics.length === 0 &&
    reading.rank === null &&
    reading.values.length === 0
  ) {
    const at = pieces.findIndex((p) => p.cues.has('how_many'));
    const counted = reading.dimensions.find((d) => d.piece === pieces[at + 1]);
    if (counted !== undefined) return textOf(reading, counted.piece);
  }
  for (let i = 1; i < reading.metrics.length && reading.ratio === undefined; i++) {
    const [a, b] = [reading.metrics[i - 1], reading.metrics[i]];
    if (a === undefined || b === undefined) continue;
    const between = pieces.slice(pieces.indexOf(a.piece) + 1, pieces.indexOf(b.piece));
    const joined = between.some((p) => joining.some((cue) => p.cues.has(cue)));
    if (
      !joined &&
      !reading.conditions.some((c) => c.about !== undefined && b.names.includes(c.about))
    ) {
      return textOf(reading, b.piece);
    }
  }
  return undefined;
}

/** "orders without a promotion": those that have none, which no filter says. */
function withoutAny(reading: Reading): string | undefined {
  const { pieces, setAside } = reading;
  const at = pieces.findIndex(
    (piece, i) =>
      piece.cues.has('not') &&
      pieces[i + 1]?.links.some(
        ({ target }) => target.kind === 'dimension' && setAside.includes(target.name),
      ),
  );
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (piece === undefined || next === undefined) return undefined;
  return textOf(reading, { from: piece.from, to: next.to });
}

/** What may stand between two measures of one question. */
const joining: readonly Cue[] = [
  'and',
  'versus',
  'compare',
  'rank',
  'top',
  'bottom',
  'add',
  'by',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'which',
];

const conversational: ReadonlySet<Cue> = new Set([
  'remove',
  'filter_word',
  'breakdown_word',
  'undo',
  'correct',
  'replace',
]);

/** Words that only make sense about an earlier question; alone they are not understood. */
export function idleWords(reading: Reading): Word[] {
  const idle = reading.pieces.filter(
    (p) =>
      p.cues.size > 0 &&
      !p.filler &&
      p.links.length + p.times.length === 0 &&
      [...p.cues.keys()].every((cue) => conversational.has(cue)) &&
      // "split the hours by job type", "for all brands": said of what is broken down by
      !(p.cues.has('breakdown_word') && reading.dimensions.length > 0) &&
      !(p.cues.has('remove') && reading.cues.has('not') && reading.mentioned.length > 0),
  );
  return idle.flatMap((p) => reading.words.slice(p.from, p.to));
}
