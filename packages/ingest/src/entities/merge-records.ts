import type { TenantId } from '@olympus/core';
import {
  type EntityLedgerName,
  fromRow,
  keyColumnOf,
  type LedgerRow,
  type NewRow,
  type NewValues,
  type RecordRemoval,
  removalOf,
  toRow,
} from '@olympus/semantic';
import type { Cell, Warehouse } from '@olympus/warehouse';
import { groupBy } from '../group-by.js';
import type { PersonPatch } from './entity-patch.js';

export interface Sealing {
  /** What was sealed for this customer before, opened. */
  open(customerKey: string, sealed: string): Readonly<Record<string, unknown>>;
  seal(customerKey: string, fields: Readonly<Record<string, unknown>>): string | null;
}

type AddRecords = <L extends EntityLedgerName>(ledger: L, ...rows: readonly NewRow<L>[]) => void;

/**
 * Adds the new records of a tenant's entities: patches laid over what is stored. A patch older than the
 * record only fills what it lacks, so that late arrivals never undo newer knowledge.
 */
export async function mergeRecords(
  tenant: TenantId,
  patches: readonly PersonPatch[],
  warehouse: Pick<Warehouse, 'fetchRecords'>,
  sealing: Sealing,
  add: AddRecords,
): Promise<void> {
  for (const [ledger, group] of groupBy(patches, (patch) => patch.ledger)) {
    const byKey = groupBy(group, (patch) => patch.key);
    const stored = await warehouse.fetchRecords(tenant, ledger, [...byKey.keys()]);
    const current = byEntity(ledger, stored);
    for (const [key, own] of byKey) {
      add(ledger, recordOf(tenant, ledger, key, own, sealing, current.get(key)));
    }
  }
}

/**
 * Records made afresh from the patches that remain, in the order they came; an entity without any
 * has no record any more.
 */
export function rebuildRecords<L extends EntityLedgerName>(
  tenant: TenantId,
  ledger: L,
  keys: Iterable<string>,
  remaining: ReadonlyMap<string, readonly PersonPatch[]>,
  sealing: Sealing,
): (LedgerRow<L> | RecordRemoval<L>)[] {
  return Array.from(keys, (key) => {
    const patches = remaining.get(key) ?? [];
    if (patches.length === 0) return removalOf(ledger, tenant, key);
    return recordOf(tenant, ledger, key, patches, sealing);
  });
}

/** Values of a record by column, while patches are laid over it. */
type Draft = Readonly<Record<string, Cell | undefined>>;

function byEntity(
  ledger: EntityLedgerName,
  rows: readonly LedgerRow<EntityLedgerName>[],
): ReadonlyMap<string, Draft> {
  return new Map(
    rows.map((row) => {
      const values: Draft = fromRow(ledger, row);
      return [String(values[keyColumnOf(ledger)]), values];
    }),
  );
}

function recordOf<L extends EntityLedgerName>(
  tenant: TenantId,
  ledger: L,
  key: string,
  patches: readonly PersonPatch[],
  sealing: Sealing,
  before?: Draft,
): LedgerRow<L> {
  let draft = before;
  for (const patch of patches) draft = applyPatch(draft, patch, sealing);
  const values: Draft = { ...draft, tenant_id: tenant, [keyColumnOf(ledger)]: key };
  // what a patch says has the ledger's types, and so has what was stored
  return toRow(ledger, values as NewValues<L>);
}

function applyPatch(before: Draft | undefined, patch: PersonPatch, sealing: Sealing): Draft {
  const beforeAt = Number(before?.version_at ?? Number.NEGATIVE_INFINITY);
  const isNewer = patch.atMs >= beforeAt;
  const draft: Record<string, Cell | undefined> = {
    ...before,
    version_at: Math.max(patch.atMs, beforeAt),
  };
  for (const [name, value] of Object.entries(patch.fields)) {
    if (value !== undefined && (isNewer || (draft[name] ?? null) === null)) draft[name] = value;
  }
  if (patch.attributes !== undefined) {
    const old = parseObject(draft.attributes);
    const both = isNewer ? { ...old, ...patch.attributes } : { ...patch.attributes, ...old };
    draft.attributes = JSON.stringify(both);
  }
  if (patch.personal !== undefined) {
    const { sealed } = draft;
    const old = typeof sealed === 'string' ? sealing.open(patch.key, sealed) : {};
    const both = isNewer ? { ...old, ...patch.personal } : { ...patch.personal, ...old };
    draft.sealed = sealing.seal(patch.key, both);
  }
  return draft;
}

function parseObject(cell: Cell | undefined): Record<string, unknown> {
  return typeof cell === 'string' ? (JSON.parse(cell) as Record<string, unknown>) : {};
}
