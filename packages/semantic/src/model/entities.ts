import type { Entity } from './declarations.js';

/** The things that a commerce business is made of. */
export const entities: readonly Entity[] = [
  {
    name: 'customer',
    label: 'Customer',
    description: 'A person who buys, known by a pseudonymous key',
    key: 'customer_key',
    ledger: 'customers',
  },
  {
    name: 'product',
    label: 'Product',
    description: 'Something that is sold',
    key: 'product_id',
    ledger: 'products',
    few: true,
  },
  {
    name: 'location',
    label: 'Location',
    description: 'A shop, branch or warehouse',
    key: 'location_id',
    ledger: 'locations',
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
