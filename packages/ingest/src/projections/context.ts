import type { CustomerKey } from '@olympus/core';
import type { Tenant } from '@olympus/platform';
import type { Cell } from '@olympus/warehouse';
import type { DocumentVersion } from './sales/document.js';

/** An event whose envelope and data were checked. */
export interface CheckedEvent<Data = Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly occurredAtMs: number;
  readonly receivedAtMs: number;
  readonly customerKey: CustomerKey | null;
  /** The customer, or else the anonymous visitor. */
  readonly visitorKey: string | null;
  readonly data: Data;
}

export interface ProjectionContext {
  readonly tenant: Tenant;
  documentHash(documentId: string): number;
}

export type RowLedger =
  | 'payments'
  | 'stock'
  | 'sessions'
  | 'feedback'
  | 'exposures'
  | 'spend'
  | 'messages';

/** New knowledge about one customer, product or location. Fields left out stay as they were. */
export interface DimensionPatch {
  readonly ledger: 'customers' | 'products' | 'locations';
  readonly key: string;
  readonly atMs: number;
  readonly fields: Readonly<Record<string, Cell | undefined>>;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What one event adds to the ledgers. */
export interface Projection {
  readonly row?: { readonly ledger: RowLedger; readonly columns: Record<string, Cell | undefined> };
  readonly document?: DocumentVersion;
  readonly patch?: DimensionPatch;
}
