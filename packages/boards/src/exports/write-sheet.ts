import { writeCsv } from './csv.js';
import { writeJson } from './json.js';
import { writeParquet } from './parquet.js';
import type { ExportFormat, Sheet } from './sheet.js';
import { writeXlsx } from './xlsx.js';

const writers: Readonly<Record<ExportFormat, (sheet: Sheet) => AsyncIterable<Uint8Array>>> = {
  csv: writeCsv,
  json: writeJson,
  xlsx: writeXlsx,
  parquet: writeParquet,
};

/** The table as a file of the format, as it is made. */
export const writeSheet = (format: ExportFormat, sheet: Sheet): AsyncIterable<Uint8Array> =>
  writers[format](sheet);
