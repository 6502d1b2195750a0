import type { TenantId } from '@olympus/core';
import type { Cell, LedgerRow, Warehouse } from '@olympus/warehouse';
import { groupBy } from '../pipeline/group-by.js';
import type { DimensionPatch } from './context.js';
import { fromRow, toRow } from './row.js';

export type DimensionName = DimensionPatch['ledger'];

export const keyColumns: Readonly<Record<DimensionName, string>> = {
  customers: 'customer_key',
  products: 'product_id',
  locations: 'location_id',
};

/** A patch, and what of it is personal. */
export interface PersonPatch extends DimensionPatch {
  readonly personal?: Readonly<Record<string, unknown>>;
}

export interface Sealing {
  /** What was sealed for this customer before, opened. */
  open(customerKey: string, sealed: string): Readonly<Record<string, unknown>>;
  seal(customerKey: string, fields: Readonly<Record<string, unknown>>): string | null;
}

/**
 * The new rows of a tenant's dimensions: patches laid over what is stored. A patch older than the
 * row only fills what the row lacks, so that late arrivals never undo newer knowledge.
 */
export async function mergeDimensions(
  tenant: TenantId,
  patches: readonly PersonPatch[],
  warehouse: Pick<Warehouse, 'fetchDimension'>,
  sealing: Sealing,
): Promise<Map<DimensionName, LedgerRow[]>> {
  const merged = new Map<DimensionName, LedgerRow[]>();
  for (const [ledger, group] of groupBy(patches, (patch) => patch.ledger)) {
    const keyColumn = keyColumns[ledger];
    const byKey = groupBy(group, (patch) => patch.key);
    const stored = await warehouse.fetchDimension(tenant, ledger, [...byKey.keys()]);
    const current = new Map(
      stored.map((row) => {
        const columns = fromRow(ledger, row);
        return [String(columns[keyColumn]), columns];
      }),
    );
    const rows: LedgerRow[] = [];
    for (const [key, own] of byKey) {
      let columns = current.get(key);
      for (const patch of own) columns = applyPatch(columns, patch, sealing);
      rows.push(toRow(ledger, { ...columns, tenant_id: tenant, [keyColumn]: key }));
    }
    merged.set(ledger, rows);
  }
  return merged;
}

/**
 * A dimension's rows made afresh from the patches that remain, in the order they came; a key
 * without any leaves the dimension.
 */
export function rebuildDimension(
  tenant: TenantId,
  ledger: DimensionName,
  keys: Iterable<string>,
  remaining: ReadonlyMap<string, readonly PersonPatch[]>,
  sealing: Sealing,
): LedgerRow[] {
  const keyColumn = keyColumns[ledger];
  const rows: LedgerRow[] = [];
  for (const key of keys) {
    let columns: Record<string, Cell> | undefined;
    for (const patch of remaining.get(key) ?? []) columns = applyPatch(columns, patch, sealing);
    rows.push(toRow(ledger, { ...columns, tenant_id: tenant, [keyColumn]: key }));
  }
  return rows;
}

function applyPatch(
  before: Record<string, Cell> | undefined,
  patch: PersonPatch,
  sealing: Sealing,
): Record<string, Cell> {
  const beforeAt = Number(before?.version_at ?? Number.NEGATIVE_INFINITY);
  const isNewer = patch.atMs >= beforeAt;
  const columns: Record<string, Cell> = {
    ...before,
    version_at: Math.max(patch.atMs, beforeAt),
  };
  for (const [name, value] of Object.entries(patch.fields)) {
    if (value !== undefined && (isNewer || (columns[name] ?? null) === null)) columns[name] = value;
  }
  if (patch.attributes !== undefined) {
    const old = parseObject(columns.attributes);
    const both = isNewer ? { ...old, ...patch.attributes } : { ...patch.attributes, ...old };
    columns.attributes = JSON.stringify(both);
  }
  if (patch.personal !== undefined) {
    const sealed = columns.sealed;
    const old = typeof sealed === 'string' ? sealing.open(patch.key, sealed) : {};
    const both = isNewer ? { ...old, ...patch.personal } : { ...patch.personal, ...old };
    columns.sealed = sealing.seal(patch.key, both);
  }
  return columns;
}

function parseObject(cell: Cell | undefined): Record<string, unknown> {
  return typeof cell === 'string' ? (JSON.parse(cell) as Record<string, unknown>) : {};
}
