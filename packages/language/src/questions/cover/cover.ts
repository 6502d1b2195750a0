import type { Lexicon, Link } from '../../linking/index.js';
import type { Cue } from '../../locales/index.js';
import type { Quantity } from '../../numbers/index.js';
import { Chart } from '../../patterns/index.js';
import type { TimeNode, TimeUnit } from '../../time/index.js';
import type { Grammar } from '../words/grammar.js';
import { isSingularWord } from '../words/singular.js';
import type { Word } from '../words/words.js';

/** What a cue captured beside its words. */
export interface Captured {
  readonly quantities: readonly Quantity[];
  readonly n?: number;
  readonly unit?: TimeUnit;
}

/** A stretch of words with everything it may mean. */
export interface Piece {
  /** Word indexes, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly links: readonly Link[];
  readonly cues: ReadonlyMap<Cue, Captured>;
  readonly times: readonly TimeNode[];
  readonly quantity?: Quantity;
  /** A calendar unit that stands alone. */
  readonly unit?: TimeUnit;
  readonly filler: boolean;
  /** A word that can change nothing about what is asked, and is said to have been passed over. */
  readonly idle?: boolean;
}

const worth = {
  link: 10,
  notion: 9.4,
  partial: 6,
  time: 10.6,
  cue: 9,
  grain: 10.2,
  filler: 5,
  idle: 1,
  quantity: 7,
  percentage: 11,
  longer: 0.6,
};

/**
 * All pieces of a question found bottom-up on a chart, and the best cover by them: the sequence of
 * pieces and uncovered words with the highest sum of worths (dynamic programming, linear in the
 * number of pieces).
 */
export function coverQuestion(words: readonly Word[], grammar: Grammar, lexicon: Lexicon): Piece[] {
  const chart = new Chart();
  grammar.time.fill(words, chart);
  const pieces = words.map((_, from) => piecesAt(words, from, chart, grammar, lexicon));
  const best: { score: number; piece?: Piece }[] = [];
  best[words.length] = { score: 0 };
  for (let at = words.length - 1; at >= 0; at--) {
    let choice: { score: number; piece?: Piece } = { score: best[at + 1]?.score ?? 0 };
    for (const piece of pieces[at] ?? []) {
      const score = piece.score + (best[piece.to]?.score ?? 0);
      if (score > choice.score) choice = { score, piece };
    }
    best[at] = choice;
  }
  const cover: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const piece = best[at]?.piece;
    if (piece === undefined) {
      cover.push({
        from: at,
        to: at + 1,
        score: 0,
        links: [],
        cues: new Map(),
        times: [],
        filler: false,
      });
      at++;
    } else {
      cover.push(piece);
      at = piece.to;
    }
  }
  return cover;
}

interface Building {
  links: readonly Link[];
  cues: Map<Cue, Captured>;
  times: TimeNode[];
  quantity?: Quantity;
  unit?: TimeUnit;
  filler: boolean;
  idle?: boolean;
  score: number;
}

function piecesAt(
  words: readonly Word[],
  from: number,
  chart: Chart,
  grammar: Grammar,
  lexicon: Lexicon,
): Piece[] {
  const byEnd = new Map<number, Building>();
  const at = (to: number, perWord: number): Building => {
    const length = weightOf(words, from, to);
    const score = perWord * length + worth.longer * (length - 1);
    const known = byEnd.get(to);
    if (known === undefined) {
      const made: Building = { links: [], cues: new Map(), times: [], filler: false, score };
      byEnd.set(to, made);
      return made;
    }
    known.score = Math.max(known.score, score);
    return known;
  };
  const run: string[] = [];
  const word = words[from];
  if (word === undefined) return [];
  for (let to = from + 1; to <= words.length && to - from <= lexicon.longest + 6; to++) {
    const next = words[to - 1];
    if (next === undefined) break;
    if (next.kind === 'punctuation') {
      // "Booking.com", "H&M": a sign inside a name
      const within = !next.spaced && words[to]?.spaced === false && /^[./]$/.test(next.fold);
      // "Wool throw, grey": a comma inside a name; words on both sides make no phrase otherwise
      if (run.length === 0 || !(within || /^[&+,]$/.test(next.fold))) break;
      continue;
    }
    run.push(next.forms[0] ?? next.fold);
    let links = lexicon.find(run, grammar.language);
    if (links.length === 0 && next.forms.length > 1)
      links = lexicon.find([...run.slice(0, -1), next.fold], grammar.language);
    // "a-t-il" is not AT
    if (run.length > 1 && /^[a-z]{1,2}$/.test(run.join(''))) links = [];
    if (to - from === 1 && /^[a-z\d]{1,2}$/.test(word.fold) && word.fold !== 'uk') {
      // "us", "de", "it": codes only when written as codes
      const pronoun = word.fold === 'us' && spokenTo.has(words[from - 1]?.fold ?? '');
      const code = word.text === word.text.toUpperCase() || (word.fold === 'us' && !pronoun);
      if (!code) links = links.filter((link) => link.target.kind !== 'value');
    }
    if (links.length > 0) {
      const weight = links[0]?.weight ?? 0;
      at(to, weight > 0.9 ? worth.link : weight > 0.7 ? worth.notion : worth.partial).links = links;
    }
  }
  if (
    !byEnd.has(from + 1) &&
    word.kind === 'word' &&
    !grammar.meaningful.has(word.forms[0] ?? '')
  ) {
    const partial = lexicon.findPartial(word.forms[0] ?? word.fold, grammar.language);
    const links =
      partial.length > 0 || word.forms.some((form) => grammar.filler.has(form))
        ? partial
        : lexicon.findCategory(word.forms[0] ?? word.fold, grammar.language);
    if (links.length > 0) at(from + 1, worth.partial).links = links;
  }
  for (const match of grammar.cues.match(words, from, chart)) {
    const all = (category: string) =>
      match.captures.filter((c) => c.category === category).map((c) => c.value);
    const n = all('n')[0];
    const unit = all('unit')[0];
    at(match.to, match.value.startsWith('grain') ? worth.grain : worth.cue).cues.set(match.value, {
      quantities: all('num') as Quantity[],
      ...(typeof n === 'number' ? { n } : {}),
      ...(unit === undefined ? {} : { unit: unit as TimeUnit }),
    });
  }
  // the number of "T-11" is a part of a name, of no period and no amount; so is the Q of "7Q-3"
  const belongs = isAttached(words, from);
  // "size 38 last week": 38 weeks would be in the plural
  const isOther = (to: number) =>
    word.kind === 'number' &&
    to - from > 2 &&
    word.fold !== '1' &&
    /^(?:last|past|previous)$/.test(words[from + 1]?.fold ?? '') &&
    isSingularWord(words[to - 1]);
  // "our best month so far" is of all time
  const isBest = superlatives.test(words[from - 1]?.fold ?? '');
  const isSoFar = (to: number) => isBest && words[to - 1]?.fold === 'far';
  // "the summer sale" that is the name of a promotion
  const isNameAt = ({ op }: TimeNode, to: number) => {
    const [season, next] = [words[to - 1], words[to]];
    if (op !== 'season' || season === undefined || next === undefined) return false;
    const phrase = [season, next].map(({ forms, fold }) => forms[0] ?? fold);
    return lexicon.find(phrase, grammar.language).some(({ target }) => target.kind === 'value');
  };
  for (const item of belongs
    ? []
    : chart
        .at(from, 'T')
        .filter(
          ({ to, value }) => !isOther(to) && !isSoFar(to) && !isNameAt(value as TimeNode, to),
        ))
    at(item.to, worth.time).times.push(item.value as TimeNode);
  for (const item of belongs ? [] : chart.at(from, 'num')) {
    const quantity = item.value as Quantity;
    at(item.to, quantity.percent === true ? worth.percentage : worth.quantity).quantity = quantity;
  }
  for (const item of chart.at(from, 'unit')) {
    // a lone unit says little ("over the year"); the reader decides
    at(item.to, worth.filler).unit = item.value as TimeUnit;
  }
  const begins = isAttached(words, from + 1) && words[from + 1]?.kind === 'number';
  if (
    (!begins && word.forms.some((form) => grammar.filler.has(form))) ||
    (word.kind === 'punctuation' && !/[%<>≥≤=]/.test(word.fold))
  ) {
    at(from + 1, worth.filler).filler = true;
  }
  for (let to = from + 2; to <= from + 4 && word.kind === 'cjk'; to++) {
    if (
      grammar.filler.has(
        words
          .slice(from, to)
          .map((w) => w.fold)
          .join(''),
      )
    )
      at(to, worth.filler).filler = true;
  }
  if (!byEnd.has(from + 1) && word.kind === 'word' && isIdle(word, grammar))
    Object.assign(at(from + 1, worth.idle), { filler: true, idle: true });
  return [...byEnd].map(([to, building]) => ({ from, to, ...building }));
}

/** Whether a word can change nothing; a capital within a sentence may be somebody's name. */
function isIdle(word: Word, { idle, language }: Grammar): boolean {
  const isName = language !== 'de' && word.from > 0 && /^\p{Lu}\p{Ll}/u.test(word.text);
  return !isName && idle.has(word.fold);
}

/** Whether a word and a number are written together, the later of them at an index: the `11` of `T-11`. */
function isAttached(words: readonly Word[], at: number): boolean {
  const kinds = `${words[at - 1]?.kind} ${words[at]?.kind}`;
  return words[at]?.spaced === false && (kinds === 'word number' || kinds === 'number word');
}

const superlatives =
  /^(?:best|worst|strongest|weakest|biggest|highest|lowest|busiest|quietest|slowest|greatest|top)$/;

/** Words after which "us" is a pronoun and not a country. */
const spokenTo = new Set(
  'give show tell get let for to of with by bring help send among around and lets provide hand teach'.split(
    ' ',
  ),
);

/** CJK characters count half a word, so that a phrase of them does not outweigh its like in letters. */
function weightOf(words: readonly Word[], from: number, to: number): number {
  let weight = 0;
  for (let i = from; i < to; i++) weight += words[i]?.kind === 'cjk' ? 0.6 : 1;
  return weight;
}
