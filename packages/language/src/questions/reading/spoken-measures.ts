import type { Link } from '../../linking/index.js';
import { actors, type Cue, type MeasureVerb, measureVerbs, visited } from '../../locales/index.js';
import type { Piece } from '../cover/cover.js';
import type { Word } from '../words/words.js';
import type { ReadingContext } from './reading.js';

/** How far a particle may stand from its verb, in words. */
const nearBy = 6;
/** Less than the catalogue's own words, so that what a verb was taken for is said. */
const verbWeight = 0.9;

/** A verb found in a question. */
interface Found {
  readonly verb: MeasureVerb;
  /** Its words: the verb itself and its particle. */
  readonly at: readonly number[];
  readonly metric: string;
}

/**
 * "How much did we take", "wie viel haben wir zurückgezahlt": where a verb tells what is measured, its
 * piece names that metric. Beside a metric that is named, the verb says nothing, turns it ("money we gave
 * back" is refunds), or stays a word that is not known.
 */
export function spokenMeasures(
  pieces: readonly Piece[],
  words: readonly Word[],
  context: ReadingContext,
): readonly Piece[] {
  const things =
    boughtThings(pieces, words, metricsIn(pieces, []), context) ??
    runningOut(pieces, words, context);
  if (things !== undefined) return things;
  const found = findVerb(pieces, words, context);
  if (found === undefined) return pieces;
  const { verb, at, metric } = found;
  const named = metricsIn(pieces, at);
  const [main] = at;
  const isActor = (piece: Piece) => piece.to - piece.from === 1 && actors.has(foldAt(words, piece));
  const subjects = verb.beside === undefined ? [] : pieces.filter(isActor);
  const others = named.filter((piece) => !subjects.includes(piece));
  const covers = (piece: Piece) => at.some((one) => piece.from <= one && one < piece.to);
  const silenced = (piece: Piece) => (covers(piece) && isFree(piece) ? silent(piece) : piece);
  const turned = new Set((verb.turns ?? []).flatMap((phrase) => metricsOf(phrase, context)));
  if (others.length === 0) {
    if (metric === '' || !asksAmount(pieces, words, verb)) return pieces;
    return pieces.map((piece) => {
      if (main !== undefined && piece.from <= main && main < piece.to && isFree(piece))
        return naming(piece, metric);
      if (covers(piece) || subjects.includes(piece)) return silent(piece);
      return verb.measures.includes('visits') && isPlace(piece, words) ? silent(piece) : piece;
    });
  }
  const isTurned = others.every((piece) => namesOf(piece).every((name) => turned.has(name)));
  const isSame = others.some((piece) => namesOf(piece).includes(metric));
  if (isSame || verb.light === true || (metric === '' && isTurned)) return pieces.map(silenced);
  // "customers who visited the store": the verb says which, and nobody knows that
  if (!isTurned)
    return verb.with === undefined || verb.with === 'back'
      ? pieces.map((piece) => (covers(piece) ? unread(piece) : piece))
      : pieces;
  // "what percentage of orders get cancelled" divides them
  if (pieces.some(({ cues }) => cues.has('share'))) return pieces;
  const [first, ...rest] = others;
  return pieces.map((piece) => {
    if (piece === first) return naming(piece, metric);
    return rest.includes(piece) ? silent(piece) : silenced(piece);
  });
}

function findVerb(
  pieces: readonly Piece[],
  words: readonly Word[],
  context: ReadingContext,
): Found | undefined {
  for (const verb of measureVerbs[context.language] ?? []) {
    const forms = new Set(verb.forms.split('|'));
    const at = words.findIndex(
      ({ fold }, i) => forms.has(fold) && isFree(pieces.find((p) => p.from <= i && i < p.to)),
    );
    if (at < 0) continue;
    const beside = verb.beside?.split('|');
    if (beside !== undefined && !words.some(({ fold }) => beside.includes(fold))) continue;
    const particles = verb.with?.split('|') ?? [];
    const particle = words.findIndex(
      ({ fold }, i) => particles.includes(fold) && i !== at && Math.abs(i - at) <= nearBy,
    );
    if (particles.length > 0 && particle < 0) continue;
    const metric = verb.measures.flatMap((phrase) => metricsOf(phrase, context))[0];
    if (metric !== undefined || verb.measures.length === 0)
      return { verb, at: particle < 0 ? [at] : [at, particle], metric: metric ?? '' };
  }
  return undefined;
}

/** Links of the catalogue's own words for a measure weigh no less. */
const ownWeight = 0.95;

/** Whether a piece names measures by a part of their names: "cancelled" of a cancelled amount. */
const isPartOfName = ({ links, from, to }: Piece): boolean =>
  to - from === 1 &&
  links.length > 0 &&
  links.every(({ target, weight }) => target.kind === 'metric' && weight < ownWeight);

/** Whether a piece is free to be a verb: it names nothing in full, no time and no number. */
const isFree = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  (piece.links.length === 0 || isPartOfName(piece)) &&
  piece.times.length === 0 &&
  piece.quantity === undefined &&
  [...piece.cues.keys()].every((cue) => harmless.has(cue));

const harmless: ReadonlySet<string> = new Set([
  'silent',
  'follow',
  'command_create',
  'how_much_sold',
  'undo',
  'by',
]);

/** Cues that ask for an amount, for more or less of it, or for how it goes. */
const asking: readonly Cue[] = [
  'how_many',
  'level',
  'compare',
  'versus',
  'top',
  'bottom',
  'share',
  'trend',
  'change',
  'why',
  'forecast',
  'cumulative',
];

/** Whether the question asks for an amount of what the verb says. */
function asksAmount(
  pieces: readonly Piece[],
  words: readonly Word[],
  { money, counted, amount }: MeasureVerb,
): boolean {
  const spoken = words.map(({ fold }) => fold).join(' ');
  const counts = /\b(?:how many|wie viele|wieviele|how often|wie oft)\b/.test(spoken);
  if (money === true && counts) return false;
  if (counted === true) return counts;
  if (amount === true) return amounts.test(spoken);
  return (
    counts || amounts.test(spoken) || pieces.some(({ cues }) => asking.some((cue) => cues.has(cue)))
  );
}

const amounts =
  /\b(?:how much|what (?:did|do|does|have|has|was|were) (?:we|us|the|our|i)|money|more|less|wie viel|wieviel|was (?:haben|hat|hatten|wurde) (?:wir|uns)?|was (?:bringt|bringen|brachte|nimmt|nahm)|geld|mehr|weniger|anything)\b/;

function metricsIn(pieces: readonly Piece[], at: readonly number[]): readonly Piece[] {
  return pieces.filter(
    (piece) => namesOf(piece).length > 0 && !at.some((one) => piece.from <= one && one < piece.to),
  );
}

const namesOf = ({ links }: Piece): string[] =>
  links.flatMap(({ target }) => (target.kind === 'metric' ? [target.name] : []));

/** The metrics that a phrase names in English. */
function metricsOf(phrase: string, { lexicon }: ReadingContext): string[] {
  return lexicon
    .find(phrase.split(/[ -]/), 'en')
    .flatMap(({ target }) => (target.kind === 'metric' ? [target.name] : []));
}

const foldAt = (words: readonly Word[], { from }: Piece): string => words[from]?.fold ?? '';

/** "The website" of a visit, which says no more than that. */
const isPlace = (piece: Piece, words: readonly Word[]): boolean =>
  words.slice(piece.from, piece.to).every(({ fold }) => visited.has(fold)) &&
  piece.links.length > 0;

/** A word that is not known, whatever it is elsewhere. */
const unread = (piece: Piece): Piece => ({ ...silent(piece), score: 0, filler: false });

const silent = ({ from, to, score }: Piece): Piece => ({
  from,
  to,
  score: Math.max(score, 1),
  links: [],
  cues: new Map(),
  times: [],
  filler: true,
});

function naming(piece: Piece, name: string): Piece {
  const link: Link = { target: { kind: 'metric', name }, weight: verbWeight, inflected: false };
  return { ...silent(piece), filler: false, links: [link] };
}

const askedThings = /^(?:what|was)$/;
const asksWith = /^(?:did|do|does|have|has|haben|hat|hatten|wurde|wurden)$/;
const buying =
  /^(?:buy|buys|bought|purchased?|order|ordered|bestellt|bestellen|gekauft|kaufen|kauften|bestellten)$/;

/** "What did customers in Berlin order": the products, by how many of them. */
function boughtThings(
  pieces: readonly Piece[],
  words: readonly Word[],
  named: readonly Piece[],
  { catalogue, lexicon }: ReadingContext,
): readonly Piece[] | undefined {
  const product = catalogue.studies?.items.product;
  const units = catalogue.metrics.find(({ name }) => lexicon.conceptOf.get(name)?.has('units'));
  const verb = words.findLastIndex(({ fold }) => buying.test(fold));
  const asked = words.findIndex(({ fold }) => askedThings.test(fold));
  if (product === undefined || units === undefined || verb < 0 || asked < 0 || asked > 1) return;
  if (!asksWith.test(words[asked + 1]?.fold ?? '') || verb - asked < 2) return;
  const holds = (piece: Piece, at: number) => piece.from <= at && at < piece.to;
  const isActor = (piece: Piece) => piece.to - piece.from === 1 && actors.has(foldAt(words, piece));
  const subject = pieces.find((piece) => isActor(piece) && piece.from < verb);
  const others = named.filter((piece) => !isActor(piece) && !holds(piece, verb));
  if (others.length > 0 || subject === undefined) return;
  return pieces.map((piece) => {
    if (holds(piece, verb)) return naming(piece, units.name);
    if (piece === subject) return silent(piece);
    if (!holds(piece, asked)) return piece;
    const target = { kind: 'dimension', name: product } as const;
    return { ...silent(piece), filler: false, links: [{ target, weight: 1, inflected: false }] };
  });
}

const shortage =
  /\b(?:run(?:ning)? (?:out|low)|ran out|sell(?:ing)? out|low (?:on|in) stock|almost (?:gone|out)|going out of stock|gehen .{0,30}\baus|geht .{0,30}\baus|gehen uns .{0,20}aus|wird .{0,20}knapp|werden .{0,20}knapp|zur neige|fast ausverkauft|bald ausverkauft|bald leer)\b/;
const shortageParts =
  /^(?:run|running|ran|sell|selling|out|low|of|on|in|stock|almost|gone|about|going|soon|bald|geht|gehen|aus|wird|werden|knapp|zur|neige|fast|ausverkauft|leer|what|was|uns|we|are|is|to|will|which|welche|products?|produkte?|artikel|items?|sind|als|nachstes|next|likely|first|zuerst)$/;

const telling = /^(?:run|running|ran|sell|selling|low|gone|aus|knapp|neige|ausverkauft|leer)$/;

/** So many of those with the least are told. */
const mostShort = 10;

/** "What are we about to run out of": the products with the least stock. */
function runningOut(
  pieces: readonly Piece[],
  words: readonly Word[],
  { catalogue, lexicon }: ReadingContext,
): readonly Piece[] | undefined {
  const product = catalogue.studies?.items.product;
  const stock = catalogue.metrics.find(({ name }) => lexicon.conceptOf.get(name)?.has('stock'));
  if (product === undefined || stock === undefined) return undefined;
  const spoken = words.map(({ fold }) => fold).join(' ');
  if (!shortage.test(spoken)) return undefined;
  const isPart = (piece: Piece) =>
    words.slice(piece.from, piece.to).every(({ fold }) => shortageParts.test(fold));
  const parts = pieces.filter(isPart);
  const [first, second, third, next] = parts;
  const tells = (piece: Piece) => telling.test(foldAt(words, piece));
  const fourth = parts.slice(3).find(tells) ?? next;
  const named = pieces.filter((piece) => !isPart(piece) && namesOf(piece).length > 0);
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    return undefined;
  if (named.length > 0) return undefined;
  const target = { kind: 'dimension', name: product } as const;
  return pieces.map((piece) => {
    if (piece === first)
      return { ...silent(piece), filler: false, cues: new Map([['bottom', { quantities: [] }]]) };
    if (piece === second)
      return { ...silent(piece), filler: false, quantity: { value: mostShort } };
    if (piece === third)
      return { ...silent(piece), filler: false, links: [{ target, weight: 1, inflected: false }] };
    if (piece === fourth) return naming(piece, stock.name);
    return parts.includes(piece) ? silent(piece) : piece;
  });
}
