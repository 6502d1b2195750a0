import type { TenantId } from '@olympus/core';
import { type DimensionLedgerName, ledgers } from '@olympus/semantic';
import type { CommitBatch, LedgerRow } from '../warehouse.js';

/**
 * Rows of dimensions that were committed and are not in the tables yet. Nearly every batch about
 * customers asks for what is known of them: with these at hand it need not wait for a load.
 */
export interface RecentDimensions {
  add(batch: CommitBatch, commitId: number): void;
  /** The newest rows of those of the keys that have one here, by key. */
  find(
    tenant: TenantId,
    name: DimensionLedgerName,
    keys: readonly string[],
  ): ReadonlyMap<string, LedgerRow>;
  /** Forgets what is in the tables now. */
  release(throughCommit: number): void;
}

interface Place {
  readonly name: DimensionLedgerName;
  readonly tenantAt: number;
  readonly keyAt: number;
}

const places: readonly Place[] = ledgers.flatMap((ledger) => {
  if (ledger.kind !== 'dimension') return [];
  const indexOf = (name: string) => ledger.columns.findIndex((column) => column.name === name);
  const name = ledger.name as DimensionLedgerName;
  return [{ name, tenantAt: indexOf('tenant_id'), keyAt: indexOf(ledger.keyColumn) }];
});

export function createRecentDimensions(): RecentDimensions {
  const rows = new Map<string, { readonly row: LedgerRow; readonly commitId: number }>();
  const placeOf = (tenant: unknown, name: string, key: unknown) => `${tenant}\n${name}\n${key}`;

  return {
    add(batch, commitId) {
      for (const { name, tenantAt, keyAt } of places) {
        for (const row of batch.rows.get(name) ?? []) {
          const place = placeOf(row[tenantAt], name, row[keyAt]);
          // taken out first, so that the oldest commits stay in front
          rows.delete(place);
          rows.set(place, { row, commitId });
        }
      }
    },
    find(tenant, name, keys) {
      const found = new Map<string, LedgerRow>();
      for (const key of keys) {
        const entry = rows.get(placeOf(tenant, name, key));
        if (entry !== undefined) found.set(key, entry.row);
      }
      return found;
    },
    release(throughCommit) {
      for (const [place, { commitId }] of rows) {
        if (commitId > throughCommit) return;
        rows.delete(place);
      }
    },
  };
}
