/** An entry found in a text: its key, its value, and how many words it spans. */
interface TermMatch<T> {
  readonly entry: string;
  readonly value: T;
  readonly words: number;
}

/** Words and phrases to be found in a row of words. */
export interface TermIndex<T> {
  /** The longest entry that begins at word `at`. Cost: independent of the number of entries. */
  match(words: readonly string[], at: number): TermMatch<T> | undefined;
}

const MINIMUM_STEM = 3;
const LONGEST_PHRASE = 5;
const LONGEST_WORD = 40;

/**
 * Indexes words and phrases (lower case, words separated by one blank). A star at the end of an
 * entry stands for any ending; a longer stem wins over a shorter one, an exact entry over both.
 */
export function createTermIndex<T>(entries: ReadonlyMap<string, T>): TermIndex<T> {
  const phraseStarts = new Set<string>();
  for (const entry of entries.keys()) {
    const blank = entry.indexOf(' ');
    if (blank > 0) phraseStarts.add(entry.slice(0, blank));
  }
  const find = (text: string, minimumStem: number) => {
    const exact = entries.get(text);
    if (exact !== undefined) return { entry: text, value: exact };
    for (let length = Math.min(text.length, LONGEST_WORD); length >= minimumStem; length--) {
      const entry = `${text.slice(0, length)}*`;
      const value = entries.get(entry);
      if (value !== undefined) return { entry, value };
    }
    return undefined;
  };
  const match = (words: readonly string[], at: number): TermMatch<T> | undefined => {
    const first = words[at];
    if (first === undefined) return undefined;
    if (phraseStarts.has(first)) {
      for (let count = LONGEST_PHRASE; count > 1; count--) {
        if (at + count > words.length) continue;
        const found = find(words.slice(at, at + count).join(' '), first.length + 1);
        if (found?.entry.includes(' ')) return { ...found, words: count };
      }
    }
    const found = find(first, MINIMUM_STEM);
    return found && { ...found, words: 1 };
  };
  return { match };
}

/** The entries of a list separated by commas; line breaks and blanks around them do not count. */
export function splitTerms(list: string): readonly string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
