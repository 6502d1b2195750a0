import type { Piece } from '../cover/cover.js';
import type { RatioSlot, Slot } from './reading.js';
import { has, mark, type ReadingState, wordText } from './reading-state.js';
import { isScope, scopesIn } from './scopes.js';

/** Words that set a measure by a measure, where others only break down. */
const perWords =
  /(?:^|\s)(?:per|each|every|divided|pro|je|jede[nrsm]?|geteilt|par|chaque|por|cada|ogni|elke?|iedere?)(?:\s|$)/iu;
/** Verbs between what is divided and what part of it is meant: "of bookings … came from". */
const partVerbs =
  /^(?:came|comes?|coming|was|were|is|are|goes?|went|made|had|have|has|kam|kamen|kommt|kommen|ist|sind|war|waren|wurden?|entfallen|entfiel(?:en)?|entfallt|stammen|stammt|vient|viennent|venait|sont|est|viene|vienen|son|vem|vem|sao|vengono|sono|komt|komen|kwam|kwamen|zijn)$/;

const holding = /^(?:has|have|had|hat|haben|hatten?)$/;

/** Small words between a part and its whole: "returns in revenue". */
const within =
  /^(?:in|of|on|within|to|from|the|all|total|our|among|amongst|unter|allen|am|an|der|des|den|vom|von|im|a|au|aux|dans|de|du|la|le|les|l|en|el|los|las|del|na|no|nas|nos|do|da|dos|das|sul|sulla|sui|su|nel|nella|di|dei|delle|van|op|het)$/;

/**
 * A ratio that a question makes on the spot: "A per B", "A as a percentage of B", "ratio of A to B",
 * "A / B", "share of A that were B", "what percentage of A came from V".
 */
export function readRatio(s: ReadingState): RatioSlot | undefined {
  const [a, b, ...others] = s.metrics;
  if (a === undefined || others.length > 0) return undefined;
  return b === undefined ? partOf(s, a) : ofTwo(s, a, b);
}

function ofTwo(s: ReadingState, a: Slot, b: Slot): RatioSlot | undefined {
  const [at, to] = [s.pieces.indexOf(a.piece), s.pieces.indexOf(b.piece)];
  const between = s.pieces.slice(at + 1, to);
  const [only] = between;
  const own: readonly Piece[] = [];
  const per =
    between.length === 1 &&
    has(only, 'by') &&
    perWords.test(only === undefined ? '' : wordText(s, only));
  // German "als" of "als Prozentsatz von" is that of a comparison, too
  const percent =
    between.some((piece) => has(piece, 'share')) &&
    between.every((piece) => has(piece, 'share') || has(piece, 'versus'));
  if (per || percent || s.cues.has('ratio') || isDivided(s, a.piece, b.piece)) {
    if (per && only !== undefined) mark(s, only, 'transform', 'ratio');
    return { numerator: a, denominator: b, own };
  }
  const shared = s.pieces.slice(0, at).some((piece) => has(piece, 'share'));
  if (!shared || between.length > 0 || !sameUnit(s, a, b)) return undefined;
  // "share of refunds in revenue" names the part first, "share of orders that were returns" the whole
  const spoken = s.words.slice(a.piece.to, b.piece.from).map(({ fold }) => fold);
  const partFirst = spoken.length > 0 && spoken.every((word) => within.test(word));
  return partFirst ? { numerator: a, denominator: b, own } : { numerator: b, denominator: a, own };
}

/** "A / B": nothing but the sign of a division stands between. */
function isDivided(s: ReadingState, a: Piece, b: Piece): boolean {
  const between = s.words.slice(a.to, b.from).map(({ fold }) => fold);
  return between.length === 1 && /^[/:÷]$/.test(between[0] ?? '');
}

function sameUnit(s: ReadingState, a: Slot, b: Slot): boolean {
  const unitOf = ({ names: [name] }: Slot) =>
    s.catalogue.metrics.find((metric) => metric.name === name)?.unit;
  return unitOf(a) === unitOf(b);
}

/** "what percentage of bookings came from Expedia": those of Expedia by all of them. */
function partOf(s: ReadingState, of: Slot): RatioSlot | undefined {
  const at = s.pieces.indexOf(of.piece);
  const spaced = s.language !== 'ja' && s.language !== 'zh';
  const share = s.pieces.slice(0, at).find((piece) => has(piece, 'share'));
  if (!spaced || share === undefined) return undefined;
  const after = s.words.findIndex(({ fold }, i) => i >= of.piece.to && partVerbs.test(fold));
  const bound = [...s.values, ...s.texts, ...s.conditions]
    .map(({ piece }) => piece)
    .filter((piece) => piece.from >= of.piece.to);
  const own = bound.filter((piece) => after >= 0 && piece.from > after);
  const brokenDown = s.dimensions.length > 0;
  // "the share of Halden in revenue within Kitchen"
  const early = s.values
    .map(({ piece }) => piece)
    .filter((piece) => piece.from >= share.to && piece.to < of.piece.from);
  if (early.length > 0 && bound.length > 0 && bound.every((piece) => isScope(s, piece)))
    return { numerator: of, denominator: of, own: early };
  // "the share that Halden has in Kitchen": what stands before "has" is the part
  const holds = after >= 0 && holding.test(s.words[after]?.fold ?? '');
  const named = (own.length > 0 && !holds) || brokenDown ? own : bound;
  const scopes = scopesIn(s, named);
  const meant = named.filter((piece) => !scopes.includes(piece));
  if (meant.length === 0) return brokenDown ? undefined : kindOf(s, of);
  return { numerator: of, denominator: of, own: meant };
}

/** "share of returning customers": a measure of some of what another counts, by that other. */
function kindOf(s: ReadingState, part: Slot): RatioSlot | undefined {
  const [name = '', ...others] = part.names;
  const isCount = (one: string) =>
    s.catalogue.metrics.some((metric) => metric.name === one && metric.unit === 'count');
  const whole = name.slice(name.indexOf('_') + 1);
  if (others.length > 0 || whole === name || !isCount(name) || !isCount(whole)) return undefined;
  const denominator: Slot = { names: [whole], piece: part.piece, weight: 1 };
  s.metrics.push(denominator);
  return { numerator: part, denominator, own: [] };
}
