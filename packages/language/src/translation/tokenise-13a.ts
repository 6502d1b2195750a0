import { wordsBetweenSpaces } from './measure.js';

/**
 * Words and punctuation as mteval-v13a separates them (the tokenisation "13a" of WMT and
 * sacreBLEU): punctuation stands alone, except full stops and commas between digits, and a
 * hyphen is separated after a digit only.
 */
export function tokenise13a(line: string): readonly string[] {
  const plain = line
    .replaceAll('<skipped>', '')
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  const spaced = ` ${plain} `
    .replace(/[{-~[-` -&(-+:-@/]/gu, ' $& ')
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])(-)/gu, '$1 $2 ');
  return wordsBetweenSpaces(spaced);
}
