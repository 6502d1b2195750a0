/** What tools write that do not write Unicode, the most common first. */
const codePages = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'macintosh',
] as const;

/** Signs that stand beside letters in any language. */
const usual = '’‘‚“”„«»‹›®™–—…·°€£¥º ';

/** What no language writes inside a word: each is a letter of another code page. */
const oddities = [
  new RegExp(`\\p{L}[^\\p{L}\\p{M}\\p{Nd}\\u0000-\\u007f${usual}]`, 'gu'),
  new RegExp(`[^\\p{L}\\p{M}\\p{Nd}\\u0000-\\u007f${usual}]\\p{L}`, 'gu'),
  // a capital after a small letter, or between a capital and a small one
  /\p{Ll}(?![A-Z])\p{Lu}|\p{Lu}(?![A-Z])\p{Lu}\p{Ll}/gu,
  // hardly any word of Latin letters has three accents on end
  /(?:(?![A-Za-z])\p{Script=Latin}){3,}/gu,
  /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/gu,
  // control characters, and letters that only old typography has
  /[\u0080-\u009f\ufb01\ufb02\ufffd]/g,
] as const;

/** A code page, and what it makes of a word of the file. */
export interface CodePageGuess {
  readonly encoding: string;
  readonly example: string;
  /** The next likely page that reads the word differently, and what it makes of it. */
  readonly other: string;
  readonly other_example: string;
}

/**
 * The code page in which the fewest words look odd; of several the most common.
 * @param lines  some that are not UTF-8
 */
export function guessCodePage(lines: readonly Uint8Array[]): CodePageGuess {
  const ranked = codePages
    .map((encoding) => {
      const texts = lines.map((line) => decodeWith(encoding, line));
      const words = texts.flatMap(
        (text) => text.match(/[^\s,;|"]*[\u0080-\uffff][^\s,;|"]*/g) ?? [],
      );
      const odd = words.reduce((sum, word) => sum + oddness(word), 0);
      return { encoding, odd, example: words[0]?.slice(0, 40) ?? '' };
    })
    .sort((a, b) => a.odd - b.odd);
  const [best, ...rest] = ranked;
  const { encoding = codePages[0], example = '' } = best ?? {};
  const next = rest.find((one) => one.example !== example) ?? rest[0];
  return {
    encoding,
    example,
    other: next?.encoding ?? encoding,
    other_example: next?.example ?? example,
  };
}

/** As a stream: decoded at once, Node takes Windows-1252 for Latin 1. */
const decodeWith = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes, { stream: true });

const oddness = (word: string): number =>
  oddities.reduce((sum, odd) => sum + (word.match(odd)?.length ?? 0), 0);
