/**
 * The matching form of text: NFKC, lower case, Latin accents removed (`Größe` → `grosse`,
 * `Ｑ３` → `q3`). Kana keep their voicing marks, which tell words apart.
 * Cost is linear; an unpaired surrogate folds to itself.
 */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

const special = new Map([
  ['ß', 'ss'],
  ['°', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
]);
const cache = new Map<string, string>();

/** Folds one code point; the result may be empty (a combining mark) or longer than one character. */
export function foldCharacter(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const compatible = character.normalize('NFKC').toLowerCase();
  let folded = special.get(compatible) ?? compatible;
  if (!/[\u3040-\u30ff]/.test(folded)) {
    folded = folded.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  }
  folded = special.get(folded) ?? folded;
  if (cache.size < 20_000) cache.set(character, folded);
  return folded;
}
