import type {
  Breakdown,
  Comparison,
  Dashboard,
  DashboardTile,
  Grain,
  LocalRange,
  SeriesPoint,
  SessionTenant,
  Timeframe,
} from '@olympus/sdk';
import { addDays, readLocal, writeLocalDate } from '../format/dates.js';
import { shiftRange } from '../scope/scope.js';
import { isTimeframe } from '../scope/timeframes.js';

/** A made-up shop, the same on every run, for looking at the pages without a server. */
export interface FixtureShop {
  readonly tenant: SessionTenant;
  /** What the server does when asked for this shop. */
  behaviour: 'full' | 'empty' | 'quiet' | 'broken' | 'forbidden' | 'slow' | 'begun-today';
  /** Orders that came in while the fixture ran. */
  extraOrders: number;
  lastEventMs: number;
}

export interface FixtureRequest {
  readonly timeframe: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly compare: string | null;
}

/** A number in [0, 1) that depends on the text alone (FNV-1a). */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
}

const WEEK = [0.94, 0.88, 0.92, 0.98, 1.14, 1.32, 0.82];
const HOURS = [1, 1, 0, 0, 0, 1, 2, 4, 6, 8, 9, 10, 11, 10, 9, 9, 10, 12, 13, 12, 9, 6, 4, 2];
const HOURS_SUM = HOURS.reduce((a, b) => a + b, 0);

interface Day {
  readonly orders: number;
  readonly revenue: number;
  readonly customers: number;
  readonly newCustomers: number;
  readonly units: number;
  readonly cost: number;
  readonly refunds: number;
  readonly sessions: number;
  readonly payments: number;
  readonly failed: number;
}

/** One day's doings: growth, yearly and weekly seasons, promotions, and noise. */
function dayOf(date: string, shop: FixtureShop, today: string): Day {
  const at = readLocal(date);
  const days = at.getTime() / 86_400_000;
  const weekday = WEEK[(at.getUTCDay() + 6) % 7] ?? 1;
  const year = 1 + 0.22 * Math.cos(((days % 365.25) / 365.25 - 0.92) * 2 * Math.PI);
  const growth = Math.exp((days - 20_700) / 1_900);
  const noise = 0.88 + 0.24 * hash(`${shop.tenant.id}${date}`);
  const promotion = at.getUTCDate() >= 12 && at.getUTCDate() <= 14 ? 1.28 : 1;
  const elapsed = date === today ? 0.58 : 1;
  const extra = date === today ? shop.extraOrders : 0;
  const orders = Math.round(184 * weekday * year * growth * noise * promotion * elapsed) + extra;
  const value = 58 + 9 * hash(`aov${date}`);
  const revenue = Math.round(orders * value * 100) / 100;
  const customers = Math.round(orders * 0.91);
  return {
    orders,
    revenue,
    customers,
    newCustomers: Math.round(customers * (0.31 + 0.06 * hash(`new${date}`))),
    units: Math.round(orders * 2.4),
    cost: revenue * (0.57 + 0.03 * hash(`cost${date}`)),
    refunds: revenue * (0.02 + 0.015 * hash(`refund${date}`)),
    sessions: Math.round((orders - extra) / (0.027 + 0.004 * hash(`cv${date}`))),
    payments: Math.round(orders * 1.04),
    failed: Math.round(orders * (0.028 + 0.014 * hash(`pay${date}`))),
  };
}

type Rate = (days: readonly Day[]) => number | null;

const sum = (days: readonly Day[], pick: (day: Day) => number) =>
  days.reduce((total, day) => total + pick(day), 0);
const ratio =
  (above: (day: Day) => number, below: (day: Day) => number): Rate =>
  (days) => {
    const whole = sum(days, below);
    return whole === 0 ? null : sum(days, above) / whole;
  };
const round2 = (value: number) => Math.round(value * 100) / 100;

const METRICS: readonly (Pick<
  DashboardTile,
  'metric' | 'label' | 'description' | 'unit' | 'polarity'
> & { readonly of: Rate })[] = [
  {
    metric: 'revenue',
    label: 'Revenue',
    description: 'Sales after discounts, less refunds and cancellations; without tax and shipping.',
    unit: 'currency',
    polarity: 'up_good',
    of: (days) => round2(sum(days, (day) => day.revenue - day.refunds)),
  },
  {
    metric: 'orders',
    label: 'Orders',
    description: 'Orders with at least one sale.',
    unit: 'count',
    polarity: 'up_good',
    of: (days) => sum(days, (day) => day.orders),
  },
  {
    metric: 'average_order_value',
    label: 'Average order value',
    description: 'Revenue an order.',
    unit: 'currency',
    polarity: 'up_good',
    of: ratio(
      (day) => day.revenue - day.refunds,
      (day) => day.orders,
    ),
  },
  {
    metric: 'customers',
    label: 'Customers',
    description: 'People who bought something.',
    unit: 'count',
    polarity: 'up_good',
    of: (days) => Math.round(sum(days, (day) => day.customers) * (days.length > 1 ? 0.72 : 1)),
  },
  {
    metric: 'new_customers',
    label: 'New customers',
    description: 'People who bought for the first time.',
    unit: 'count',
    polarity: 'up_good',
    of: (days) => sum(days, (day) => day.newCustomers),
  },
  {
    metric: 'units',
    label: 'Units sold',
    description: 'Pieces sold, less pieces returned.',
    unit: 'count',
    polarity: 'up_good',
    of: (days) => sum(days, (day) => day.units),
  },
  {
    metric: 'gross_margin_rate',
    label: 'Gross margin',
    description: 'Share of revenue left after the cost of goods.',
    unit: 'ratio',
    polarity: 'up_good',
    of: ratio(
      (day) => day.revenue - day.cost,
      (day) => day.revenue,
    ),
  },
  {
    metric: 'refund_rate',
    label: 'Refund rate',
    description: 'Refunds as a share of gross sales.',
    unit: 'ratio',
    polarity: 'down_good',
    of: ratio(
      (day) => day.refunds,
      (day) => day.revenue,
    ),
  },
  {
    metric: 'sessions',
    label: 'Sessions',
    description: 'Visits to the shop.',
    unit: 'count',
    polarity: 'up_good',
    of: (days) => sum(days, (day) => day.sessions),
  },
  {
    metric: 'conversion_rate',
    label: 'Conversion rate',
    description: 'Share of visits with an order.',
    unit: 'ratio',
    polarity: 'up_good',
    of: ratio(
      (day) => day.orders,
      (day) => day.sessions,
    ),
  },
  {
    metric: 'payment_failure_rate',
    label: 'Payment failures',
    description: 'Share of payments that failed.',
    unit: 'ratio',
    polarity: 'down_good',
    of: ratio(
      (day) => day.failed,
      (day) => day.payments,
    ),
  },
  {
    metric: 'stock_on_hand',
    label: 'Stock on hand',
    description: 'Pieces in all locations at the end of the period.',
    unit: 'count',
    polarity: 'neutral',
    of: (days) => 18_400 - Math.round((days.at(-1)?.units ?? 0) * 3.1),
  },
];

const DIMENSIONS: readonly {
  readonly dimension: string;
  readonly label: string;
  readonly values: readonly (string | null)[];
  readonly tail: number;
}[] = [
  {
    dimension: 'product.id',
    label: 'Product',
    values: [
      'Ceramic pour-over set',
      'Linen apron, indigo',
      'Walnut serving board, extra large with handle',
      'Copper kettle 1.2 l',
      'House blend 1 kg',
      'Stoneware mug, sand',
      'Cast-iron skillet 26 cm',
      'Beeswax candles, 6',
    ],
    tail: 0.46,
  },
  {
    dimension: 'product.category',
    label: 'Category',
    values: ['Coffee & tea', 'Kitchen', 'Tableware', 'Textiles', 'Home', 'Gifts', null],
    tail: 0,
  },
  {
    dimension: 'location.id',
    label: 'Location',
    values: ['Online', 'Bristol', 'Bath', 'Cardiff', 'Exeter'],
    tail: 0,
  },
  {
    dimension: 'channel',
    label: 'Channel',
    values: ['Web', 'Shop', 'App', 'Marketplace', 'Wholesale'],
    tail: 0,
  },
  {
    dimension: 'customer.country',
    label: 'Country',
    values: ['United Kingdom', 'Ireland', 'Germany', 'France', 'Netherlands', null],
    tail: 0.03,
  },
];

/** A whole dashboard as the server would answer it at `now`. */
export function fixtureDashboard(shop: FixtureShop, request: FixtureRequest, now: Date): Dashboard {
  const { tenant } = shop;
  const today = writeLocalDate(now);
  const timeframe = isTimeframe(request.timeframe) ? request.timeframe : undefined;
  const range: LocalRange =
    request.from && request.to
      ? { from: request.from, to: request.to }
      : rangeOf(timeframe ?? defaultOf(shop), today);
  const length = (readLocal(range.to).getTime() - readLocal(range.from).getTime()) / 86_400_000;
  const grain: Grain =
    length <= 2 ? 'hour' : length <= 100 ? 'day' : length <= 400 ? 'week' : 'month';
  const comparison = compareRange(range, request.compare as Comparison | 'none' | null);
  const silent = shop.behaviour === 'quiet' && range.to > '2011-12-10';
  const read = (span: LocalRange) =>
    shop.behaviour === 'empty' || silent || (shop.behaviour === 'begun-today' && span.to <= today)
      ? []
      : bucketsOf(span, grain, shop, today, now);
  const current = read(range);
  const previous = comparison ? read(comparison) : null;
  const all = (buckets: readonly Bucket[]) => buckets.flatMap((bucket) => bucket.days);
  const points = (buckets: readonly Bucket[], of: Rate): SeriesPoint[] =>
    buckets.map(({ t, days, incomplete }) => ({
      t,
      value: days.length === 0 ? null : of(days),
      ...(incomplete ? { incomplete: true as const } : {}),
    }));

  const tiles = METRICS.map(({ of, ...metric }): DashboardTile => {
    const value = current.length > 0 ? of(all(current)) : metric.unit === 'ratio' ? null : 0;
    const before = previous ? of(all(previous)) : null;
    const points_ = metric.unit === 'ratio';
    return {
      ...metric,
      value,
      previous: before,
      change:
        value === null || before === null
          ? null
          : points_
            ? value - before
            : before === 0
              ? null
              : value / before - 1,
      change_kind: points_ ? 'points' : 'ratio',
      series: points(current, of),
    };
  });
  const charted = METRICS.filter(({ metric }) => metric !== 'stock_on_hand');
  const events = shop.behaviour === 'empty' ? 0 : 1_284_310 + shop.extraOrders;
  return {
    tenant_id: tenant.id,
    name: tenant.name,
    timeframe: request.from && request.to ? 'custom' : (timeframe ?? defaultOf(shop)),
    range: { ...range, time_zone: tenant.time_zone },
    comparison,
    grain,
    currency: tenant.currency,
    locale: tenant.locale,
    generated_at: now.toISOString(),
    freshness:
      shop.behaviour === 'empty'
        ? { data_through: null, last_received_at: null, status: 'empty' }
        : shop.behaviour === 'quiet'
          ? {
              data_through: '2011-12-09T12:50:00Z',
              last_received_at: new Date(now.getTime() - 5 * 3_600_000).toISOString(),
              status: 'late',
            }
          : {
              data_through: new Date(shop.lastEventMs).toISOString(),
              last_received_at: new Date(shop.lastEventMs).toISOString(),
              status: 'live',
            },
    tiles,
    series: charted.map(({ metric, label, unit, of }) => ({
      metric,
      label,
      unit,
      points: points(current, of),
      previous: previous ? points(previous, of) : null,
    })),
    breakdowns: DIMENSIONS.map((dimension) =>
      breakdownOf(dimension, tiles[0]?.value ?? null, tiles[0]?.previous ?? null),
    ),
    quality: {
      events,
      dead_letters_open: events === 0 ? 0 : 37,
      sales_lines: events === 0 ? 0 : 412_908,
      lines_without_customer: 24_361,
      lines_without_cost: 6_190,
      latest_problems:
        events === 0
          ? []
          : [
              { code: 'unknown_currency', count: 29 },
              { code: 'missing_field', count: 8 },
            ],
    },
    confidence: { level: 'high', completeness: 1, history_days: 400, reasons: [] },
    outlook: { pending: false, predictions: [], insights: [] },
  };
}

/** As the server does: today where nothing happened before it. */
const defaultOf = ({ behaviour }: FixtureShop): Timeframe =>
  behaviour === 'begun-today' ? 'today' : 'last_28_days';

function rangeOf(timeframe: Timeframe, today: string): LocalRange {
  const tomorrow = addDays(today, 1);
  const month = `${today.slice(0, 7)}-01`;
  const year = `${today.slice(0, 4)}-01-01`;
  const monday = addDays(today, -((readLocal(today).getUTCDay() + 6) % 7));
  switch (timeframe) {
    case 'today':
      return { from: today, to: tomorrow };
    case 'yesterday':
      return { from: addDays(today, -1), to: today };
    case 'last_7_days':
      return { from: addDays(today, -6), to: tomorrow };
    case 'last_90_days':
      return { from: addDays(today, -89), to: tomorrow };
    case 'this_week':
      return { from: monday, to: tomorrow };
    case 'last_week':
      return { from: addDays(monday, -7), to: monday };
    case 'month_to_date':
    case 'this_month':
      return { from: month, to: tomorrow };
    case 'last_month':
      return shiftRange({ from: month, to: shiftMonth(month) }, -1);
    case 'year_to_date':
    case 'this_year':
      return { from: year, to: tomorrow };
    case 'last_12_months':
      return { from: addDays(today, -364), to: tomorrow };
    case 'all_time':
      return { from: addDays(today, -729), to: tomorrow };
    default:
      return { from: addDays(today, -27), to: tomorrow };
  }
}

function shiftMonth(month: string): string {
  return `${addDays(month, 31).slice(0, 7)}-01`;
}

function compareRange(range: LocalRange, kind: Comparison | 'none' | null): LocalRange | null {
  if (kind === 'none') return null;
  if (kind === 'same_period_last_year') {
    return { from: addDays(range.from, -364), to: addDays(range.to, -364) };
  }
  return shiftRange(range, -1);
}

interface Bucket {
  readonly t: string;
  readonly days: readonly Day[];
  readonly incomplete: boolean;
}

function bucketsOf(
  range: LocalRange,
  grain: Grain,
  shop: FixtureShop,
  today: string,
  now: Date,
): readonly Bucket[] {
  const dates: string[] = [];
  for (let date = range.from; date < range.to; date = addDays(date, 1)) dates.push(date);
  if (grain === 'hour') {
    return dates.flatMap((date) => {
      const day = dayOf(date, shop, '');
      return HOURS.map((weight, hour): Bucket => {
        const part = (value: number) => Math.round((value * weight) / HOURS_SUM);
        const later = date > today || (date === today && hour > now.getUTCHours());
        return {
          t: `${date}T${String(hour).padStart(2, '0')}:00`,
          days: later
            ? []
            : [{ ...mapDay(day, part), revenue: (day.revenue * weight) / HOURS_SUM }],
          incomplete: date === today && hour === now.getUTCHours(),
        };
      });
    });
  }
  const buckets = new Map<string, { days: Day[]; incomplete: boolean }>();
  for (const date of dates) {
    const key =
      grain === 'day'
        ? date
        : grain === 'week'
          ? addDays(date, -((readLocal(date).getUTCDay() + 6) % 7))
          : `${date.slice(0, 7)}-01`;
    const bucket = buckets.get(key) ?? { days: [], incomplete: key < range.from };
    if (date <= today) bucket.days.push(dayOf(date, shop, today));
    bucket.incomplete ||= date === today;
    buckets.set(key, bucket);
  }
  return [...buckets].map(([t, bucket]) => ({ t, ...bucket }));
}

function mapDay(day: Day, part: (value: number) => number): Day {
  return {
    orders: part(day.orders),
    revenue: part(day.revenue),
    customers: part(day.customers),
    newCustomers: part(day.newCustomers),
    units: part(day.units),
    cost: part(day.cost),
    refunds: part(day.refunds),
    sessions: part(day.sessions),
    payments: part(day.payments),
    failed: part(day.failed),
  };
}

function breakdownOf(
  { dimension, label, values, tail }: (typeof DIMENSIONS)[number],
  total: number | null,
  previousTotal: number | null,
): Breakdown {
  const weights = values.map((_, index) => 1 / (index + 1.4));
  const weightSum = weights.reduce((a, b) => a + b, 0);
  if (!total) return { dimension, label, metric: 'revenue', rows: [], other: null, total: null };
  const rows = values.map((key, index) => {
    const share = ((weights[index] ?? 0) / weightSum) * (1 - tail);
    const drift = 0.8 + 0.45 * hash(`${dimension}${key}`);
    const fresh = dimension === 'product.id' && index === 4;
    const previous =
      previousTotal === null ? null : fresh ? 0 : round2(previousTotal * share * drift);
    const value = round2(total * share);
    return {
      key,
      label: key ?? '',
      value,
      previous,
      change: previous ? value / previous - 1 : null,
      share,
    };
  });
  return {
    dimension,
    label,
    metric: 'revenue',
    rows,
    other: tail ? round2(total * tail) : null,
    total,
  };
}
