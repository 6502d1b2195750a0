import type { TenantId } from '@olympus/core';
import {
  type EntityLedgerName,
  keyColumnOf,
  type LedgerRow,
  type LedgerRows,
  ledgers,
  type NewRow,
  positionOf,
} from '@olympus/semantic';

/**
 * Records of entities that were committed and are not in the tables yet. Nearly every batch about
 * customers asks for what is known of them: with these at hand it need not wait for a load.
 */
export interface RecentRecords {
  add(rows: LedgerRows, commitId: number): void;
  /** What is newest of those of the keys that are here, by key; undefined for a record taken out. */
  find<L extends EntityLedgerName>(
    tenant: TenantId,
    name: L,
    keys: readonly string[],
  ): ReadonlyMap<string, LedgerRow<L> | undefined>;
  /** Forgets what is in the tables now. */
  release(throughCommit: number): void;
}

interface Place {
  readonly name: EntityLedgerName;
  readonly tenantAt: number;
  readonly keyAt: number;
  readonly versionAt: number;
}

const places: readonly Place[] = ledgers.flatMap((ledger) => {
  if (ledger.kind !== 'records') return [];
  const { name } = ledger;
  return [
    {
      name,
      tenantAt: positionOf(name, 'tenant_id'),
      keyAt: positionOf(name, keyColumnOf(name)),
      versionAt: positionOf(name, 'version_at'),
    },
  ];
});

export function createRecentRecords(): RecentRecords {
  const records = new Map<
    string,
    { readonly row: NewRow<EntityLedgerName> | undefined; readonly commitId: number }
  >();
  const placeOf = (tenant: unknown, name: string, key: unknown) => `${tenant}\n${name}\n${key}`;

  return {
    add(rows, commitId) {
      for (const { name, tenantAt, keyAt, versionAt } of places) {
        for (const row of rows[name] ?? []) {
          const place = placeOf(row[tenantAt], name, row[keyAt]);
          // taken out first, so that the oldest commits stay in front
          records.delete(place);
          records.set(place, { row: row[versionAt] === null ? undefined : row, commitId });
        }
      }
    },
    find<L extends EntityLedgerName>(tenant: TenantId, name: L, keys: readonly string[]) {
      const found = new Map<string, LedgerRow<L> | undefined>();
      for (const key of keys) {
        const entry = records.get(placeOf(tenant, name, key));
        // a place is of one ledger, and holds its rows alone
        if (entry !== undefined) found.set(key, entry.row as LedgerRow<L> | undefined);
      }
      return found;
    },
    release(throughCommit) {
      for (const [place, { commitId }] of records) {
        if (commitId > throughCommit) return;
        records.delete(place);
      }
    },
  };
}
