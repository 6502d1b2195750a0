import { Problem } from '@olympus/core';
import type { Mapping } from '../mapping/mapping.js';
import { listNames, type Note, note } from '../notes/notes.js';
import { repeatedNames } from '../reading/dialect.js';
import { readFile } from '../reading/read-file.js';
import type { FileForm } from '../reading/rows.js';
import { type Assignment, type Assignments, assignByLayout, assignByWords } from './assign.js';
import type { MissingColumn, RecogniseHints } from './draft/draft.js';
import { draftMapping } from './draft/draft-mapping.js';
import { kindOf } from './kind.js';
import { findLayout, type Layout } from './layouts.js';
import { type FileProfile, profileRows } from './profile.js';

import type { FileKind, Role } from './roles.js';

/** What a file seems to be, and a mapping for it. */
export interface Proposal {
  /** Undefined when its columns fit no kind of export. */
  readonly kind: FileKind | undefined;
  /** The system whose layout it has, such as `shopify`. */
  readonly system: string | undefined;
  /** What it was recognised as. */
  readonly title: Note;
  /** 0–1; the least of what the mapping stands on. */
  readonly confidence: number;
  readonly form: FileForm;
  readonly columns: readonly ProposedColumn[];
  /** Undefined while something is missing. */
  readonly mapping: Mapping | undefined;
  readonly missing: readonly MissingColumn[];
  readonly warnings: readonly Note[];
}

export interface ProposedColumn {
  readonly column: string;
  readonly role: Role | undefined;
  readonly confidence: number;
  readonly sure: boolean;
  readonly reasons: readonly Note[];
  readonly examples: readonly string[];
}

export interface RecogniseOptions extends RecogniseHints {
  /** Name that the file had before it was uploaded. */
  readonly name?: string;
  readonly encoding?: string | undefined;
  readonly csv?: Mapping['csv'] | undefined;
  /** What a person says: the column of a role, or null for none. */
  readonly roles?: Readonly<Partial<Record<Role, string | null>>> | undefined;
  /** What a person says it is. */
  readonly kind?: FileKind | undefined;
}

/**
 * Looks at a file's first rows and proposes how to import it. Nothing that is decided here is taken
 * for granted later: preview and import look at every row.
 * @throws Problem as `readFile`; `unknown_column` where a role is said of a column that is not there
 */
export async function recognise(path: string, options: RecogniseOptions): Promise<Proposal> {
  const reading = await readFile(path, options);
  const profile = await profileRows(reading);
  const names = profile.columns.map(({ name }) => name);
  const layout = options.kind === undefined ? findLayout(names) : undefined;
  const found = layout === undefined ? assignByWords(profile) : assignByLayout(layout, profile);
  requireColumns(names, options.roles ?? {});
  const assigned = withPerson(found, options.roles ?? {});
  const kind = options.kind ?? layout?.kind ?? kindOf(assigned, profile);
  const draft =
    kind === undefined
      ? undefined
      : draftMapping(kind, assigned, profile, { layout, hints: options });
  const described = describeColumns(profile, assigned);
  const unsure = described.filter(({ role, sure }) => role !== undefined && !sure);
  return {
    kind,
    system: layout?.system,
    title: titleOf(kind, layout),
    confidence: confidenceOf(kind, draft?.mapping, assigned),
    form: reading.form,
    columns: described,
    mapping: draft?.mapping && withForm(draft.mapping, options),
    missing: draft?.missing ?? [],
    warnings: [
      ...reading.warnings,
      ...repeatedNames(names),
      ...(profile.count === 0 ? [note('no_rows')] : []),
      ...(kind === undefined ? [note('kind_unclear')] : []),
      ...(draft?.warnings ?? []),
      ...unsure.flatMap(({ column, role }) =>
        role === undefined ? [] : [note('role_uncertain', { column, role })],
      ),
    ],
  };
}

function titleOf(kind: FileKind | undefined, layout: Layout | undefined): Note {
  if (layout !== undefined) return note(layout.title);
  return kind === undefined ? note('not_recognised') : note('kind_recognised', { kind });
}

function withForm(mapping: Mapping, { encoding, csv }: RecogniseOptions): Mapping {
  return {
    ...mapping,
    ...(encoding === undefined ? {} : { encoding }),
    ...(csv === undefined ? {} : { csv }),
  };
}

function requireColumns(
  names: readonly string[],
  said: Readonly<Partial<Record<Role, string | null>>>,
): void {
  for (const [role, column] of Object.entries(said)) {
    if (column === null || column === undefined || names.includes(column)) continue;
    throw new Problem({
      code: 'unknown_column',
      kind: 'invalid',
      message: `The file has no column "${column.slice(0, 80)}"`,
      at: `/roles/${role}`,
      remedy: `It has: ${listNames(names)}.`,
    });
  }
}

function withPerson(
  found: Assignments,
  said: Readonly<Partial<Record<Role, string | null>>>,
): Assignments {
  const result = new Map(found);
  for (const [name, column] of Object.entries(said)) {
    const role = name as Role;
    if (column === null || column === undefined) {
      result.delete(role);
      continue;
    }
    for (const [other, { column: taken }] of result) if (taken === column) result.delete(other);
    result.set(role, { column, role, confidence: 1, reasons: [note('said_so')], sure: true });
  }
  return result;
}

function describeColumns(
  { columns }: FileProfile,
  assigned: Assignments,
): readonly ProposedColumn[] {
  const byColumn = new Map<string, Assignment>();
  for (const assignment of assigned.values()) {
    for (const column of [assignment.column, ...(assignment.alternatives ?? [])]) {
      if (!byColumn.has(column)) byColumn.set(column, assignment);
    }
  }
  return columns.map(({ name, examples }) => {
    const own = byColumn.get(name);
    return {
      column: name,
      role: own?.role,
      confidence: own?.confidence ?? 0,
      sure: own?.sure ?? true,
      reasons: own?.reasons ?? [],
      examples,
    };
  });
}

/** Roles that a kind stands or falls with. */
const essential: Readonly<Record<FileKind, readonly Role[]>> = {
  orders_by_line: ['order_id', 'ordered_at', 'quantity', 'unit_price', 'line_total', 'product_id'],
  orders_by_order: ['order_id', 'ordered_at', 'order_total', 'order_subtotal'],
  customers: ['customer_id', 'email'],
  products: ['product_id', 'product_name'],
  refunds: ['refund_id', 'refund_amount', 'refunded_at', 'ordered_at'],
  stock: ['product_id', 'on_hand'],
  payments: ['payment_id', 'amount', 'ordered_at'],
};

function confidenceOf(
  kind: FileKind | undefined,
  mapping: Mapping | undefined,
  assigned: Assignments,
): number {
  if (kind === undefined || mapping === undefined) return 0;
  const stands = essential[kind].flatMap((role) => assigned.get(role)?.confidence ?? []);
  return stands.length === 0 ? 0 : Math.min(...stands);
}
