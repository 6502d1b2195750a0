import { type Note, note } from '../notes/notes.js';

/** How a file's cells stand. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  /** A sign that takes the quote after it as text, besides doubling. */
  readonly escape?: string | undefined;
}

/** Cells of one row, and the line of the file that it begins in. */
export interface CsvRecord {
  readonly kind: 'row';
  readonly line: number;
  readonly cells: string[];
}

/** A line that is no row. */
export interface CsvFault {
  readonly kind: 'fault';
  readonly line: number;
  readonly text: string;
  readonly reason: Note;
}

export interface CsvParser {
  /** Rows that are complete with this text. @param last  nothing follows */
  push(text: string, last: boolean): (CsvRecord | CsvFault)[];
}

/** Longer rows are the work of a quote that was never closed. */
const longestRecord = 1_000_000;

/**
 * RFC 4180 as files in the wild write it: lines end with LF, CRLF or CR; a quote inside a value may
 * stand alone; spaces may stand before an opening quote. A row that goes over several lines counts
 * only when it has the expected number of cells and its quotes are in order; otherwise its first line
 * is no row and reading goes on with the second, so that a stray quote costs one line.
 * @param width  cells a row must have to go over several lines; any number when undefined
 */
export function createCsvParser(dialect: CsvDialect, width?: () => number | undefined): CsvParser {
  const { delimiter, quote, escape: escapeSign } = dialect;
  let buffer = '';
  let line = 1;
  let newline: RegExp | undefined;
  let knownQuote = -1;

  /** Where the line that begins at `from` ends, and where the next begins; undefined when that is not known yet. */
  function lineEnd(from: number, last: boolean): { end: number; next: number } | undefined {
    newline ??= buffer.includes('\n') ? /\n/g : /\r(?!\n)|\n/g;
    let end: number;
    if (newline.source === '\\n') end = buffer.indexOf('\n', from);
    else {
      newline.lastIndex = from;
      end = newline.exec(buffer)?.index ?? -1;
    }
    if (end < 0)
      return last && from < buffer.length ? { end: buffer.length, next: buffer.length } : undefined;
    const text = buffer[end - 1] === '\r' && end > from && buffer[end] === '\n' ? end - 1 : end;
    return { end: text, next: end + 1 };
  }

  interface Quoted {
    readonly cells: string[];
    readonly next: number;
    readonly lines: number;
    /** A quote stood where none belongs. */
    readonly stray: boolean;
  }

  /**
   * A row with quotes. Undefined when it is not complete; 'open' when a quote is never closed;
   * 'unsound' as soon as it goes over its first line with a quote that belongs nowhere, for such a
   * row never counts, and where each line begins one every line would be read to the end.
   */
  function readQuoted(
    from: number,
    last: boolean,
    firstEnd: number | undefined,
  ): Quoted | 'open' | 'unsound' | undefined {
    const cells: string[] = [];
    let at = from;
    let lines = 1;
    let stray = false;
    for (;;) {
      let start = at;
      while (buffer[start] === ' ' && delimiter !== ' ') start += 1;
      if (buffer[start] !== quote) {
        const stop = nextStop(at, last);
        if (stop === undefined) return undefined;
        cells.push(buffer.slice(at, stop.end));
        at = stop.next;
        if (stop.kind === 'line') return { cells, next: at, lines, stray };
        continue;
      }
      let value = '';
      let piece = start + 1;
      let scan = piece;
      for (;;) {
        const close = buffer.indexOf(quote, scan);
        if (close < 0) return last || buffer.length - from > longestRecord ? 'open' : undefined;
        if (stray && firstEnd !== undefined && close > firstEnd) return 'unsound';
        const isEscaped = escapeSign !== quote && buffer[close - 1] === escapeSign;
        if (isEscaped && close > piece) {
          value += `${buffer.slice(piece, close - 1)}${quote}`;
          piece = close + 1;
          scan = piece;
          continue;
        }
        let after = close + 1;
        if (after >= buffer.length && !last) return undefined;
        if (buffer[after] === quote) {
          value += buffer.slice(piece, after);
          piece = after + 1;
          scan = piece;
          continue;
        }
        while (buffer[after] === ' ' && delimiter !== ' ') after += 1;
        const sign = buffer[after];
        if (sign === undefined && !last) return undefined;
        if (sign === undefined || sign === delimiter || sign === '\n' || sign === '\r') {
          value += buffer.slice(piece, close);
          lines += linesIn(value);
          cells.push(value);
          if (sign === delimiter) {
            at = after + 1;
            break;
          }
          if (sign === '\r' && buffer[after + 1] === undefined && !last) return undefined;
          const next = sign === '\r' && buffer[after + 1] === '\n' ? after + 2 : after + 1;
          return { cells, next: Math.min(next, buffer.length), lines, stray };
        }
        // a quote inside the value: it stands for itself, and a backslash before it is no part of it
        if (buffer[close - 1] === '\\' && close > piece) {
          value += `${buffer.slice(piece, close - 1)}${quote}`;
          piece = close + 1;
        } else stray = true;
        scan = close + 1;
      }
    }
  }

  function nextStop(from: number, last: boolean) {
    if (from >= buffer.length && !last) return undefined;
    const cell = buffer.indexOf(delimiter, from);
    const found = lineEnd(from, true);
    if (found === undefined) return { kind: 'line', end: from, next: from } as const;
    if (cell >= 0 && cell < found.end) return { kind: 'cell', end: cell, next: cell + 1 } as const;
    const complete = found.next > found.end || last;
    return complete ? ({ kind: 'line', ...found } as const) : undefined;
  }

  function take(from: number, last: boolean, out: (CsvRecord | CsvFault)[]): number | undefined {
    const plain = lineEnd(from, last);
    const quoteAt = quoteFrom(from);
    if (plain !== undefined && (quoteAt < 0 || quoteAt >= plain.end)) {
      if (plain.end > from) {
        out.push({ kind: 'row', line, cells: buffer.slice(from, plain.end).split(delimiter) });
      }
      line += 1;
      return plain.next;
    }
    if (plain === undefined && quoteAt < 0) {
      return tooLong(from, out);
    }
    const quoted = readQuoted(from, last, plain?.end);
    if (quoted === undefined && plain === undefined) return undefined;
    if (quoted === undefined && buffer.length - from <= longestRecord) return undefined;
    if (typeof quoted === 'object' && isSound(quoted)) {
      out.push({ kind: 'row', line, cells: quoted.cells });
      line += quoted.lines;
      return quoted.next;
    }
    if (plain === undefined) return tooLong(from, out);
    const reason =
      quoted === 'open' || quoted === undefined
        ? note('quote_never_closed')
        : note('quote_over_lines');
    out.push(fault(line, buffer.slice(from, plain.end), reason));
    line += 1;
    return plain.next;
  }

  /** The next quote; looked for once, however many lines stand before it. */
  function quoteFrom(from: number): number {
    if (knownQuote >= 0 && knownQuote < from) knownQuote = buffer.indexOf(quote, from);
    return knownQuote;
  }

  function tooLong(from: number, out: (CsvRecord | CsvFault)[]): number | undefined {
    if (buffer.length - from <= longestRecord) return undefined;
    out.push(fault(line, buffer.slice(from, from + 1000), note('line_too_long')));
    return buffer.length;
  }

  function isSound({ cells, lines, stray }: Quoted): boolean {
    if (lines === 1) return true;
    const expected = width?.();
    return !stray && (expected === undefined || cells.length === expected);
  }

  return {
    push(text, last) {
      buffer += text;
      const out: (CsvRecord | CsvFault)[] = [];
      let from = 0;
      knownQuote = buffer.indexOf(quote);
      // a CR at the very end may be half of a CRLF
      if (newline === undefined && !last && !buffer.includes('\n') && buffer.length < 65_536)
        return out;
      while (from < buffer.length) {
        const next = take(from, last, out);
        if (next === undefined) break;
        from = next;
      }
      buffer = buffer.slice(from);
      return out;
    },
  };
}

const fault = (line: number, text: string, reason: Note): CsvFault => ({
  kind: 'fault',
  line,
  text: text.slice(0, 10_000),
  reason,
});

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count > 0 ? count : text.split('\r').length - 1;
}
