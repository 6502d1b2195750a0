import { firstPurchase } from '../model/customers.js';
import { declareRollup } from './rollup.js';

/** Sums of `sales` by day, and when each customer first bought. */
export const salesDaily = declareRollup({
  name: 'sales_daily',
  ledger: 'sales',
  parts: [
    {
      kind: 'sums',
      name: 'lines',
      // everything but product, order and (mostly) customer
      keys: ['entry', 'channel', 'currency', 'country', 'location_id', 'promotion_id'],
      kept: [{ column: 'customer_key', whereAbsent: 'country' }],
    },
    { kind: 'firsts', name: 'firsts', measure: firstPurchase },
    { kind: 'sums', name: 'channels', keys: ['entry', 'channel', 'currency'] },
  ],
  sums: ['quantity', 'gross', 'discount', 'tax', 'shipping', 'cost', 'net', 'orders'],
  presence: ['product_id', 'cost'],
});
