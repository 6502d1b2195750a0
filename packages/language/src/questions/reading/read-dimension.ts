import type { Piece } from '../cover/cover.js';
import type { Word } from '../words/words.js';
import { spokenAttribute } from './attributes.js';
import { conditionOf } from './read-cues.js';
import { kindsOf } from './reading.js';
import { dimensionsIn, has, mark, type ReadingState, valuesIn } from './reading-state.js';
import { isSingular } from './surface.js';

/** A dimension: beside its value, open with a name after it, set aside, or a breakdown. */
export function readDimension(
  s: ReadingState,
  piece: Piece,
  k: number,
  names: string[],
  weight: number,
): void {
  const before = s.pieces[k - 1];
  const after = s.pieces[k + 1];
  const beforeValue = valuesIn(before).some((o) => names.includes(o.dimension)) && !s.by;
  const afterValue = valuesIn(after).some((o) => names.includes(o.dimension));
  if (!s.by && (beforeValue || afterValue)) {
    s.mentioned.push(...names);
    mark(s, piece, 'value', names.join('|'));
    return;
  }
  const only = s.catalogue.dimensions.filter((d) => names.includes(d.name));
  if (!s.by && only.every((d) => d.type === 'number') && only.length > 0) {
    // a number is spoken of with its condition; the condition looks for it
    const next = conditionOf(after) ?? conditionOf(before);
    if (next !== undefined) {
      s.mentioned.push(...names);
      mark(s, piece, 'condition', names.join('|'));
      return;
    }
  }
  // "retention of readers" is no retention by reader age
  const isPart = weight < 0.7 && only.every((d) => d.type === 'number');
  if (bearsCondition(s, piece, k) || (isPart && !s.by && s.cues.has('retention'))) {
    s.mentioned.push(...names);
    mark(s, piece, 'value', names.join('|'));
    return;
  }
  if (!s.by || !s.rank) {
    const open = only.find((d) => d.type === 'string' && (d.values ?? []).length === 0);
    const value = open === undefined ? undefined : openValue(s, k);
    if (open !== undefined && value !== undefined) {
      s.texts.push({
        dimension: open.name,
        value,
        negated: s.negated,
        contains: s.contains,
        piece,
      });
      if (s.negated) s.openNot = undefined;
      s.mentioned.push(open.name);
      mark(s, piece, 'value', `${open.name}=${value}`);
      s.negated = false;
      return;
    }
  }
  if (has(after, 'filter_word') || (has(before, 'remove') && !s.by)) {
    s.mentioned.push(...names);
    if (!has(after, 'filter_word')) s.setAside.push(...names.slice(0, 1));
    return;
  }
  s.dimensions.push({ names, piece, weight });
  mark(s, piece, 'dimension', names.join('|'));
  if (
    has(before, 'which') ||
    has(before, 'top') ||
    has(before, 'bottom') ||
    has(before, 'best_selling') ||
    has(before, 'worst_selling') ||
    // "the fastest growing category"
    (has(before, 'change') && has(s.pieces[k - 2], 'top'))
  ) {
    s.singular = s.singular || isSingular(s, piece, names);
  }
  if (has(before, 'which_plural')) s.singular = false;
}

/**
 * "revenue of accounts with more than 50 seats", "new customers": a noun that only bears the condition
 * beside it and is not broken down by.
 */
function bearsCondition(s: ReadingState, piece: Piece, k: number): boolean {
  const [before, after, next] = [s.pieces[k - 1], s.pieces[k + 1], s.pieces[k + 2]];
  if (s.by || s.rank !== null || has(before, 'which') || has(before, 'which_plural')) return false;
  const numeric = s.catalogue.dimensions.filter(({ type }) => type === 'number');
  const isNumber = (one: Piece | undefined) =>
    dimensionsIn(one).some((name) => numeric.some((d) => d.name === name));
  const conditioned =
    (conditionOf(after) !== undefined && isNumber(next)) ||
    (isNumber(after) && conditionOf(next) !== undefined) ||
    (conditionOf(after) !== undefined && spokenAttribute(s, numeric) !== undefined) ||
    isExcepted(s, piece, k);
  if (s.metrics.length > 0 && conditioned) return true;
  const kinds = kindsOf(piece.links);
  return (
    before !== undefined &&
    valuesIn(before).length > 0 &&
    before.to === piece.from &&
    kinds.has('metric') &&
    kinds.has('dimension')
  );
}

/** "all hotels except Seeblick": those that the exception is one of. */
function isExcepted(s: ReadingState, piece: Piece, k: number): boolean {
  const excluded = valuesIn(s.pieces[k + 2]).map(({ dimension }) => dimension);
  return has(s.pieces[k + 1], 'not') && dimensionsIn(piece).some((name) => excluded.includes(name));
}

/** A name written straight after an open dimension: quoted, capitalised, or with a digit. */
function openValue(s: ReadingState, k: number): string | undefined {
  const quoted: Word[] = [];
  const own = s.pieces[k];
  if (own === undefined) return undefined;
  const start = own.to;
  if (s.words[start]?.fold === '"') {
    for (let i = start + 1; i < s.words.length && s.words[i]?.fold !== '"'; i++) {
      const word = s.words[i];
      if (word !== undefined) quoted.push(word);
    }
    const last = quoted.at(-1);
    const first = quoted[0];
    if (first === undefined || last === undefined) return undefined;
    for (const piece of s.pieces)
      if (piece.from >= start && piece.to <= start + quoted.length + 2) s.used.add(piece);
    return s.context.text.slice(first.from, last.to);
  }
  const run: Piece[] = [];
  for (let i = k + 1; i < s.pieces.length; i++) {
    const piece = s.pieces[i];
    if (piece === undefined || piece.from !== (run.at(-1)?.to ?? start)) break;
    const word = s.words[piece.from];
    if (
      word === undefined ||
      !(piece.score === 0 || (piece.quantity !== undefined && piece.cues.size === 0))
    )
      break;
    if (piece.score === 0 && !/^[\p{Lu}\d]/u.test(word.text)) break;
    run.push(piece);
  }
  const first = s.words[run[0]?.from ?? -1];
  const last = s.words[(run.at(-1)?.to ?? 0) - 1];
  if (first === undefined || last === undefined) return undefined;
  for (const piece of run) s.used.add(piece);
  return s.context.text.slice(first.from, last.to);
}
