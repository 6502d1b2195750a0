import { describe, expect, it } from 'vitest';
import type { Shop } from '../shops/shop.js';
import { isOfType } from '../simulation/events.js';
import { deviation, type Line, labShop, mean, observe, within } from '../testing/lab.js';
import type { Story } from './plant.js';

/** A machine under load is given its time. */
const timeout = 120_000;

const span = { from: '2025-03-01', to: '2025-04-30' } as const;
const product = 'TOO-101';

/** Lines of a product and of the others of its category, before and during the story. */
function contrast(lines: readonly Line[], story: { fromMs: number; toMs: number }) {
  const inCategory = lines.filter((line) => line.product.startsWith(product.slice(0, 4)));
  const count = (own: boolean, during: boolean) =>
    inCategory.filter(
      (line) => (line.product === product) === own && within(story, line.atMs) === during,
    ).length;
  const counts = [count(true, true), count(true, false), count(false, true), count(false, false)];
  const [a = 0, b = 0, c = 0, d = 0] = counts;
  return {
    /** Logarithm of the change in demand, seasons of the category taken out. */
    logChange: Math.log(a / b) - Math.log(c / d),
    standardError: Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d),
  };
}

const averagePrice = (lines: readonly Line[]) => mean(lines.map((line) => line.price));

describe('a failing payment provider', () => {
  const story: Story = {
    kind: 'failing_provider',
    provider: 'stripe',
    from: '2025-03-10T09:00',
    to: '2025-03-16',
    failureRate: 0.6,
  };
  const plan = { seed: 1, from: '2025-03-01', to: '2025-03-25' };
  const told = observe({ ...plan, stories: [story] });
  const truth = told.truth('failing_provider');
  const rates = ({ events }: Pick<typeof told, 'events'>, provider: string, during: boolean) => {
    const mine = (event: { time: string; data: { provider?: string } }) =>
      event.data.provider === provider && within(truth, Date.parse(event.time)) === during;
    const failed = events.filter(isOfType('payment.failed')).filter(mine).length;
    const attempts = failed + events.filter(isOfType('payment.processed')).filter(mine).length;
    return { failed, attempts, rate: failed / attempts };
  };

  it('fails at its rate, in its time, and alone', () => {
    const { failed, attempts, rate } = rates(told, 'stripe', true);
    expect(attempts).toBe(truth.attempts);
    expect(failed).toBe(truth.failures);
    expect(attempts).toBeGreaterThan(80);
    expect(Math.abs(rate - 0.6)).toBeLessThan(4 * Math.sqrt((0.6 * 0.4) / attempts));
    expect(rates(told, 'stripe', false).rate).toBeLessThan(0.1);
    expect(rates(told, 'paypal', true).rate).toBeLessThan(0.2);
    expect(rates(observe(plan), 'stripe', true).rate).toBeLessThan(0.12);
  });

  it('costs the orders that nobody could pay', () => {
    const paid = new Set(
      told.events.filter(isOfType('payment.processed')).map(({ data }) => data.order_id),
    );
    const lost = told.events
      .filter(isOfType('order.cancelled'))
      .filter(({ data }) => !paid.has(data.order_id));
    expect(truth.ordersLost).toBeGreaterThan(5);
    expect(lost.length).toBe(truth.ordersLost);
  });
});

describe('a price change', () => {
  it.each([
    { factor: 1.5, elasticity: -1.8 },
    { factor: 0.7, elasticity: -1.2 },
  ])(
    'by ×$factor is answered with the elasticity $elasticity',
    { timeout },
    ({ factor, elasticity }) => {
      const story: Story = {
        kind: 'price_change',
        product,
        from: '2025-03-31',
        to: span.to,
        factor,
        elasticity,
      };
      const runs = [1, 2, 3, 4].map((seed) => {
        const run = observe({ seed, ...span, stories: [story] });
        const truth = run.truth('price_change');
        const own = run.lines.filter((line) => line.product === product);
        const price = (during: boolean) =>
          averagePrice(own.filter((line) => within(truth, line.atMs) === during));
        const bare = observe({ seed, ...span });
        return {
          ...contrast(run.lines, truth),
          priceRatio: price(true) / price(false),
          without: contrast(bare.lines, truth).logChange,
        };
      });
      // a larger demand comes in pairs, which doubles the variance at most
      const error = (2 * mean(runs.map((run) => run.standardError))) / Math.sqrt(runs.length);
      const logPrice = Math.log(factor);
      for (const { priceRatio } of runs) expect(priceRatio).toBeCloseTo(factor, 3);
      const estimate = mean(runs.map((run) => run.logChange)) / logPrice;
      expect(Math.abs(estimate - elasticity)).toBeLessThan((2.5 * error) / Math.abs(logPrice));
      expect(Math.abs(mean(runs.map((run) => run.without)))).toBeLessThan(2.5 * error);
      // the effect is larger than what chance could make
      expect(Math.abs(elasticity * logPrice)).toBeGreaterThan(3 * error);
    },
  );
});

describe('a price typo', () => {
  const story: Story = {
    kind: 'price_typo',
    product,
    from: '2025-03-10T10:00',
    to: '2025-03-12T16:00',
    factor: 0.1,
  };
  const run = observe({ seed: 3, from: '2025-03-01', to: '2025-03-20', stories: [story] });
  const truth = run.truth('price_typo');

  it('charges a tenth, and says what was lost', () => {
    const own = run.lines.filter((line) => line.product === product);
    const wrong = own.filter((line) => within(truth, line.atMs));
    const right = averagePrice(own.filter((line) => !within(truth, line.atMs)));
    const lost = wrong.reduce((sum, line) => sum + line.quantity * (right - line.price), 0);
    expect(wrong.length).toBeGreaterThan(3);
    expect(averagePrice(wrong)).toBeCloseTo(right / 10, 6);
    expect(wrong.reduce((sum, line) => sum + line.quantity, 0)).toBe(truth.unitsSold);
    expect(lost).toBeCloseTo(truth.amountLost, 2);
  });

  it('is told in the product’s description, and put right at the end', () => {
    const prices = run.events
      .filter(isOfType('product.updated'))
      .filter(({ data }) => data.product_id === product)
      .map(({ data }) => Number(data.price));
    expect(prices).toEqual([34.9, 3.49, 34.9]);
  });
});

describe('a promotion', () => {
  const story: Story = {
    kind: 'promotion',
    id: 'lift-test',
    from: '2025-03-31',
    to: span.to,
    rate: 0.2,
    lift: 1.6,
    products: [product],
  };

  it('lifts what it covers by what it says, at the discount it says', { timeout }, () => {
    const runs = [11, 12, 13, 14].map((seed) => {
      const run = observe({ seed, ...span, stories: [story] });
      const reduced = run.lines.filter((line) => line.discount > 0);
      expect(new Set(reduced.map((line) => line.product))).toEqual(new Set([product]));
      for (const line of reduced) {
        expect(line.promotion).toBe('lift-test');
        expect(line.discount).toBeCloseTo(line.quantity * line.price * 0.2, 1);
      }
      return contrast(run.lines, run.truth('promotion'));
    });
    const error = (1.5 * mean(runs.map((run) => run.standardError))) / Math.sqrt(runs.length);
    const logLift = mean(runs.map((run) => run.logChange));
    expect(Math.abs(logLift - Math.log(1.6))).toBeLessThan(2.5 * error);
    expect(logLift).toBeGreaterThan(3 * error);
  });
});

describe('customers who leave', () => {
  const story: Story = {
    kind: 'churners',
    from: '2025-09-01',
    to: '2025-10-01',
    share: 0.3,
    minOrders: 2,
  };
  const plan = { seed: 5, from: '2025-01-01' };
  const told = observe({ ...plan, to: '2026-01-01', stories: [story] });
  const bare = observe({ ...plan, to: '2026-01-01' });
  const truth = told.truth('churners');
  const stops = new Map(truth.customers.map(({ customer_id, stopsMs }) => [customer_id, stopsMs]));
  const ordersAfter = ({ events }: Pick<typeof told, 'events'>) =>
    events
      .filter(isOfType('order.created'))
      .filter(
        ({ time, data }) => Date.parse(time) >= (stops.get(data.customer_id ?? '') ?? Infinity),
      ).length;

  it('buy nothing from their moment on, and would have bought', () => {
    expect(truth.customers.length).toBeGreaterThan(100);
    expect(ordersAfter(told)).toBe(0);
    // up to the story both years are the same, so the customers are, too
    expect(ordersAfter(bare)).toBeGreaterThan(truth.customers.length / 4);
  });

  it('are the share that was asked for', () => {
    const orders = new Map<string, number>();
    for (const { time, data } of bare.events.filter(isOfType('order.created'))) {
      if (data.customer_id === undefined || Date.parse(time) >= truth.fromMs) continue;
      orders.set(data.customer_id, (orders.get(data.customer_id) ?? 0) + 1);
    }
    const comingBack = new Set(
      bare.events
        .filter(isOfType('order.created'))
        .filter(({ time }) => Date.parse(time) >= truth.fromMs)
        .flatMap(({ data }) => data.customer_id ?? [])
        .filter((customer) => (orders.get(customer) ?? 0) >= 2),
    );
    const left = [...comingBack].filter((customer) => stops.has(customer)).length;
    const error = Math.sqrt((0.3 * 0.7) / comingBack.size);
    expect(Math.abs(left / comingBack.size - 0.3)).toBeLessThan(4 * error);
  });
});

describe('a stock-out', () => {
  const story: Story = {
    kind: 'stock_out',
    product,
    location: 'berlin',
    from: '2025-03-10',
    to: '2025-04-10',
  };
  const plan = { shop: { ...labShop, ordersADay: 240 }, seed: 8, ...span };
  const told = observe({ ...plan, stories: [story] });
  const truth = told.truth('stock_out');
  const units = (run: Pick<typeof told, 'lines'>, location: string) =>
    run.lines
      .filter(
        (line) =>
          line.product === product && line.location === location && within(truth, line.atMs),
      )
      .reduce((sum, line) => sum + line.quantity, 0);

  it('sells none of it there, loses what is sold otherwise, and leaves other places alone', {
    timeout,
  }, () => {
    const bare = observe(plan);
    expect(units(told, 'berlin')).toBe(0);
    expect(truth.unitsLost).toBeGreaterThan(30);
    // quantities vary, so a count of units is noisier than one of orders
    expect(Math.abs(deviation(units(bare, 'berlin'), truth.unitsLost))).toBeLessThan(6);
    expect(Math.abs(deviation(units(told, 'hamburg'), units(bare, 'hamburg')))).toBeLessThan(6);
  });

  it('reports an empty shelf, and a full one at the end', { timeout }, () => {
    const small = { ...labShop, ordersADay: 10 };
    const reports = (shop: Shop) =>
      observe({ ...plan, shop, stories: [story] })
        .events.filter(isOfType('inventory.updated'))
        .filter(({ data }) => data.product_id === product && data.location_id === 'berlin')
        .filter(({ time }) => Date.parse(time) >= truth.fromMs && Date.parse(time) <= truth.toMs)
        .map(({ time, data }) => [Date.parse(time), Number(data.on_hand) > 0]);
    const expected = [
      [truth.fromMs, false],
      [truth.toMs, true],
    ];
    expect(reports(small)).toEqual(expected);
    expect(reports({ ...small, stock: { depth: { warehouse: 9, store: 4 } } })).toEqual(expected);
  });
});

describe('traffic', () => {
  const shop = { ...labShop, onlookersAnOrder: 2 };
  const plan = { shop, seed: 21, from: '2025-03-01', to: '2025-04-01' };
  const bare = observe(plan);
  const orders = (run: Pick<typeof bare, 'events'>) => run.events.filter(isOfType('order.created'));
  const looks = (run: Pick<typeof bare, 'events'>) =>
    run.events
      .filter(({ data }) => 'anonymous_id' in data && data.anonymous_id !== undefined)
      .map((event) => ({
        session: 'session_id' in event.data ? event.data.session_id : undefined,
        channel: 'channel' in event.data ? event.data.channel : undefined,
        time: event.time,
      }));

  it('drops on one channel by what it says, and on no other', () => {
    const told = observe({
      ...plan,
      stories: [
        { kind: 'channel_drop', channel: 'app', from: '2025-03-10', to: '2025-03-24', factor: 0.3 },
      ],
    });
    const truth = told.truth('channel_drop');
    const count = (run: typeof bare, channel: string) =>
      orders(run).filter(
        ({ time, data }) => data.channel === channel && within(truth, Date.parse(time)),
      ).length;
    const app = count(bare, 'app');
    expect(Math.abs(deviation(count(told, 'app'), 0.3 * app))).toBeLessThan(4);
    expect(Math.abs(deviation(truth.ordersLost, 0.7 * app))).toBeLessThan(4);
    expect(Math.abs(deviation(count(told, 'web'), count(bare, 'web')))).toBeLessThan(4);
    expect(deviation(app, count(told, 'app'))).toBeGreaterThan(5);
  });

  it('spikes in visits by what it says, and not in orders', () => {
    const told = observe({
      ...plan,
      stories: [
        { kind: 'traffic_spike', from: '2025-03-12T10:00', to: '2025-03-13T10:00', visits: 5 },
      ],
    });
    const truth = told.truth('traffic_spike');
    const visits = (run: typeof bare) =>
      new Set(
        looks(run)
          .filter(({ time }) => within(truth, Date.parse(time)))
          .map(({ session }) => session),
      ).size;
    const bought = (run: typeof bare) =>
      orders(run).filter(({ time }) => within(truth, Date.parse(time))).length;
    expect(Math.abs(deviation(visits(told), 5 * visits(bare)))).toBeLessThan(6);
    expect(truth.visitsAdded).toBeGreaterThan(2 * visits(bare));
    expect(truth.ordersAdded).toBe(0);
    expect(Math.abs(deviation(bought(told), bought(bare)))).toBeLessThan(4);
  });

  it('stops at a silent till only', () => {
    const told = observe({
      ...plan,
      stories: [
        { kind: 'silent_till', location: 'berlin', from: '2025-03-10T12:00', to: '2025-03-15' },
      ],
    });
    const truth = told.truth('silent_till');
    const count = (run: typeof bare, location: string) =>
      orders(run).filter(
        ({ time, data }) => data.location_id === location && within(truth, Date.parse(time)),
      ).length;
    expect(count(told, 'berlin')).toBe(0);
    expect(count(bare, 'berlin')).toBeGreaterThan(20);
    expect(Math.abs(deviation(truth.ordersUnsent, count(bare, 'berlin')))).toBeLessThan(4);
    expect(Math.abs(deviation(count(told, 'hamburg'), count(bare, 'hamburg')))).toBeLessThan(4);
  });
});

describe('conversations', () => {
  const story: Story = {
    kind: 'conversations',
    from: '2025-03-10',
    to: '2025-05-10',
    perDay: 12,
    byModel: 0.4,
    topics: [
      { id: 'delivery', weight: 3, satisfaction: 2.4 },
      { id: 'refund', weight: 1, satisfaction: 3.5 },
    ],
  };
  const plan = {
    shop: { ...labShop, onlookersAnOrder: 0 },
    seed: 4,
    from: '2025-03-01',
    to: '2025-05-20',
  };
  const told = observe({ ...plan, stories: [story] });
  const truth = told.truth('conversations');
  const topicOf = new Map(truth.conversations.map((one) => [one.conversation_id, one.topic]));
  const closed = told.events.filter(isOfType('conversation.closed'));

  it('are as many as were asked for, about what was asked for, and rated so', () => {
    expect(Math.abs(deviation(closed.length, 12 * 61))).toBeLessThan(4);
    for (const { id, satisfaction, weight, ratings, meanRating } of truth.topics) {
      const mine = closed.filter(({ data }) => topicOf.get(data.conversation_id) === id);
      const rated = mine.flatMap(({ data }) => data.rating ?? []);
      expect(Math.abs(deviation(mine.length, (closed.length * weight) / 4))).toBeLessThan(4);
      expect(rated.length).toBe(ratings);
      expect(mean(rated)).toBeCloseTo(meanRating ?? 0, 9);
      expect(Math.abs(mean(rated) - satisfaction)).toBeLessThan(4 / Math.sqrt(rated.length));
      expect(rated.every((rating) => rating >= 1 && rating <= 5)).toBe(true);
    }
  });

  it('begin, go to and fro, and end, in this order', () => {
    const parts = new Map<string, string[]>();
    for (const event of told.events) {
      if (!('conversation_id' in event.data)) continue;
      const id = event.data.conversation_id;
      parts.set(id, [...(parts.get(id) ?? []), event.type]);
    }
    expect(parts.size).toBe(truth.conversations.length);
    for (const types of parts.values()) {
      expect(types[0]).toBe('conversation.started');
      expect(types.at(-1)).toBe('conversation.closed');
      expect(types.length % 2).toBe(0);
    }
  });

  it('are not there without the story', () => {
    const types = new Set(observe(plan).events.map((event) => event.type));
    expect(types.has('conversation.started')).toBe(false);
  });
});
