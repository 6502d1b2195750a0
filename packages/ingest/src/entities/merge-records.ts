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

type Fields = Readonly<Record<string, unknown>>;

export interface Sealing {
  /** What was sealed before for this customer, or with an empty key for the tenant, opened. */
  open(customerKey: string, sealed: string): Fields;
  seal(customerKey: string, fields: Fields): string | null;
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
  if (patch.personal === undefined) return draft;
  if (patch.ledger === 'customers') {
    const { sealed } = draft;
    const old = {
      ...inClear(draft),
      ...(typeof sealed === 'string' ? sealing.open(patch.key, sealed) : {}),
    };
    draft.sealed = sealing.seal(patch.key, bothOf(old, patch.personal, isNewer));
    for (const name of onceInClear) draft[name] = null;
  } else if (patch.ledger === 'products' && patch.personal.attributes !== undefined) {
    const { attributes } = patch.personal;
    const both = bothOf(openAttributes(draft, sealing), { attributes }, isNewer);
    draft.attributes = JSON.stringify({ _sealed: sealing.seal(ofNobody, both) });
  }
  return draft;
}

/** Columns that releases before filled; what they hold is sealed when the customer is heard of again. */
const onceInClear = ['attributes', 'consent'] as const;

function inClear(draft: Draft): Fields {
  const columns = onceInClear.map((name) => [name, parseObject(draft[name])] as const);
  return Object.fromEntries(columns.filter(([, value]) => Object.keys(value).length > 0));
}

/** Seals what belongs to the tenant and to no one person. */
const ofNobody = '';

/** What is known of a product's attributes: sealed, or in clear as releases before wrote them. */
function openAttributes(draft: Draft, sealing: Sealing): Fields {
  const stored = parseObject(draft.attributes);
  const { _sealed: sealed } = stored;
  return typeof sealed === 'string' ? sealing.open(ofNobody, sealed) : { attributes: stored };
}

/** Personal fields laid over each other, attributes one by one. */
function bothOf(old: Fields, given: Fields, isNewer: boolean): Fields {
  const [under, over] = isNewer ? [old, given] : [given, old];
  const attributes = { ...asFields(under.attributes), ...asFields(over.attributes) };
  const both = { ...under, ...over };
  return Object.keys(attributes).length === 0 ? both : { ...both, attributes };
}

const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

function parseObject(cell: Cell | undefined): Fields {
  return typeof cell === 'string' ? (JSON.parse(cell) as Fields) : {};
}
