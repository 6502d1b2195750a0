import { Problem } from '@olympus/core';
import { type Note, note } from '../notes/notes.js';
import { openBytes } from './bytes.js';

/** How a file's bytes are text. */
export interface Encoding {
  /** A label of the WHATWG encoding standard. */
  readonly label: string;
  /** Bytes of the mark at its start. */
  readonly skip: number;
  /** Some lines are not of this encoding: their broken characters come out as U+FFFD. */
  readonly broken: boolean;
  /** Said to people when it was a guess. */
  readonly warning?: Note;
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The encoding of a whole file: by its mark; UTF-8 when every byte fits; else what most of its
 * lines are, with a warning.
 * @param given  what the mapping says, which counts
 * @throws Problem `unknown_encoding`
 */
export async function findEncoding(path: string, given?: string): Promise<Encoding> {
  const bytes = await openBytes(path);
  let survey: Survey | undefined;
  for await (const chunk of bytes) {
    if (survey === undefined) {
      const marked = markOf(chunk);
      if (given !== undefined)
        return { label: labelOf(given), skip: marked?.skip ?? 0, broken: false };
      if (marked !== undefined && marked.label !== 'utf-8') return marked;
      const silent = marked === undefined ? nullsOf(chunk) : undefined;
      if (silent !== undefined) return silent;
      survey = createSurvey(marked?.skip ?? 0);
    }
    survey.add(chunk);
  }
  return survey?.decide() ?? { label: 'utf-8', skip: 0, broken: false };
}

function labelOf(given: string): string {
  const name = given.toLowerCase().replace(/^cp(\d+)$/, 'windows-$1');
  try {
    return new TextDecoder(name).encoding;
  } catch (cause) {
    throw new Problem({
      code: 'unknown_encoding',
      kind: 'invalid',
      message: `There is no encoding ${given.slice(0, 40)}`,
      remedy: 'Use a name such as utf-8, utf-16le, windows-1252 or iso-8859-2.',
      cause,
    });
  }
}

function markOf(chunk: Buffer): Encoding | undefined {
  for (const [label, mark] of marks) {
    if (mark.every((byte, index) => chunk[index] === byte)) {
      return { label, skip: mark.length, broken: false };
    }
  }
  return undefined;
}

/** UTF-16 without a mark shows by the zeros beside its Latin letters. */
function nullsOf(chunk: Buffer): Encoding | undefined {
  const size = Math.min(chunk.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < size; i += 2) {
    if (chunk[i] === 0) even += 1;
    if (chunk[i + 1] === 0) odd += 1;
  }
  const most = size / 2;
  const warning = note('utf16_assumed');
  if (odd > most * 0.4 && even < most * 0.1) {
    return { label: 'utf-16le', skip: 0, broken: false, warning };
  }
  if (even > most * 0.4 && odd < most * 0.1) {
    return { label: 'utf-16be', skip: 0, broken: false, warning };
  }
  return undefined;
}

interface Survey {
  add(chunk: Buffer): void;
  decide(): Encoding;
}

function createSurvey(skip: number): Survey {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let fits = true;
  const lines = createLineSurvey();
  return {
    add(chunk) {
      if (fits) {
        try {
          strict.decode(chunk, { stream: true });
        } catch {
          fits = false;
        }
      }
      // also while it fits: lines before the first broken one count
      lines.add(chunk);
    },
    decide() {
      if (fits) {
        try {
          strict.decode();
        } catch {
          fits = false;
        }
      }
      if (fits) return { label: 'utf-8', skip, broken: false };
      const { utf8, other, example } = lines.end();
      if (skip > 0 || utf8 > other) {
        return {
          label: 'utf-8',
          skip,
          broken: true,
          warning: note('some_lines_not_utf8', { count: other }),
        };
      }
      return {
        label: 'windows-1252',
        skip: 0,
        broken: false,
        warning: note('latin1_assumed', { example }),
      };
    },
  };
}

/** Counts lines with other than ASCII characters: those that are UTF-8 and those that are not. */
function createLineSurvey() {
  let utf8 = 0;
  let other = 0;
  let example = '';
  let rest: Buffer = Buffer.alloc(0);
  const strict = new TextDecoder('utf-8', { fatal: true });

  function look(line: Buffer): void {
    if (isAscii(line)) return;
    try {
      strict.decode(line);
      utf8 += 1;
    } catch {
      other += 1;
      const text = new TextDecoder('windows-1252').decode(line);
      example ||= /[\p{L}\d]*[\u0080-\uffff][\p{L}\d]*/u.exec(text)?.[0].slice(0, 40) ?? '';
    }
  }

  return {
    add(chunk: Buffer) {
      if (rest.length === 0 && isAscii(chunk)) return;
      const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (;;) {
        const to = all.indexOf(10, from);
        if (to < 0) break;
        look(all.subarray(from, to));
        from = to + 1;
      }
      rest = Buffer.from(all.subarray(from));
      if (isAscii(rest) || rest.length > 1 << 20) rest = Buffer.alloc(0);
    },
    end() {
      look(rest);
      return { utf8, other, example };
    },
  };
}

function isAscii(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 0x7f) return false;
  return true;
}

/** A file's text, in pieces, and how far it was read. */
/** Text in parts that are read in a moment, whatever they hold; of no text one that is empty. */
export function* partsOf(text: string): Generator<string> {
  const length = 16 * 1024;
  for (let at = 0; at === 0 || at < text.length; at += length) yield text.slice(at, at + length);
}

export async function* readText(
  path: string,
  encoding: Encoding,
): AsyncGenerator<{ readonly text: string; readonly position: number; readonly size: number }> {
  const decoder = new TextDecoder(encoding.label, { ignoreBOM: true });
  const bytes = await openBytes(path);
  let skip = encoding.skip;
  for await (const chunk of bytes) {
    const text = decoder.decode(skip > 0 ? chunk.subarray(skip) : chunk, { stream: true });
    skip = 0;
    if (text !== '') yield { text, position: bytes.position, size: bytes.size };
  }
  const last = decoder.decode();
  yield { text: last, position: bytes.size, size: bytes.size };
}
