import { createPace, excessOf } from '@olympus/core';
import { type Note, note } from '../notes/notes.js';
import { type Encoding, partsOf, readText } from './encoding.js';
import { createColumns, flatten } from './flatten.js';
import { createArrayScanner } from './json-array.js';
import type { FileReading, FileRow, RejectedLine, RowBatch } from './rows.js';

/**
 * Reads objects of JSON, one a line or in one array. What is nested becomes columns such as
 * `customer.email`; a list of objects becomes a row each, beside the fields of the whole. Values
 * keep what is written: nothing is made alike over lines.
 */
export async function readJson(file: string, encoding: Encoding): Promise<FileReading> {
  const isArray = await beginsWithBracket(file, encoding);
  return {
    form: { format: isArray ? 'json' : 'ndjson', encoding: encoding.label },
    warnings: encoding.warning === undefined ? [] : [encoding.warning],
    batches: readBatches(),
  };

  async function* readBatches(): AsyncGenerator<RowBatch> {
    const columns = createColumns();
    const pace = createPace();
    const scanner = isArray ? createArrayScanner() : createLineScanner();
    for await (const { text, position, size } of readText(file, encoding)) {
      const rows: FileRow[] = [];
      const rejected: RejectedLine[] = [];
      for (const part of partsOf(text)) {
        for (const { line, source } of scanner.push(part, position === size && text === '')) {
          const excess = excessOfRow(source);
          const value = excess === undefined ? parse(source) : undefined;
          const reason = excess ?? faultOf(value, source, encoding.broken);
          if (reason !== undefined) {
            rejected.push({ file, line, text: source.slice(0, 10_000), reason });
            continue;
          }
          for (const cells of flatten(value as Readonly<Record<string, unknown>>, columns)) {
            rows.push({ line, cells });
          }
          if (pace.due()) await pace.rest();
        }
      }
      yield { columns: columns.names, rows, rejected, share: size === 0 ? 1 : position / size };
    }
  }
}

async function beginsWithBracket(file: string, encoding: Encoding): Promise<boolean> {
  for await (const { text } of readText(file, encoding)) {
    const first = /\S/.exec(text)?.[0];
    if (first !== undefined) return first === '[';
  }
  return false;
}

/** How much one row may hold. */
const rowLimits = { maxDepth: 32, maxValues: 50_000 };
/** Characters of a row; what follows them in a longer one is not kept. */
export const longestRow = 1_000_000;

function excessOfRow(source: string): Note | undefined {
  if (source.length > longestRow) return note('line_too_long');
  const excess = excessOf(source, rowLimits);
  if (excess === undefined) return undefined;
  const { maxDepth, maxValues } = rowLimits;
  const rule =
    excess === 'depth'
      ? `it nests deeper than ${maxDepth} levels`
      : `it holds more than ${maxValues} values`;
  return note('row_too_large', { rule });
}

const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** More digits than a double keeps. */
const longNumber = /\d{16}|\d\.\d{15}/;

/** The value, numbers with more digits than a double keeps as text; undefined for what is no JSON. */
function parse(source: string): unknown {
  const exact = longNumber.test(source)
    ? source.replace(tokens, (token) =>
        token.startsWith('"') || !longNumber.test(token) ? token : `"${token}"`,
      )
    : source;
  try {
    return JSON.parse(exact);
  } catch {
    return undefined;
  }
}

function faultOf(value: unknown, source: string, broken: boolean): Note | undefined {
  if (value === undefined) return note('not_json');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return note('not_a_json_object');
  }
  return broken && source.includes('\ufffd') ? note('not_utf8') : undefined;
}

function createLineScanner() {
  let buffer = '';
  let line = 0;
  return {
    push(text: string, last: boolean) {
      const lines = (buffer + text).split('\n');
      buffer = last ? '' : (lines.pop() ?? '').slice(0, longestRow + 1);
      return lines.flatMap((source) => {
        line += 1;
        return source.trim() === '' ? [] : [{ line, source: source.trim() }];
      });
    },
  };
}
