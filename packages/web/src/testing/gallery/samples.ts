import type {
  ChartPoint,
  FunnelData,
  HeatData,
  SankeyData,
  ScatterData,
  SeriesData,
} from '../../charts/index.js';
import { addDays } from '../../format/dates.js';

/** Numbers between 0 and 1 from a seed (Park and Miller 1988): pictures stay the same. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function days(count: number, seed: number, level: number, from = '2026-10-23'): ChartPoint[] {
  const next = numbers(seed);
  return Array.from({ length: count }, (_, index) => ({
    at: addDays(from, index),
    value:
      Math.round(
        level * (1 + 0.25 * Math.sin(index / 4.5) + 0.3 * (next() - 0.5) + index * 0.004) * 100,
      ) / 100,
  }));
}

const day = { kind: 'time', grain: 'day' } as const;
const running = (points: readonly ChartPoint[]): ChartPoint[] =>
  points.map((point, index) =>
    index === points.length - 1
      ? { ...point, value: (point.value ?? 0) * 0.4, provisional: 'running' }
      : point,
  );
const gapped = (points: readonly ChartPoint[], gaps: readonly number[]): ChartPoint[] =>
  points.map((point, index) => (gaps.includes(index) ? { ...point, value: null } : point));

const revenue: SeriesData = {
  title: 'Revenue',
  unit: 'currency',
  axis: day,
  range: { from: '2026-10-23', to: '2026-11-20' },
  comparison: { from: '2026-09-25', to: '2026-10-23' },
  change: { kind: 'ratio', polarity: 'up_good' },
  series: [
    {
      key: 'revenue',
      label: 'Revenue',
      points: running(days(28, 7, 42_000)),
      compared: days(28, 11, 39_000, '2026-09-25'),
    },
  ],
};

const CHANNELS = ['Web shop', 'Marketplace', 'Retail stores', 'Wholesale', 'App', 'Telephone'];

const channels = (count: number, level: number, length = 28): SeriesData => ({
  title: 'Revenue by channel',
  unit: 'currency',
  axis: day,
  series: CHANNELS.slice(0, count).map((label, index) => ({
    key: label,
    label,
    points: running(days(length, 20 + index, level / (index + 1))),
  })),
});

const weeks = (count: number) => {
  const next = numbers(5);
  return Array.from({ length: count }, (_, index) => ({
    at: addDays('2026-08-31', index * 7),
    value: Math.round(900 + 400 * next()),
  }));
};

const countries = [
  'Germany',
  'France',
  'Netherlands',
  'Austria',
  'United Kingdom of Great Britain and Northern Ireland',
  'Sweden',
  'Italy',
];
const category = (label: string) => ({ kind: 'category', label }) as const;

export const LINES: Readonly<Record<string, SeriesData>> = {
  'Revenue with comparison, running day': revenue,
  'Two annotations near each other, and one': {
    ...revenue,
    annotations: [
      { at: '2026-10-29', label: 'Free shipping from €50' },
      { at: '2026-11-09', label: 'Price change' },
      { at: '2026-11-10', label: 'Outage of the payment provider' },
    ],
  },
  'Four channels': channels(4, 30_000),
  'Six channels': channels(6, 30_000),
  'Conversion, cropped axis': {
    title: 'Conversion rate',
    unit: 'ratio',
    axis: day,
    series: [
      {
        key: 'c',
        label: 'Conversion rate',
        points: days(60, 3, 1_000).map((p) => ({ ...p, value: 0.029 + (p.value ?? 0) / 600_000 })),
      },
    ],
  },
  'Delivery time, durations': {
    title: 'Time to delivery',
    unit: 'duration',
    axis: { kind: 'time', grain: 'week' },
    series: [
      {
        key: 'd',
        label: 'Time to delivery',
        points: weeks(20).map((p) => ({ ...p, value: (p.value ?? 0) * 130 })),
      },
    ],
  },
  'Gaps and lonely points': {
    ...revenue,
    comparison: null,
    series: [
      { key: 'r', label: 'Revenue', points: gapped(days(28, 7, 42_000), [4, 5, 6, 9, 11, 20]) },
    ],
  },
  'A thousand points': {
    ...revenue,
    comparison: null,
    series: [{ key: 'r', label: 'Revenue', points: days(1_000, 9, 42_000, '2024-02-25') }],
  },
  'Negative and positive': {
    ...revenue,
    title: 'Margin',
    comparison: null,
    series: [
      {
        key: 'r',
        label: 'Margin',
        points: days(28, 7, 42_000).map((p) => ({ ...p, value: (p.value ?? 0) - 44_000 })),
      },
    ],
  },
};

export const EDGES: Readonly<Record<string, SeriesData>> = {
  'One point': {
    ...revenue,
    comparison: null,
    series: [{ key: 'r', label: 'Revenue', points: days(1, 3, 100) }],
  },
  'All zeros': {
    ...revenue,
    comparison: null,
    series: [{ key: 'r', label: 'Revenue', points: days(28, 3, 0) }],
  },
  Huge: {
    ...revenue,
    comparison: null,
    series: [{ key: 'r', label: 'Revenue', points: days(28, 3, 9.87e14) }],
  },
  Tiny: {
    title: 'Refund rate',
    unit: 'ratio',
    axis: day,
    series: [
      {
        key: 'r',
        label: 'Refund rate',
        points: days(28, 3, 0.0004).map((p, i) => ({ ...p, value: 0.0001 * (1 + (i % 5)) })),
      },
    ],
  },
  'No values': {
    ...revenue,
    comparison: null,
    series: [
      { key: 'r', label: 'Revenue', points: days(28, 3, 1).map((p) => ({ ...p, value: null })) },
    ],
  },
  'No points': {
    ...revenue,
    comparison: null,
    series: [{ key: 'r', label: 'Revenue', points: [] }],
  },
};

export const COLUMNS: Readonly<Record<string, SeriesData>> = {
  'Orders by week, running': {
    title: 'Orders',
    unit: 'count',
    axis: { kind: 'time', grain: 'week' },
    series: [
      {
        key: 'o',
        label: 'Orders',
        points: running(weeks(12)),
        compared: weeks(12).map((p) => ({ ...p, at: addDays(p.at, -84), value: p.value * 0.92 })),
      },
    ],
  },
  'Three grouped': {
    title: 'Revenue by quarter',
    unit: 'currency',
    axis: category('Quarter'),
    series: CHANNELS.slice(0, 3).map((label, index) => ({
      key: label,
      label,
      points: ['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026'].map((at, q) => ({
        at,
        value: 120_000 / (index + 1) + q * 9_000,
      })),
    })),
  },
  'Above and below zero': {
    title: 'Change in stock',
    unit: 'count',
    axis: day,
    series: [
      {
        key: 's',
        label: 'Change in stock',
        points: days(28, 5, 100).map((p, i) => ({
          ...p,
          value: Math.round(((p.value ?? 0) - 100) * (i % 3 ? 1 : -1)),
        })),
      },
    ],
  },
};

export const BARS: Readonly<Record<string, SeriesData>> = {
  'Revenue by country': {
    title: 'Revenue by country',
    unit: 'currency',
    axis: category('Country'),
    series: [
      {
        key: 'r',
        label: 'Revenue',
        points: countries.map((at, index) => ({
          at,
          value: index === 5 ? null : 184_320.4 / (index + 1) ** 1.3,
        })),
      },
    ],
  },
  'Contributions, diverging': {
    title: 'What changed revenue',
    unit: 'currency',
    axis: category('Country'),
    series: [
      {
        key: 'r',
        label: 'Contribution',
        points: countries.map((at, index) => ({
          at,
          value: [8_400, 3_120, 0, -1_240, -9_870, 420, -60][index] ?? 0,
        })),
      },
    ],
  },
  'Two shops': {
    title: 'Orders by country',
    unit: 'count',
    axis: category('Country'),
    series: ['Harbour', 'Kontor'].map((label, order) => ({
      key: label,
      label,
      points: countries
        .slice(0, 4)
        .map((at, index) => ({ at, value: Math.round(900 / (index + 1 + order)) })),
    })),
  },
};

const forecastPoints = days(42, 7, 42_000).map((point, index): ChartPoint => {
  if (index < 28) return point;
  const spread = (index - 26) * 900;
  const value = point.value ?? 0;
  return { at: point.at, value: null, expected: value, low: value - spread, high: value + spread };
});

export const BANDS: Readonly<Record<string, SeriesData>> = {
  'Forecast of fourteen days': {
    title: 'Revenue',
    unit: 'currency',
    axis: day,
    band: { kind: 'forecast', level: 0.8 },
    series: [{ key: 'r', label: 'Revenue', points: forecastPoints }],
  },
  'Actual against expected, two unusual days': {
    title: 'Orders',
    unit: 'count',
    axis: day,
    band: { kind: 'expected' },
    series: [
      {
        key: 'o',
        label: 'Orders',
        points: days(60, 13, 400).map((point, index) => {
          const expected = 400 * (1 + 0.25 * Math.sin(index / 4.5) + index * 0.004);
          const odd = index === 22 ? -170 : index === 47 ? 210 : 0;
          return {
            ...point,
            value: Math.round(expected + odd + ((point.value ?? 0) - expected) * 0.4),
            expected,
            low: expected * 0.85,
            high: expected * 1.15,
            flagged: odd !== 0,
          };
        }),
      },
    ],
  },
};

export const STACKS = {
  'Four channels': channels(4, 30_000),
  'Six channels, weeks of a year': channels(6, 30_000, 16),
};

export const COHORTS: HeatData = {
  title: 'Retention by cohort',
  unit: 'ratio',
  rowLabel: 'First order',
  columnLabel: 'Months later',
  columns: Array.from({ length: 12 }, (_, index) => ({ key: `m${index}`, label: String(index) })),
  rows: Array.from({ length: 12 }, (_, row) => ({
    key: `r${row}`,
    label: new Date(Date.UTC(2026, row - 1, 1)).toLocaleDateString('en-GB', {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }),
    size: 1_240 - row * 61,
    cells: Array.from({ length: 12 }, (_, column) =>
      column > 11 - row
        ? undefined
        : row === 3 && column === 4
          ? null
          : row === 9 && column === 2
            ? ('hidden' as const)
            : column === 0
              ? 1
              : 0.46 * 0.86 ** column * (1 + ((row * 7 + column * 3) % 5) * 0.04),
    ),
  })),
};

export const HOURS: HeatData = {
  title: 'Orders by hour of the week',
  unit: 'count',
  rowLabel: 'Weekday',
  columnLabel: 'Hour',
  columns: Array.from({ length: 24 }, (_, index) => ({
    key: `h${index}`,
    label: String(index).padStart(2, '0'),
  })),
  rows: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
    (label, row) => ({
      key: label,
      label,
      cells: Array.from({ length: 24 }, (_, hour) =>
        Math.round(
          120 * Math.exp(-((hour - 20) ** 2) / 18) +
            60 * Math.exp(-((hour - 12) ** 2) / 12) +
            row * 6,
        ),
      ),
    }),
  ),
};

export const CHANGES: HeatData = {
  ...COHORTS,
  title: 'Change of retention against last year',
  diverging: true,
  rows: COHORTS.rows.slice(0, 5).map(({ size: _, ...row }, r) => ({
    ...row,
    cells: row.cells.map((cell, c) =>
      typeof cell === 'number' ? ((r * 5 + c * 3) % 11) / 50 - 0.1 : cell,
    ),
  })),
};

const STEPS = [
  'Visited the shop',
  'Viewed a product',
  'Added something to the basket',
  'Began the checkout',
  'Ordered',
];

export const FUNNEL: FunnelData = {
  title: 'Sessions',
  unit: 'count',
  steps: STEPS.map((label, index) => ({
    key: label,
    label,
    value: [48_210, 31_877, 9_240, 5_102, 3_866][index] ?? 0,
  })),
};

export const SEGMENTED: FunnelData = {
  ...FUNNEL,
  title: 'Sessions by device',
  steps: FUNNEL.steps.map((step, index) => ({
    ...step,
    segments: ['Phone', 'Desktop', 'Tablet'].map((label, s) => ({
      key: label,
      label,
      value: Math.round(step.value * ([0.62 - index * 0.05, 0.31 + index * 0.05, 0.07][s] ?? 0)),
    })),
  })),
};

export const PATHS: SankeyData = {
  title: 'Sessions',
  unit: 'count',
  nodes: [
    'Home',
    'Search',
    'Campaign page',
    'Category',
    'Product',
    'Basket',
    'Checkout',
    'Left',
  ].map((label) => ({ key: label, label })),
  links: (
    [
      ['Home', 'Category', 5_200],
      ['Home', 'Product', 1_900],
      ['Home', 'Left', 3_300],
      ['Search', 'Product', 4_100],
      ['Search', 'Left', 900],
      ['Campaign page', 'Product', 2_600],
      ['Campaign page', 'Category', 700],
      ['Campaign page', 'Left', 1_800],
      ['Category', 'Product', 4_400],
      ['Category', 'Left', 1_500],
      ['Product', 'Basket', 4_700],
      ['Product', 'Left', 8_300],
      ['Basket', 'Checkout', 2_900],
      ['Basket', 'Left', 1_800],
      ['Basket', 'Home', 40],
    ] as const
  ).map(([from, to, value]) => ({ from, to, value })),
};

export const PRODUCTS: ScatterData = {
  title: 'Products',
  x: { label: 'Price', unit: 'currency' },
  y: { label: 'Return rate', unit: 'ratio' },
  groups: ['Shoes', 'Shirts', 'Bags'].map((label, group) => {
    const next = numbers(40 + group);
    return {
      key: label,
      label,
      points: Array.from({ length: 60 }, (_, index) => ({
        key: String(index),
        label: `${label} ${index + 1}`,
        x: 20 + 60 * group + 90 * next(),
        y: 0.02 + 0.04 * group + 0.08 * next(),
      })),
    };
  }),
};

export interface Order {
  readonly id: string;
  readonly customer: string;
  readonly country: string;
  readonly items: number;
  readonly value: number | null;
  readonly change: number | null;
  readonly trend: readonly number[];
}

export function orders(count: number): readonly Order[] {
  const next = numbers(77);
  const names = [
    'Ada Byron',
    'Grace Murray',
    '=HYPERLINK("x")',
    'Emmy Noether',
    'Katherine Coleman with a name that is far too long for any column',
  ];
  return Array.from({ length: count }, (_, index) => ({
    id: `#${100_000 + index}`,
    customer: names[index % names.length] ?? '',
    country: countries[index % countries.length] ?? '',
    items: 1 + Math.floor(next() * 9),
    value: index % 17 === 5 ? null : Math.round(next() * 90_000) / 100,
    change: Math.round((next() - 0.5) * 1_000) / 1_000,
    trend: Array.from({ length: 12 }, () => next()),
  }));
}
