import type { Note } from '../notes/notes.js';

/** A line of a file that is no row of its table. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly reason: Note;
}

/** Cells of a row, by the columns of its batch; null for an empty one. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

/** Some rows of a file, in its order. */
export interface RowBatch {
  /** Names of the cells. They may become more from batch to batch, and never change places. */
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
  readonly rejected: readonly RejectedLine[];
  /** Share of the file read so far, 0–1. */
  readonly share: number;
}

/** A file being read. */
export interface FileReading {
  readonly batches: AsyncIterable<RowBatch>;
  /** How it is read: what was found or given. */
  readonly form: FileForm;
  readonly warnings: readonly Note[];
}

export interface FileForm {
  readonly format: 'csv' | 'ndjson' | 'json' | 'parquet';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header_line?: number;
}
