import type { ImportProposal } from '@olympus/sdk';

export type Column = ImportProposal['columns'][number];
export type Role = NonNullable<Column['role']>;

/** The roles said so far, and what a column is taken for now; a role that others share stays with them. */
export function assigned(
  before: Readonly<Record<string, string | null>>,
  columns: readonly Column[],
  { column, role: former }: Column,
  role: Role | null,
): Readonly<Record<string, string | null>> {
  const next = Object.fromEntries(Object.entries(before).filter(([, said]) => said !== column));
  if (role !== null) return { ...next, [role]: column };
  if (former === null) return next;
  const other = columns.find((one) => one.role === former && one.column !== column);
  return { ...next, [former]: other?.column ?? null };
}
