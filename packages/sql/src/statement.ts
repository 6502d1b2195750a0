/** The type a parameter is bound with; a comparison then never casts its column. */
export type ParameterType =
  | 'string'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'timestamp'
  | 'date'
  | 'string_list';

export interface Parameter {
  readonly type: ParameterType;
  /** `timestamp`: milliseconds since 1970; `date`: YYYY-MM-DD; `decimal`: decimal text; null anywhere. */
  readonly value: string | number | boolean | null | readonly string[];
}

/** One statement of one dialect, ready to run: text with that dialect's placeholders, and the values. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}
