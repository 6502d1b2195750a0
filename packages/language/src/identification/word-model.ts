/**
 * How likely a word is in a language: half from a list of frequent words (probability falling
 * with rank, Zipf), half from character trigrams of those words, so that unlisted words count
 * for the language they look like.
 */
interface WordModel {
  /** Natural logarithm of the word's probability; the word in lower case. */
  logProbability(word: string): number;
}

const LISTED_SHARE = 0.6;
/** Smoothing of one trigram by bigrams and single characters; ALPHABET evens out the rest. */
const ALPHABET = 120;
const BACKOFF = 3;
/** Trigrams of a few hundred words overrate what they have not seen: their evidence is damped. */
const SPELLING_WEIGHT = 0.6;
const MAX_LETTERS = 24;

/** A model from frequent words, the commonest first, separated by blanks. */
export function createWordModel(frequentWords: string): WordModel {
  const words = frequentWords.split(/\s+/).filter((word) => word !== '');
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const zipfTotal = words.reduce((sum, _, rank) => sum + 1 / (rank + 8), 0);
  const grams = new Map<string, number>();
  const contexts = new Map<string, number>();
  words.forEach((word, rank) => {
    const weight = 3 / Math.sqrt(rank + 9);
    const padded = `  ${word} `;
    for (let i = 2; i < padded.length; i++) {
      for (let n = 0; n <= 2; n++) {
        const context = padded.slice(i - n, i);
        const gram = padded.slice(i - n, i + 1);
        grams.set(gram, (grams.get(gram) ?? 0) + weight);
        contexts.set(`${n}${context}`, (contexts.get(`${n}${context}`) ?? 0) + weight);
      }
    }
  });
  const letter = (padded: string, i: number): number => {
    let probability = 1 / ALPHABET;
    for (let n = 0; n <= 2; n++) {
      const seen = contexts.get(`${n}${padded.slice(i - n, i)}`) ?? 0;
      const count = grams.get(padded.slice(i - n, i + 1)) ?? 0;
      probability = (count + BACKOFF * probability) / (seen + BACKOFF);
    }
    return probability;
  };
  const logProbability = (word: string): number => {
    const rank = ranks.get(word);
    const listed = rank === undefined ? 0 : 1 / (rank + 8) / zipfTotal;
    const padded = `  ${word.slice(0, MAX_LETTERS)} `;
    let spelled = 0;
    for (let i = 2; i < padded.length; i++) spelled += Math.log(letter(padded, i));
    return Math.log(
      LISTED_SHARE * listed + (1 - LISTED_SHARE) * Math.exp(SPELLING_WEIGHT * spelled),
    );
  };
  return { logProbability };
}
