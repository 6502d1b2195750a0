import { type Category, noSeason, readAssortment, type Shop } from './shop.js';
import { britishNames, tableReviews } from './texts.js';

/** Factors by hour of the day: morning until 11, noon until 15, afternoon until 17, evening. */
const dayparts = (morning: number, noon: number, afternoon: number, evening: number) =>
  Array.from({ length: 24 }, (_, hour) =>
    hour < 11 ? morning : hour < 15 ? noon : hour < 17 ? afternoon : evening,
  );

const categories: readonly Category[] = [
  {
    id: 'coffee',
    name: 'Coffee & pastry',
    season: noSeason,
    weight: 22,
    hours: dayparts(5, 0.7, 2.4, 0.4),
  },
  { id: 'pizza', name: 'Pizza', season: noSeason, weight: 26, hours: dayparts(0, 1, 0.5, 1.4) },
  {
    id: 'mains',
    name: 'Pasta & mains',
    season: noSeason,
    weight: 22,
    hours: dayparts(0, 1.3, 0.3, 1.3),
  },
  {
    id: 'salads',
    name: 'Salads',
    season: [0.6, 0.7, 0.9, 1.1, 1.3, 1.5, 1.6, 1.5, 1.1, 0.8, 0.6, 0.5],
    weight: 10,
    hours: dayparts(0, 1.8, 0.6, 0.7),
  },
  {
    id: 'desserts',
    name: 'Desserts',
    season: noSeason,
    weight: 8,
    hours: dayparts(0.2, 0.6, 1.6, 1.3),
  },
  {
    id: 'drinks',
    name: 'Drinks',
    season: noSeason,
    weight: 22,
    hours: dayparts(0.3, 0.9, 0.8, 1.5),
  },
];

const assortment: Readonly<Record<string, readonly string[]>> = {
  coffee: [
    'Flat white|Bar|3.6',
    'Cappuccino|Bar|3.5',
    'Almond croissant|Bakery|3.9',
    'Espresso|Bar|2.6',
    'Cinnamon bun|Bakery|3.8',
  ],
  pizza: [
    'Margherita|Oven|11.5',
    'Diavola|Oven|13.9',
    'Funghi|Oven|13.5',
    'Marinara|Oven|10.5',
    'Tartufo|Oven|16.9',
  ],
  mains: [
    'Tagliatelle al ragù|Kitchen|14.9',
    'Cacio e pepe|Kitchen|13.5',
    'Aubergine parmigiana|Kitchen|13.9',
    'Sea bass, lemon|Kitchen|19.9',
  ],
  salads: [
    'Caesar salad|Kitchen|11.9',
    'Burrata, tomatoes|Kitchen|12.9',
    'Green salad|Kitchen|7.5',
  ],
  desserts: ['Tiramisù|Kitchen|7.2', 'Gelato, two scoops|Kitchen|5.5', 'Affogato|Bar|5.9'],
  drinks: [
    'Sparkling water|Bar|3.2',
    'House red, glass|Bar|6.9',
    'Lemonade|Bar|4.2',
    'Spritz|Bar|9.5',
    'Lager, pint|Bar|6.2',
  ],
};

const costRatios: Readonly<Record<string, number>> = {
  coffee: 0.22,
  pizza: 0.27,
  mains: 0.32,
  salads: 0.3,
  desserts: 0.28,
  drinks: 0.24,
};

/** Four restaurants with two tills each, open from morning to night, and their delivery. */
export const restaurants: Shop = {
  id: 'restaurants',
  tenant: 'demo-restaurants',
  name: 'Osteria Nove',
  timeZone: 'Europe/London',
  weekStart: 'monday',
  currency: 'GBP',
  country: 'GB',
  url: 'https://osteria.example.com',
  ordersADay: 40,
  growthAYear: 1.12,
  locations: [
    {
      id: 'soho',
      name: 'Soho',
      city: 'London',
      kind: 'store',
      weight: 5,
      opensOnDay: 0,
      tills: ['soho-1', 'soho-2'],
    },
    {
      id: 'camden',
      name: 'Camden',
      city: 'London',
      kind: 'store',
      weight: 4,
      opensOnDay: 0,
      tills: ['camden-1', 'camden-2'],
    },
    {
      id: 'bristol',
      name: 'Bristol Harbourside',
      city: 'Bristol',
      kind: 'store',
      weight: 3,
      opensOnDay: 0,
      tills: ['bristol-1', 'bristol-2'],
    },
    {
      id: 'leeds',
      name: 'Leeds Corn Exchange',
      city: 'Leeds',
      kind: 'store',
      weight: 3,
      opensOnDay: 200,
      tills: ['leeds-1', 'leeds-2'],
    },
  ],
  categories,
  products: readAssortment(categories, assortment, costRatios),
  promotions: [
    {
      id: 'january-lunch',
      from: '01-06',
      to: '01-31',
      rate: 0.2,
      categories: ['mains', 'salads'],
      uplift: 1.15,
    },
    {
      id: 'spritz-summer',
      from: '06-20',
      to: '08-20',
      rate: 0.15,
      categories: ['drinks'],
      uplift: 1.05,
    },
  ],
  places: {
    online: {
      share: 0.18,
      weekdays: [1.3, 0.8, 0.8, 0.85, 0.95, 1.25, 1.2],
      hours: [0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.8, 1, 2, 5, 4, 2, 1.5, 2, 4, 8, 9, 7, 4, 1, 0],
      channels: [
        { id: 'delivery-app', weight: 0.65, onlookers: 0.6, mobile: true },
        { id: 'web', weight: 0.35, onlookers: 0.4 },
      ],
      methods: [
        { name: 'card', provider: 'stripe', weight: 60, fee: 0.015 },
        { name: 'wallet', provider: 'paypal', weight: 40, fee: 0.029 },
      ],
      segment: 'delivery account',
      anonymousRate: 0,
      paymentFailureRate: 0.03,
      cancelRate: 0.02,
      refundRate: 0.012,
      reviewRate: 0.08,
    },
    store: {
      share: 0.82,
      weekdays: [0.95, 0.7, 0.8, 0.9, 1, 1.4, 1.5],
      hours: [0, 0, 0, 0, 0, 0, 0, 1, 3, 3.5, 3, 4, 9, 8, 4, 3, 3, 4, 8, 10, 9, 5, 2, 0],
      channels: [
        { id: 'dine-in', weight: 0.72, onlookers: 0 },
        { id: 'takeaway', weight: 0.28, onlookers: 0 },
      ],
      methods: [
        { name: 'card', provider: 'sumup', weight: 0.88, fee: 0.0169 },
        { name: 'cash', provider: 'till', weight: 0.12, fee: 0 },
      ],
      segment: 'loyalty card',
      anonymousRate: 0.7,
      paymentFailureRate: 0.006,
      cancelRate: 0,
      refundRate: 0.004,
      reviewRate: 0.03,
    },
  },
  onlookersAnOrder: 6,
  holidays: ['12-25', '12-26'],
  basket: { furtherLines: 1.6, singleShare: 0.82, cheapBelow: 10 },
  loyalty: {
    loyalShare: 0.3,
    loyal: { rate: 24, rateSpread: 40, churn: 0.02, churnSpread: 0.02 },
    casual: { rate: 3, rateSpread: 7, churn: 0.2, churnSpread: 0.2 },
  },
  vatRate: 0.2,
  shipping: { fee: 2.9, freeFrom: 25 },
  people: {
    ...britishNames,
    countries: [
      { code: 'GB', weight: 94, cities: ['London', 'Bristol', 'Leeds', 'Manchester', 'Brighton'] },
      { code: 'IE', weight: 6, cities: ['Dublin', 'Cork'] },
    ],
  },
  reviews: { en: tableReviews },
};
