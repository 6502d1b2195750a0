/**
 * How a column's values are held: `decimal` is exact with four places, `timestamp` a UTC instant
 * with millisecond precision, `json` text that parses as JSON, `integer` 64 bits.
 */
export type ColumnType =
  | 'string'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'timestamp'
  | 'date'
  | 'json';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** True where a row may lack the value. */
  readonly optional?: true;
}

/** A column that every row has a value in. */
export const column = <const Name extends string, const Type extends ColumnType>(
  name: Name,
  type: Type,
  description: string,
) => ({ name, type, description }) as const;

/** A column that rows may lack the value of. */
export const optional = <const Name extends string, const Type extends ColumnType>(
  name: Name,
  type: Type,
  description: string,
) => ({ name, type, description, optional: true }) as const;
