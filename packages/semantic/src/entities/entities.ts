import type { EntityLedgerName } from '../ledgers/ledgers.js';

/** Something the business knows by a key that its ledgers carry. */
export interface Entity {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Column of ledgers of facts that holds the key. */
  readonly key: string;
  /** Where its records are, by the same key; absent for what is known by its key alone. */
  readonly records?: EntityLedgerName;
  /** Whether there are few of them beside the facts that name them. */
  readonly few?: true;
}

/** The things that a commerce business is made of. */
export const entities: readonly Entity[] = [
  {
    name: 'customer',
    label: 'Customer',
    description: 'A person who buys, known by a pseudonymous key',
    key: 'customer_key',
    records: 'customers',
  },
  {
    name: 'product',
    label: 'Product',
    description: 'Something that is sold',
    key: 'product_id',
    records: 'products',
    few: true,
  },
  {
    name: 'location',
    label: 'Location',
    description: 'A shop, branch or warehouse',
    key: 'location_id',
    records: 'locations',
    few: true,
  },
  { name: 'order', label: 'Order', description: 'An order of a customer', key: 'order_id' },
  { name: 'session', label: 'Session', description: 'A visit to the shop', key: 'session_id' },
  {
    name: 'campaign',
    label: 'Campaign',
    description: 'An advertising campaign',
    key: 'campaign_id',
  },
  {
    name: 'experiment',
    label: 'Experiment',
    description: 'A controlled experiment',
    key: 'experiment_id',
  },
];
