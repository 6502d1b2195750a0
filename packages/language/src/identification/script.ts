/** Writing systems that are told apart. */
export type Script =
  | 'latin'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'thai'
  | 'devanagari'
  | 'unknown';

const PATTERNS: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['han', /\p{Script=Han}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['thai', /\p{Script=Thai}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
  ['unknown', /\p{L}/gu],
];

/** How many letters of each writing system a text has; `unknown` holds the remaining letters. */
export function countScripts(text: string): ReadonlyMap<Script, number> {
  const counts = new Map<Script, number>();
  let named = 0;
  for (const [script, pattern] of PATTERNS) {
    const found = text.match(pattern)?.length ?? 0;
    const count = script === 'unknown' ? Math.max(0, found - named) : found;
    named += count;
    if (count > 0) counts.set(script, count);
  }
  return counts;
}
