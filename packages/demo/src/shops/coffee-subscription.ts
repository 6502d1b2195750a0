import { type Category, noSeason, readAssortment, type Shop } from './shop.js';
import { britishNames, coffeeReviews } from './texts.js';

const categories: readonly Category[] = [
  {
    id: 'plans',
    name: 'Plans',
    season: [1.3, 1.05, 1, 0.95, 0.9, 0.85, 0.8, 0.85, 1, 1.05, 1.1, 1.15],
    weight: 85,
  },
  { id: 'gifts', name: 'Gift plans', season: noSeason, weight: 15 },
];

const products = readAssortment(
  categories,
  {
    plans: ['Solo, 250 g|Northpass|14', 'Duo, 500 g|Northpass|24', 'Office, 2 kg|Northpass|79'],
    gifts: ['Gift, Solo|Northpass|15'],
  },
  { plans: 0.38, gifts: 0.4 },
);

/** Coffee by post, paid month by month until cancelled: sign-ups online, renewals by themselves. */
export const coffeeSubscription: Shop = {
  id: 'subscription',
  tenant: 'demo-subscription',
  name: 'Northpass Coffee Club',
  timeZone: 'America/New_York',
  weekStart: 'sunday',
  currency: 'USD',
  country: 'US',
  url: 'https://coffee.example.com',
  ordersADay: 6,
  growthAYear: 1.5,
  locations: [
    {
      id: 'roastery',
      name: 'Hudson roastery',
      city: 'Hudson',
      kind: 'warehouse',
      weight: 0,
      opensOnDay: 0,
    },
  ],
  categories,
  products,
  promotions: [{ id: 'new-year', from: '01-01', to: '01-14', rate: 0.2, uplift: 1.4 }],
  places: {
    online: {
      share: 1,
      weekdays: [1.1, 1.1, 1, 1, 0.95, 0.9, 0.95],
      hours: [
        1, 0.5, 0.3, 0.2, 0.2, 0.4, 1.4, 3, 4.5, 5, 5, 5, 5.2, 5, 4.6, 4.4, 4.5, 4.8, 5.2, 6, 6.8,
        6.4, 4.5, 2.4,
      ],
      channels: [{ id: 'web', weight: 1, onlookers: 1 }],
      methods: [
        { name: 'card', provider: 'stripe', weight: 72, fee: 0.029 },
        { name: 'paypal', provider: 'paypal', weight: 28, fee: 0.0349 },
      ],
      segment: 'subscriber',
      anonymousRate: 0,
      paymentFailureRate: 0.03,
      cancelRate: 0.01,
      refundRate: 0.01,
      reviewRate: 0.05,
    },
    store: {
      share: 0,
      weekdays: [0, 0, 0, 0, 0, 0, 0],
      hours: [],
      channels: [{ id: 'store', weight: 1, onlookers: 0 }],
      methods: [{ name: 'card', provider: 'stripe', weight: 1, fee: 0.029 }],
      segment: 'store',
      anonymousRate: 1,
      paymentFailureRate: 0,
      cancelRate: 0,
      refundRate: 0,
      reviewRate: 0,
    },
  },
  onlookersAnOrder: 24,
  holidays: [],
  basket: { furtherLines: 0, singleShare: 1, cheapBelow: 0 },
  loyalty: {
    loyalShare: 1,
    loyal: { rate: 12, rateSpread: 0, churn: 0, churnSpread: 0 },
    casual: { rate: 12, rateSpread: 0, churn: 0, churnSpread: 0 },
  },
  vatRate: 0,
  shipping: { fee: 0, freeFrom: 0 },
  people: {
    ...britishNames,
    countries: [
      { code: 'US', weight: 90, cities: ['New York', 'Boston', 'Chicago', 'Austin', 'Portland'] },
      { code: 'CA', weight: 10, cities: ['Toronto', 'Montreal', 'Vancouver'] },
    ],
  },
  reviews: { en: coffeeReviews },
  subscription: {
    plans: products.filter(({ category }) => category.id === 'plans').map(({ id }) => id),
    renewalChannel: 'renewal',
    firstChurn: 0.16,
    laterChurn: 0.055,
    upgradeRate: 0.015,
    failureRate: 0.04,
  },
};
