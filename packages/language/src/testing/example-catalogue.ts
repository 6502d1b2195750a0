import type { Catalogue } from '../linking/index.js';
import type { CalendarOptions } from '../time/index.js';

/** A bookshop that speaks English and a little German. */
export const bookshop: Catalogue = {
  metrics: [
    {
      name: 'revenue',
      label: 'Revenue',
      unit: 'EUR',
      additive: true,
      synonyms: { en: ['sales'], de: ['Umsatz'] },
    },
    { name: 'net_revenue', label: 'Net revenue', unit: 'EUR', additive: true },
    { name: 'orders', label: 'Orders', unit: 'count', additive: true },
    { name: 'customers', label: 'Customers', unit: 'count', additive: false },
    { name: 'food_cost', label: 'Café cost', unit: 'EUR', additive: true },
    { name: 'staff_cost', label: 'Staff cost', unit: 'EUR', additive: true },
  ],
  dimensions: [
    {
      name: 'country',
      label: 'Country',
      type: 'string',
      values: ['Germany', 'France', 'United States'],
    },
    { name: 'genre', label: 'Genre', type: 'string', values: ['Crime', 'Poetry', 'Travel'] },
    { name: 'delivery_city', label: 'Delivery city', type: 'string', values: ['Paris', 'Berlin'] },
    { name: 'shop_city', label: 'Shop city', type: 'string', values: ['Paris', 'Lyon'] },
    { name: 'customer', label: 'Customer', type: 'string' },
    {
      name: 'weekday',
      label: 'Weekday',
      type: 'string',
      values: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    },
    { name: 'pages', label: 'Pages', type: 'number' },
    { name: 'gift', label: 'Gift', type: 'boolean' },
  ],
  events: [
    { name: 'viewed', label: 'Viewed' },
    { name: 'bought', label: 'Bought', synonyms: { en: ['purchase'] } },
  ],
  joinable: { staff_cost: ['shop_city'] },
};

/** Wednesday, 17 June 2026, in Berlin. */
export const inJune: CalendarOptions = {
  now: '2026-06-17T09:30:00Z',
  timeZone: 'Europe/Berlin',
  weekStart: 'monday',
  fiscalYearStartMonth: 1,
};
