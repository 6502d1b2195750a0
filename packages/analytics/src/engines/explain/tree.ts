import type { AnswerRow, Unit } from '@olympus/semantic';
import { productEffects } from '@olympus/stats';
import { numberIn } from '../../query/number-in.js';
import type { Spans } from '../drivers/drivers.js';
import { ratioMetricsOf } from '../drivers/ratio-effects.js';
import type { EngineRun } from '../engine.js';

/** A number that the metric is a product of, and its part of the change. */
export interface TreeFactor {
  /** A metric's name, or `other_orders`, `average_price`. */
  readonly key: string;
  /** The factor that this one is a part of; null for one of the metric itself. */
  readonly parent: string | null;
  readonly unit: Unit;
  readonly current: number | null;
  readonly previous: number | null;
  /** In the metric's unit. Factors of one parent add up to the parent's effect. */
  readonly effect: number;
}

/** The change of a metric by the numbers that it is made of: Shapley values within each product. */
export type MetricTree = readonly TreeFactor[];

type Span = 'current' | 'previous';
type Pair = Readonly<Record<Span, number>>;

/**
 * Takes a change apart by the metric's formula: revenue = orders × average order value, orders =
 * sessions × conversion + orders without a visit, average order value = items an order × price an
 * item; a ratio by what it divides. Effects of nested products are Shapley values within each
 * (Owen values), so that every level adds up exactly, zeros included.
 * @returns undefined where the metric is no such product, or nothing is known of its parts
 */
export async function metricTree(run: EngineRun, spans: Spans): Promise<MetricTree | undefined> {
  switch (run.metric.name) {
    case 'revenue':
      return revenueTree(await valuesOf(run, spans, ['revenue', ...orderParts]));
    case 'orders':
      return visitFactors(await valuesOf(run, spans, orderParts), 1, null);
    case 'average_order_value':
      return valueTree(await valuesOf(run, spans, ['revenue', 'orders', 'units']));
    default:
      return ratioTree(run, spans);
  }
}

const orderParts = ['orders', 'units', 'online_orders', 'sessions'];

type Values = (metric: string) => Pair | undefined;

/** Metrics in both spans; those that the filters cannot be put to are left out. */
async function valuesOf(run: EngineRun, spans: Spans, names: readonly string[]): Promise<Values> {
  const metrics = names.filter((name) => run.reaches(name));
  const { rows } = await run.read({ ...spans, metrics });
  const row: AnswerRow = rows[0] ?? {};
  return (metric) => {
    const current = numberIn(row[metric]);
    const previous = numberIn(row[`${metric}_previous`]);
    return current === null || previous === null ? undefined : { current, previous };
  };
}

const over = (a: Pair, b: Pair): Readonly<Record<Span, number | null>> => ({
  current: b.current === 0 ? null : a.current / b.current,
  previous: b.previous === 0 ? null : a.previous / b.previous,
});

const spread = ({ current, previous }: Pair) => current - previous;
const middle = ({ current, previous }: Pair) => (current + previous) / 2;

/** A quotient where one span has none: the other's, so that all change is the divisor's. */
function filled({ current, previous }: Readonly<Record<Span, number | null>>): Pair {
  return { current: current ?? previous ?? 0, previous: previous ?? current ?? 0 };
}

function revenueTree(values: Values): MetricTree | undefined {
  const [revenue, orders] = [values('revenue'), values('orders')];
  if (revenue === undefined || orders === undefined) return undefined;
  if (orders.current === 0 && orders.previous === 0) return undefined;
  const value = over(revenue, orders);
  const [byOrders = 0] = productEffects([orders, filled(value)]);
  // what no order explains, refunds in a span without orders, is the value's
  const byValue = spread(revenue) - byOrders;
  return [
    { key: 'orders', parent: null, unit: 'count', ...orders, effect: byOrders },
    ...(visitFactors(values, middle(filled(value)), 'orders') ?? []),
    { key: 'average_order_value', parent: null, unit: 'currency', ...value, effect: byValue },
    ...valueFactors(values, middle(orders), byValue, 'average_order_value'),
  ];
}

/** Orders by visits; `worth` is what an order moves the whole by. */
function visitFactors(
  values: Values,
  worth: number,
  parent: string | null,
): MetricTree | undefined {
  const orders = values('orders');
  const online = values('online_orders');
  const sessions = values('sessions');
  if (orders === undefined || online === undefined || sessions === undefined) return undefined;
  if (sessions.current === 0 && sessions.previous === 0) return undefined;
  const conversion = over(online, sessions);
  const [bySessions = 0] = productEffects([sessions, filled(conversion)]);
  const others: Pair = {
    current: orders.current - online.current,
    previous: orders.previous - online.previous,
  };
  const factors: MetricTree = [
    { key: 'sessions', parent, unit: 'count', ...sessions, effect: bySessions * worth },
    {
      key: 'conversion_rate',
      parent,
      unit: 'ratio',
      ...conversion,
      effect: (spread(online) - bySessions) * worth,
    },
  ];
  if (others.current === 0 && others.previous === 0) return factors;
  const effect = spread(others) * worth;
  return [...factors, { key: 'other_orders', parent, unit: 'count', ...others, effect }];
}

function valueTree(values: Values): MetricTree | undefined {
  const [revenue, orders] = [values('revenue'), values('orders')];
  if (revenue === undefined || orders === undefined) return undefined;
  const { current, previous } = over(revenue, orders);
  if (current === null || previous === null) return undefined;
  return valueFactors(values, 1, current - previous, null);
}

/** What an order is worth by its items and their price; `effect` is what is to be told apart. */
function valueFactors(
  values: Values,
  worth: number,
  effect: number,
  parent: string | null,
): MetricTree {
  const [revenue, orders, units] = [values('revenue'), values('orders'), values('units')];
  if (revenue === undefined || orders === undefined || units === undefined) return [];
  const items = over(units, orders);
  const price = over(revenue, units);
  if ([items, price].some(({ current, previous }) => current === null || previous === null)) {
    return [];
  }
  const [byItems = 0] = productEffects([filled(items), filled(price)]);
  return [
    { key: 'items_per_order', parent, unit: 'number', ...items, effect: byItems * worth },
    {
      key: 'average_price',
      parent,
      unit: 'currency',
      ...price,
      effect: effect - byItems * worth,
    },
  ];
}

/** A ratio by what it divides: N × (1 ÷ D). */
async function ratioTree(run: EngineRun, spans: Spans): Promise<MetricTree | undefined> {
  const ratio = ratioMetricsOf(run);
  if (ratio === undefined) return undefined;
  const values = await valuesOf(run, spans, [ratio.numerator, ratio.denominator]);
  const [above, below] = [values(ratio.numerator), values(ratio.denominator)];
  if (above === undefined || below === undefined) return undefined;
  if (below.current === 0 || below.previous === 0) return undefined;
  const inverse = { current: 1 / below.current, previous: 1 / below.previous };
  const effects = productEffects([above, inverse]);
  return [above, below].map((pair, index) => {
    const key = index === 0 ? ratio.numerator : ratio.denominator;
    const unit = run.model.metrics.get(key)?.unit ?? 'number';
    return { key, parent: null, unit, ...pair, effect: effects[index] ?? 0 };
  });
}
