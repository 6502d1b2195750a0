import { Problem } from '@olympus/core';
import type { SourceFile } from './bytes.js';

/** How files begin that hold no table of text, whatever their names say. */
const signatures: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['RIFF', 'a picture or a recording'],
  ['%PDF', 'a PDF document'],
  ['\xd0\xcf\x11\xe0', 'a document of Microsoft Office (.xls, .doc)'],
  ['Rar!', 'an archive'],
  ['7z\xbc\xaf', 'an archive'],
  ['BZh91AY&SY', 'an archive'],
  ['\xfd7zXZ', 'an archive'],
  ['SQLite format 3', 'a database'],
];
const markup = /^\s*<(?:!doctype|html|\?xml|table|head|body)/i;
const lookedAt = 4096;
/** Share of control characters from which on it is no text. */
const mostControls = 0.05;

/** @throws Problem `empty_file`, `unknown_file_format` */
export function requireTable(beginning: Buffer, { name }: SourceFile): void {
  if (beginning.length === 0) throw emptyFile(name);
  const bytes = beginning.subarray(0, lookedAt);
  const text = bytes.toString('latin1');
  const known = signatures.find(([sign]) => text.startsWith(sign))?.[1];
  const what = known ?? (markup.test(text) ? 'a web page or XML' : undefined);
  if (what !== undefined) throw noTable(name, what);
  if (controlsOf(bytes) > Math.max(8, bytes.length * mostControls)) throw noTable(name, 'no text');
}

export function emptyFile(name: string): Problem {
  return new Problem({
    code: 'empty_file',
    kind: 'invalid',
    message: `${name} holds nothing`,
    remedy: 'Export it once more, and look whether it was transferred whole.',
    at: name,
  });
}

function noTable(name: string, what: string): Problem {
  return new Problem({
    code: 'unknown_file_format',
    kind: 'unsupported',
    message: `${name} is ${what}, not a table`,
    remedy: 'Export it as CSV; a spreadsheet has to be saved as CSV.',
    at: name,
  });
}

/** Control characters that text has no use for; the zeros of UTF-16 stand in every second place. */
function controlsOf(bytes: Buffer): number {
  const zeros = [0, 0];
  let others = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 0x20 && !(byte >= 0x07 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) {
      others += 1;
    }
  }
  return Math.min(...zeros) + others;
}
