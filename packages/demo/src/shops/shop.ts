import type { WeekStart } from '@olympus/core';

/** A business as data: what it sells, where, when, to whom, and how it is paid. */
export interface Shop {
  /** Name of the preset. */
  readonly id: string;
  /** Tenant that the preset fills. */
  readonly tenant: string;
  readonly name: string;
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  /** Of all prices, ISO 4217. */
  readonly currency: string;
  /** Where the business is, ISO 3166. */
  readonly country: string;
  /** Address of its web shop, without a slash at the end. */
  readonly url: string;
  /** Orders an average day of the first year; everything else follows from it. */
  readonly ordersADay: number;
  /** Yearly growth of demand: 1.3 is 30 %. */
  readonly growthAYear: number;
  readonly locations: readonly ShopLocation[];
  readonly categories: readonly Category[];
  readonly products: readonly Product[];
  readonly promotions: readonly ShopPromotion[];
  /** How people buy online and over the counter; their shares sum to 1. */
  readonly places: Readonly<Record<Place, PlaceProfile>>;
  /** Visits without an order for each online order of an ordinary day. */
  readonly onlookersAnOrder: number;
  /** Days of each year on which stores are closed, `MM-DD`. */
  readonly holidays: readonly string[];
  readonly basket: {
    /** Mean number of further products in a basket. */
    readonly furtherLines: number;
    /** Share of lines with one piece. */
    readonly singleShare: number;
    /** Products cheaper than this are also bought by the handful. */
    readonly cheapBelow: number;
  };
  readonly loyalty: Loyalty;
  /** Prices contain VAT at this rate. */
  readonly vatRate: number;
  /** What sending a parcel costs the customer, and from which value on it is free. */
  readonly shipping: { readonly fee: number; readonly freeFrom: number };
  readonly people: {
    readonly givenNames: readonly string[];
    readonly familyNames: readonly string[];
    readonly countries: readonly CustomerCountry[];
  };
  /** Texts of reviews by language and mood. */
  readonly reviews: Readonly<Record<string, ReviewTexts>>;
  /** Absent where nothing ever runs out by itself. */
  readonly stock?: {
    /** Days of average sales that a full shelf holds, by kind of location, in orders of the shop. */
    readonly depth: Readonly<Record<ShopLocation['kind'], number>>;
  };
  /** Present where customers subscribe to a product and pay for it month by month. */
  readonly subscription?: SubscriptionTerms;
}

export type Place = 'online' | 'store';

export interface ShopLocation {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly kind: 'store' | 'warehouse';
  /** Share of all store orders once open. */
  readonly weight: number;
  /** Days after the start on which it opens. */
  readonly opensOnDay: number;
  /** Tills whose names begin the numbers of their receipts; absent where receipts are not told apart. */
  readonly tills?: readonly string[];
}

export interface Category {
  readonly id: string;
  readonly name: string;
  /** How much it is wanted in January … December; 1 is its average month. */
  readonly season: readonly number[];
  /** Share of demand in an average month. */
  readonly weight: number;
  /** How much it is wanted at each hour of the day; alike when absent. */
  readonly hours?: readonly number[];
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly brand: string;
  /** List price when the simulation begins. */
  readonly price: number;
  /** Cost as a share of that price. */
  readonly costRatio: number;
  /** Share of the category's demand, not normalised: the first product is the bestseller. */
  readonly popularity: number;
}

export interface ShopPromotion {
  readonly id: string;
  /** First and last day of each year, `MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Taken off the price. */
  readonly rate: number;
  /** Categories it covers; all when absent. */
  readonly categories?: readonly string[];
  /** How much more is ordered while it runs. */
  readonly uplift: number;
}

export interface Channel {
  readonly id: string;
  /** Share of new customers of the place. */
  readonly weight: number;
  /** Share of visits without an order. */
  readonly onlookers: number;
  /** Always on a telephone. */
  readonly mobile?: boolean;
}

export interface PaymentMethod {
  readonly name: string;
  readonly provider: string;
  readonly weight: number;
  /** Share of the amount that the provider keeps. */
  readonly fee: number;
}

/** How people buy at a place; rates are shares of orders unless said otherwise. */
export interface PlaceProfile {
  /** Share of all orders. */
  readonly share: number;
  /** Demand on Sunday … Saturday; 0 is closed. */
  readonly weekdays: readonly number[];
  /** Demand by hour of the day. */
  readonly hours: readonly number[];
  readonly channels: readonly [Channel, ...Channel[]];
  readonly methods: readonly [PaymentMethod, ...PaymentMethod[]];
  /** What the segment of its customers is called. */
  readonly segment: string;
  /** Orders of nobody known. */
  readonly anonymousRate: number;
  readonly paymentFailureRate: number;
  readonly cancelRate: number;
  /** Share of lines that come back. */
  readonly refundRate: number;
  /** Of orders by known customers. */
  readonly reviewRate: number;
}

/** Two kinds of customers: those who stay, and those who come now and then. */
export interface Loyalty {
  readonly loyalShare: number;
  readonly loyal: LoyaltyClass;
  readonly casual: LoyaltyClass;
}

export interface LoyaltyClass {
  /** Orders a year while active: the least, and how much more at most. */
  readonly rate: number;
  readonly rateSpread: number;
  /** Chance to leave for good after an order: the least, and how much more at most. */
  readonly churn: number;
  readonly churnSpread: number;
}

export interface CustomerCountry {
  readonly code: string;
  readonly weight: number;
  readonly cities: readonly string[];
  /** Language other than English that reviews are written in, by which share of the country. */
  readonly language?: { readonly code: string; readonly speakers: number };
}

export type Mood = 'good' | 'mixed' | 'bad';
export type ReviewTexts = Readonly<Record<Mood, readonly string[]>>;

export interface SubscriptionTerms {
  /** Product ids of the plans from the smallest to the largest. */
  readonly plans: readonly string[];
  /** Channel of the orders that renew a subscription. */
  readonly renewalChannel: string;
  /** Chance to cancel at the first renewal, and at each of the later ones. */
  readonly firstChurn: number;
  readonly laterChurn: number;
  /** Chance to take the next larger plan at a renewal. */
  readonly upgradeRate: number;
  /** Chance that the first attempt to collect a renewal fails. */
  readonly failureRate: number;
}

/** Twelve months alike. */
export const noSeason: readonly number[] = Array.from({ length: 12 }, () => 1);

/** `name | brand | price` of each product of a category, bestsellers first. */
export function readAssortment(
  categories: readonly Category[],
  assortment: Readonly<Record<string, readonly string[]>>,
  costRatios: Readonly<Record<string, number>>,
): readonly Product[] {
  return categories.flatMap((category, c) =>
    (assortment[category.id] ?? []).map((line, p): Product => {
      const [name = '', brand = '', price = '0'] = line.split('|');
      return {
        id: `${category.id.slice(0, 3).toUpperCase()}-${c + 1}${String(p + 1).padStart(2, '0')}`,
        name,
        category,
        brand,
        price: Number(price),
        costRatio: (costRatios[category.id] ?? 0.5) + ((p * 7) % 5) * 0.012 - 0.024,
        popularity: 1 / (p + 1.6),
      };
    }),
  );
}
