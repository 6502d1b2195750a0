import type { Address } from '../address/address.js';

/** A good place to begin: what it needs facts of, and its address. */
interface Example {
  readonly name: 'trend' | 'hours' | 'risers' | 'basket' | 'sizes' | 'visits' | 'countries';
  /** Metrics that must have happened for it to say something. */
  readonly needs: readonly ('revenue' | 'orders' | 'sessions')[];
  readonly search: Address;
}

export const EXAMPLES: readonly Example[] = [
  { name: 'trend', needs: ['revenue'], search: { x: 'revenue', b: 'channel' } },
  {
    name: 'hours',
    needs: ['orders'],
    search: { x: 'orders', b: ['time.weekday', 'time.hour'] },
  },
  {
    name: 'risers',
    needs: ['revenue'],
    search: {
      x: 'revenue',
      b: 'product.name',
      as: 'bar',
      by: 'rise',
      n: '12',
      c: 'previous_period',
    },
  },
  {
    name: 'basket',
    needs: ['orders'],
    search: { x: 'average_order_value', p: 'moving_average', r: 'last_90_days', g: 'day' },
  },
  {
    name: 'sizes',
    needs: ['orders'],
    search: { x: 'revenue', as: 'histogram' },
  },
  {
    name: 'visits',
    needs: ['revenue', 'sessions'],
    search: { x: '=revenue / sessions', g: 'day' },
  },
  {
    name: 'countries',
    needs: ['revenue'],
    search: { x: 'revenue', b: ['customer.country', 'channel'], as: 'table' },
  },
];
