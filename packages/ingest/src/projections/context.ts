import type { CustomerKey } from '@olympus/core';
import type { Tenant } from '@olympus/platform';
import type { EntityPatch } from '../entities/entity-patch.js';
import type { ProjectedRow } from './projected-row.js';
import type { DocumentVersion } from './sales/document.js';

/** An event whose envelope and data were checked. */
export interface CheckedEvent<Data = Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly occurredAtMs: number;
  readonly receivedAtMs: number;
  /** Its place among the events it was sent with. */
  readonly place: number;
  readonly customerKey: CustomerKey | null;
  /** The browser or device it came from, where it says. */
  readonly anonymousKey: string | null;
  /** The customer, or else the anonymous visitor. */
  readonly visitorKey: string | null;
  readonly data: Data;
}

export interface ProjectionContext {
  readonly tenant: Tenant;
  documentHash(documentId: string): number;
}

/** What one event adds to the ledgers. */
export interface Projection {
  readonly row?: ProjectedRow;
  readonly document?: DocumentVersion;
  readonly patch?: EntityPatch;
}
