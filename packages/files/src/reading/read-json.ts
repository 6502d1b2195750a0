import { createPace, excessOf } from '@olympus/core';
import { type Note, note } from '../notes/notes.js';
import type { SourceFile } from './bytes.js';
import { requireFewColumns } from './columns.js';
import { type Encoding, readText } from './encoding.js';
import { createColumns, flatten } from './flatten.js';
import { createArrayScanner, longestSource } from './json-array.js';
import type { FileReading, FileRow, RejectedLine, RowBatch } from './rows.js';

/**
 * Reads objects of JSON, one a line or in one array. What is nested becomes columns such as
 * `customer.email`; a list of objects becomes a row each, beside the fields of the whole. Values
 * keep what is written: nothing is made alike over lines.
 */
export async function readJson(file: SourceFile, encoding: Encoding): Promise<FileReading> {
  const isArray = await beginsWithBracket(file, encoding);
  return {
    form: { format: isArray ? 'json' : 'ndjson', encoding: encoding.label },
    warnings: encoding.warning === undefined ? [] : [encoding.warning],
    batches: readBatches(),
  };

  async function* readBatches(): AsyncGenerator<RowBatch> {
    const pace = createPace();
    const columns = createColumns();
    const scanner = isArray ? createArrayScanner() : createLineScanner();
    for await (const { text, position, size } of readText(file, encoding)) {
      const rows: FileRow[] = [];
      const rejected: RejectedLine[] = [];
      for (const { line, source } of scanner.push(text, position === size && text === '')) {
        if (pace.due()) await pace.rest();
        const excess = excessOfRow(source);
        const value = excess === undefined ? parse(source) : undefined;
        const reason = excess ?? faultOf(value, source, encoding.broken);
        if (reason !== undefined) {
          rejected.push({ file: file.path, line, text: source.slice(0, 10_000), reason });
          continue;
        }
        for (const cells of flatten(value as Readonly<Record<string, unknown>>, columns)) {
          rows.push({ line, cells });
        }
        requireFewColumns(columns.names, file);
      }
      yield { columns: columns.names, rows, rejected, share: size === 0 ? 1 : position / size };
    }
  }
}

async function beginsWithBracket(file: SourceFile, encoding: Encoding): Promise<boolean> {
  for await (const { text } of readText(file, encoding)) {
    const first = /\S/.exec(text)?.[0];
    if (first !== undefined) return first === '[';
  }
  return false;
}

/** How much one row may hold. */
const rowLimits = { maxDepth: 30, maxValues: 50_000 };

/** Why a row is too large to be parsed. */
function excessOfRow(source: string): Note | undefined {
  if (source.length > longestSource) return note('line_too_long');
  const excess = excessOf(source, rowLimits);
  if (excess === undefined) return undefined;
  const { maxDepth, maxValues } = rowLimits;
  return excess === 'depth'
    ? note('nested_too_deep', { limit: maxDepth })
    : note('row_too_large', { rule: `it holds more than ${maxValues} values` });
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
      const lines = text.split('\n');
      // of a line that is too long only so much is kept as shows that it is
      lines[0] = buffer.length > longestSource ? buffer : `${buffer}${lines[0]}`;
      buffer = last ? '' : (lines.pop() ?? '');
      return lines.flatMap((source) => {
        line += 1;
        return source.trim() === '' ? [] : [{ line, source: source.trim() }];
      });
    },
  };
}
