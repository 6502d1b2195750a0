import { type Column, column } from './column.js';

/** Facts: append-only and clustered by (tenant_id, time). */
export interface FactDeclaration<Name extends string = string> {
  readonly kind: 'facts';
  readonly name: Name;
  readonly description: string;
  readonly timeColumn: string;
  readonly columns: readonly Column[];
}

/** What is known of entities: of each key only the newest record is seen. */
export interface RecordDeclaration<Name extends string = string> {
  readonly kind: 'records';
  readonly name: Name;
  readonly description: string;
  readonly keyColumn: string;
  readonly columns: readonly Column[];
}

/** Columns that open every ledger of facts. */
const origin = [
  column('tenant_id', 'string', 'The business this row belongs to'),
  column('commit_id', 'integer', 'Number of the commit that stored the row; grows'),
  column('event_id', 'string', 'The event that caused the row'),
  column('occurred_at', 'timestamp', 'When it happened'),
  column('received_at', 'timestamp', 'When it arrived'),
] as const;

export const declareFacts = <const Name extends string, const Columns extends readonly Column[]>(
  name: Name,
  description: string,
  columns: Columns,
) =>
  ({
    kind: 'facts',
    name,
    description,
    timeColumn: 'occurred_at',
    columns: [...origin, ...columns],
  }) as const;

export const declareRecords = <
  const Name extends string,
  const Key extends string,
  const Columns extends readonly Column[],
>(
  name: Name,
  keyColumn: Key,
  description: string,
  columns: Columns,
) =>
  ({
    kind: 'records',
    name,
    description,
    keyColumn,
    columns: [
      column('tenant_id', 'string', 'The business this row belongs to'),
      column(keyColumn, 'string', 'Key'),
      column('version_at', 'timestamp', 'Time of the newest event that the row reflects'),
      ...columns,
    ],
  }) as const;
