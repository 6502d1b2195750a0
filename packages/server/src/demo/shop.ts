/** The demo's business as data: what it sells, where, and when each category is wanted. */

export interface DemoLocation {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly kind: 'store' | 'warehouse';
  /** Share of all store orders once open. */
  readonly weight: number;
  /** Days after the start on which it opens. */
  readonly opensOnDay: number;
}

export const demoLocations: readonly DemoLocation[] = [
  {
    id: 'leipzig',
    name: 'Leipzig fulfilment centre',
    city: 'Leipzig',
    kind: 'warehouse',
    weight: 0,
    opensOnDay: 0,
  },
  {
    id: 'berlin',
    name: 'Berlin Prenzlauer Berg',
    city: 'Berlin',
    kind: 'store',
    weight: 5,
    opensOnDay: 0,
  },
  {
    id: 'hamburg',
    name: 'Hamburg Ottensen',
    city: 'Hamburg',
    kind: 'store',
    weight: 3,
    opensOnDay: 0,
  },
  {
    id: 'munich',
    name: 'Munich Glockenbach',
    city: 'Munich',
    kind: 'store',
    weight: 3,
    opensOnDay: 280,
  },
];

export interface DemoCategory {
  readonly id: string;
  readonly name: string;
  /** How much it is wanted in January … December; 1 is its average month. */
  readonly season: readonly number[];
  /** Share of demand in an average month. */
  readonly weight: number;
}

export const demoCategories: readonly DemoCategory[] = [
  {
    id: 'tools',
    name: 'Garden tools',
    season: [0.4, 0.6, 1.4, 1.9, 1.7, 1.3, 1.0, 0.9, 1.1, 0.9, 0.7, 0.6],
    weight: 14,
  },
  {
    id: 'planting',
    name: 'Seeds & bulbs',
    season: [0.5, 1.2, 2.2, 2.1, 1.4, 0.7, 0.5, 0.6, 1.1, 1.0, 0.4, 0.2],
    weight: 15,
  },
  {
    id: 'pots',
    name: 'Pots & planters',
    season: [0.6, 0.8, 1.3, 1.6, 1.6, 1.2, 1.0, 0.9, 0.9, 0.8, 0.7, 0.6],
    weight: 14,
  },
  {
    id: 'outdoor',
    name: 'Outdoor living',
    season: [0.2, 0.4, 1.0, 1.6, 2.2, 2.1, 1.7, 1.2, 0.6, 0.4, 0.3, 0.3],
    weight: 13,
  },
  {
    id: 'lighting',
    name: 'Lighting',
    season: [1.1, 0.9, 0.7, 0.7, 0.7, 0.7, 0.8, 0.9, 1.1, 1.4, 1.9, 1.9],
    weight: 12,
  },
  {
    id: 'kitchen',
    name: 'Kitchen & dining',
    season: [0.9, 0.9, 0.9, 0.9, 1.0, 0.9, 0.8, 0.8, 0.9, 1.0, 1.6, 2.1],
    weight: 14,
  },
  {
    id: 'textiles',
    name: 'Home textiles',
    season: [1.1, 1.0, 0.9, 0.8, 0.8, 0.7, 0.7, 0.8, 1.1, 1.3, 1.7, 1.7],
    weight: 10,
  },
  {
    id: 'decoration',
    name: 'Decoration',
    season: [0.6, 0.8, 0.9, 1.0, 0.8, 0.7, 0.6, 0.7, 0.9, 1.2, 2.2, 2.8],
    weight: 8,
  },
];

export interface DemoProduct {
  readonly id: string;
  readonly name: string;
  readonly category: DemoCategory;
  readonly brand: string;
  /** List price in EUR when the demo begins. */
  readonly price: number;
  /** Cost as a share of that price. */
  readonly costRatio: number;
  /** Share of the category's demand, not normalised: the first product is the bestseller. */
  readonly popularity: number;
}

/** One line a category: `name | brand | price`, bestsellers first. */
const assortment: Readonly<Record<string, readonly string[]>> = {
  tools: [
    'Bypass secateurs|Halden|34.9',
    'Hand trowel, ash handle|Halden|16.5',
    'Leather gardening gloves|Moorland|19.9',
    'Watering can, 9 litres|Tauwerk|39.9',
    'Digging spade, forged|Halden|64.9',
    'Telescopic hedge shears|Halden|54.9',
    'Kneeling mat|Moorland|14.9',
    'Compost thermometer|Tauwerk|18.9',
  ],
  planting: [
    'Wildflower mix, 100 g|Saatgut Linde|7.9',
    'Heirloom tomato seeds, 6 kinds|Saatgut Linde|14.9',
    'Tulip bulbs, 50 pieces|Bloemenhof|21.9',
    'Lavender, 3 plants|Bloemenhof|17.9',
    'Herb starter set|Saatgut Linde|24.9',
    'Peat-free soil, 40 litres|Moorland|12.9',
    'Organic fertiliser, 5 kg|Moorland|16.9',
    'Raspberry canes, 5 pieces|Bloemenhof|26.9',
  ],
  pots: [
    'Terracotta pot, 28 cm|Casa Lume|18.9',
    'Glazed planter, sage|Casa Lume|42.9',
    'Hanging basket, jute|Fjordhus|22.9',
    'Balcony box, 80 cm|Tauwerk|27.9',
    'Self-watering planter|Tauwerk|49.9',
    'Zinc trough|Casa Lume|58.9',
    'Plant stand, oak|Fjordhus|69.9',
    'Orchid pot, clear|Casa Lume|9.9',
  ],
  outdoor: [
    'Folding bistro chair|Fjordhus|59.9',
    'Outdoor cushion, 45 cm|Ligna|24.9',
    'Bistro table, 60 cm|Fjordhus|119',
    'Garden lounger, acacia|Ligna|189',
    'Parasol, 3 m|Ligna|129',
    'Fire bowl, steel|Tauwerk|99.9',
    'Hammock, cotton|Moorland|64.9',
    'Bird bath, stone|Casa Lume|54.9',
  ],
  lighting: [
    'Solar string lights, 10 m|Nordlicht|29.9',
    'Table lamp, linen|Nordlicht|79.9',
    'LED candles, set of 3|Nordlicht|24.9',
    'Lantern, black steel|Fjordhus|34.9',
    'Pendant lamp, rattan|Nordlicht|109',
    'Path lights, set of 4|Nordlicht|49.9',
    'Reading lamp|Nordlicht|89.9',
    'Beeswax candles, 6 pieces|Moorland|18.9',
  ],
  kitchen: [
    'Stoneware mug|Casa Lume|14.9',
    'Cast iron pan, 26 cm|Halden|69.9',
    'Linen tea towels, 3 pieces|Ligna|22.9',
    'Olive wood board|Ligna|36.9',
    'Serving bowl, large|Casa Lume|39.9',
    'French press, 1 litre|Fjordhus|44.9',
    'Chef’s knife, 20 cm|Halden|84.9',
    'Preserving jars, 6 pieces|Tauwerk|19.9',
  ],
  textiles: [
    'Wool throw, grey|Ligna|89.9',
    'Linen cushion cover|Ligna|29.9',
    'Waffle towel set|Ligna|49.9',
    'Bed linen, washed cotton|Ligna|99.9',
    'Jute rug, 80 × 150|Fjordhus|74.9',
    'Hot water bottle, knitted|Moorland|27.9',
    'Table runner|Ligna|24.9',
    'Curtain, linen blend|Ligna|79.9',
  ],
  decoration: [
    'Dried flower bouquet|Bloemenhof|32.9',
    'Scented candle, fig|Nordlicht|26.9',
    'Ceramic vase, tall|Casa Lume|44.9',
    'Wreath, eucalyptus|Bloemenhof|38.9',
    'Picture frame, oak|Fjordhus|21.9',
    'Glass baubles, 12 pieces|Casa Lume|28.9',
    'Wall mirror, round|Fjordhus|119',
    'Advent star|Nordlicht|42.9',
  ],
};

/** What the goods of each category cost the shop, as a share of the list price. */
const costRatios: Readonly<Record<string, number>> = {
  tools: 0.5,
  planting: 0.42,
  pots: 0.45,
  outdoor: 0.58,
  lighting: 0.48,
  kitchen: 0.47,
  textiles: 0.44,
  decoration: 0.38,
};

export const demoProducts: readonly DemoProduct[] = demoCategories.flatMap((category, c) =>
  (assortment[category.id] ?? []).map((line, p): DemoProduct => {
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

export interface DemoPromotion {
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

export const demoPromotions: readonly DemoPromotion[] = [
  {
    id: 'spring-planting',
    from: '03-20',
    to: '04-05',
    rate: 0.15,
    categories: ['planting', 'tools', 'pots'],
    uplift: 1.25,
  },
  {
    id: 'summer-sale',
    from: '07-10',
    to: '07-24',
    rate: 0.25,
    categories: ['outdoor', 'pots'],
    uplift: 1.3,
  },
  {
    id: 'autumn-cosy',
    from: '10-05',
    to: '10-12',
    rate: 0.1,
    categories: ['textiles', 'lighting'],
    uplift: 1.15,
  },
  { id: 'black-week', from: '11-22', to: '11-30', rate: 0.2, uplift: 1.7 },
  {
    id: 'winter-clearance',
    from: '12-27',
    to: '01-08',
    rate: 0.3,
    categories: ['decoration', 'textiles', 'lighting'],
    uplift: 1.2,
  },
];
