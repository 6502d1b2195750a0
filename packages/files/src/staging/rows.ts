/** A cell as it stands in the file; null for an empty one. */
export type Row = readonly (string | null)[];

/** A row of a rule: its cells, the file and line it stands in, and which of equal rows it is. */
export interface StagedRow {
  readonly cells: Row;
  readonly file: number;
  readonly line: number;
  /** 1 for the first of rows that are equal in every cell; only where rows are not grouped. */
  readonly occurrence: number;
}

/** A row that no entry of the mapping takes. */
export interface UnmatchedRow {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}
