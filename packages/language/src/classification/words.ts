/** A word with its place in the text it came from (UTF-16 offsets, half-open). */
export interface WordSpan {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Splits a text into words, in order, in linear time.
 * Scripts written without spaces (Han, Kana, Thai) give one word a character, so that word
 * n-grams there are character n-grams. Apostrophes inside a word stay ("don't" is one word).
 * @param limit  at most so many words are returned; the rest of the text is not read
 */
export function splitWords(text: string, limit = Number.POSITIVE_INFINITY): readonly WordSpan[] {
  const words: WordSpan[] = [];
  for (const match of text.matchAll(WORD)) {
    if (words.length >= limit) break;
    const word = match[0];
    if (!UNSPACED.test(word)) {
      words.push({ word, from: match.index, to: match.index + word.length });
      continue;
    }
    let at = match.index;
    let run = '';
    let runFrom = at;
    const flush = () => {
      if (run !== '') words.push({ word: run, from: runFrom, to: runFrom + run.length });
      run = '';
    };
    for (const character of word) {
      if (UNSPACED.test(character)) {
        flush();
        words.push({ word: character, from: at, to: at + character.length });
      } else {
        if (run === '') runFrom = at;
        run += character;
      }
      at += character.length;
    }
    flush();
  }
  return words.length > limit ? words.slice(0, limit) : words;
}
