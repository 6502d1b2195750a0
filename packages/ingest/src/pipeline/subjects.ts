import type { EntityLedgerName } from '@olympus/semantic';

/** A kind of thing that events tell the state of. */
export interface Subject {
  /** Field of an event's data that names the thing. */
  readonly field: string;
  /** A further field that tells things of one name apart. */
  readonly and?: string;
  readonly types: readonly string[];
}

/** Where the knowledge of entities comes from, and which field of an event's data names its key. */
export const subjects: Readonly<Record<EntityLedgerName, Subject>> = {
  customers: { field: 'customer_id', types: ['customer.created', 'customer.updated'] },
  products: { field: 'product_id', types: ['product.updated'] },
  locations: { field: 'location_id', types: ['location.updated'] },
};

/** Counts of stock: of a product, at a place. */
export const stockSubject: Subject = {
  field: 'product_id',
  and: 'location_id',
  types: ['inventory.updated'],
};
