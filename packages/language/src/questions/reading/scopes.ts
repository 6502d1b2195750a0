import type { Piece } from '../cover/cover.js';
import { dimensionsIn, type ReadingState } from './reading-state.js';

const scopeWords = /^(?:in|im|within|inside|innerhalb|among|unter)$/;
const articles =
  /^(?:the|our|a|der|die|das|dem|den|des|unserer?|unserem|unseren|einer?|von|of|all|allen)$/;

/**
 * The pieces of a part that say where it and its whole are looked at: "the share that Casa Lume has in
 * the category Lighting" is one of Lighting. A part of nothing else than a scope has none.
 */
export function scopesIn(s: ReadingState, bound: readonly Piece[]): readonly Piece[] {
  const scopes = bound.filter((piece) => isScope(s, piece));
  return scopes.length < bound.length ? scopes : [];
}

/** Whether a value stands behind "in" or "within", be it with the noun of what it is. */
export function isScope(s: ReadingState, piece: Piece): boolean {
  for (let at = piece.from - 1; at >= 0; at--) {
    const word = s.words[at]?.fold ?? '';
    if (scopeWords.test(word)) return true;
    const holder = s.pieces.find(({ from, to }) => from <= at && at < to);
    const isNoun = holder !== undefined && dimensionsIn(holder).length > 0;
    if (!articles.test(word) && !isNoun) return false;
  }
  return false;
}
