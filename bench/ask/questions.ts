/** How a figure is asked of the operation that the answer should come from. */
export interface Check {
  /** Method, path and body; the tenant is filled in. */
  readonly operation: readonly [path: string, body: Readonly<Record<string, unknown>>];
  /** The figures in the operation's answer. */
  readonly wanted: (answer: Answered) => readonly unknown[];
  /** The same figures in the answer of the question. */
  readonly got: (rows: readonly Row[]) => readonly unknown[];
}

export type Row = Readonly<Record<string, string | number | null>>;
// biome-ignore lint/suspicious/noExplicitAny: what operations answer is theirs to type
export type Answered = any;

/** A question of an owner, what it is about, and how it is checked; `ask`: it has to ask back. */
export type OwnersQuestion = readonly [kind: string, question: string, check: Check | 'ask'];

const days = (from: string, to: string) => ({ time: { from, to } });
const first = (rows: readonly Row[], ...names: readonly string[]) =>
  names.map((name) => rows[0]?.[name]);
const column = (rows: readonly Row[], name: string) => rows.map((row) => row[name]);

const repeats = (body: object, rows: (answer: Answered) => readonly unknown[]): Check => ({
  operation: ['/api/analytics/repeat-purchases', { ...body }],
  wanted: rows,
  got: (found) => first(found, 'customers', 'again'),
});
const sum = (answer: Answered, name: string) =>
  answer.cohorts.reduce((all: number, one: Answered) => all + one[name], 0);
const bothSums = (answer: Answered) => [sum(answer, 'customers'), sum(answer, 'again')];

const retention = (body: object, of = 'share'): Check => ({
  operation: ['/api/analytics/retention', { periods: 12, grain: 'month', ...body }],
  wanted: ({ groups }) =>
    groups[0].cohorts.map(
      ({ cells }: Answered) =>
        cells.find(({ period, complete }: Answered) => period === 1 && complete)?.[of] ?? null,
    ),
  got: (rows) => column(rows, 'p1'),
});
const funnel = (steps: readonly string[], body: object = {}): Check => ({
  operation: ['/api/analytics/funnels/run', { steps: steps.map((act) => ({ act })), ...body }],
  wanted: (answer) => answer.steps.map(({ people }: Answered) => people),
  got: (rows) => column(rows, 'people'),
});
const people = (body: object): Check => ({
  operation: [
    '/api/analytics/customers',
    { order: [{ by: 'revenue', direction: 'desc' }], limit: 50, ...body },
  ],
  wanted: ({ rows }) => rows.map((row: Answered) => row.customer_key),
  got: (rows) => column(rows, 'customer_key'),
});
const counted = (where: readonly object[], more: object = {}): Check => ({
  operation: ['/api/analytics/customers', { where, limit: 1, ...more }],
  wanted: ({ total, revenue }) => [total, revenue],
  got: (rows) => first(rows, 'customers', 'revenue'),
});
const listed = (body: object): Check => ({
  operation: ['/api/analytics/drill', { metric: 'revenue', limit: 50, ...body }],
  wanted: ({ rows }) => rows.map(({ value }: Answered) => value),
  got: (rows) => column(rows, 'value'),
});
const query = (body: object, ...names: readonly string[]): Check => ({
  operation: ['/api/analytics/query', body as Record<string, unknown>],
  wanted: ({ rows }) => rows.flatMap((row: Answered) => names.map((name) => row[name])),
  got: (rows) => rows.flatMap((row) => names.map((name) => row[name])),
});
const trends = (body: object): Check => ({
  operation: ['/api/analytics/trends', body as Record<string, unknown>],
  wanted: ({ groups }) => groups.map(({ values }: Answered) => values[0].value),
  got: (rows) => rows.map((row) => row.revenue ?? row.units ?? null),
});
const baskets = (body: object): Check => ({
  operation: ['/api/analytics/baskets', { limit: 20, ...body }],
  wanted: ({ pairs }) => pairs.map(({ together }: Answered) => together),
  got: (rows) => column(rows, 'together'),
});

/** The forty, as the owner of the demo’s shop would ask them on a day. */
export function ownersQuestions(today: string): readonly OwnersQuestion[] {
  const year = Number(today.slice(0, 4));
  const month = (back: number) => {
    const date = new Date(Date.UTC(year, Number(today.slice(5, 7)) - 1 - back, 1));
    return date.toISOString().slice(0, 10);
  };
  const day = (back: number) =>
    new Date(Date.parse(today) - back * 86_400_000).toISOString().slice(0, 10);
  const lastMonth = days(month(1), month(0));
  const march = `${Number(today.slice(5, 7)) > 3 ? year : year - 1}-03-01`;
  const june = `${Number(today.slice(5, 7)) > 6 ? year : year - 1}-06-01`;
  const april = march.replace('-03-', '-04-');
  const eq = (column: string, value: string) => ({ column, operator: 'equals', values: [value] });
  return [
    [
      'repeat',
      'How many of the customers who first bought in March came back?',
      repeats(days(march, april), bothSums),
    ],
    ['repeat', 'What share of our customers buys a second time?', repeats({}, bothSums)],
    [
      'repeat',
      'second purchase rate within 60 days',
      repeats({ windows: [60] }, ({ rates }) => [rates[0].customers, rates[0].again]),
    ],
    [
      'repeat',
      'How many days are there between orders?',
      {
        operation: ['/api/analytics/repeat-purchases', {}],
        wanted: ({ intervals }) => [intervals.median_days, intervals.orders],
        got: (rows) => first(rows, 'median_days', 'orders'),
      },
    ],
    ['repeat', 'How many customers came back last month?', 'ask'],
    ['retention', 'retention by month', retention({})],
    [
      'retention',
      'Show me the cohort table for this year',
      retention(days(`${year}-01-01`, day(-1))),
    ],
    ['retention', 'churn by cohort', retention({ bracket: 'on_or_after' }, 'lost')],
    [
      'retention',
      'Which country has the best retention?',
      {
        operation: [
          '/api/analytics/retention',
          { breakdown: 'customer.country', grain: 'month', periods: 12 },
        ],
        wanted: ({ groups }) => groups.map(({ customers }: Answered) => customers),
        got: (rows) => column(rows, 'customers'),
      },
    ],
    [
      'funnel',
      'What is our conversion from product view to order?',
      funnel(['product.viewed', 'order.placed']),
    ],
    [
      'funnel',
      'How many people who added to cart did not buy last week?',
      funnel(['product.added', 'order.placed'], { time: { timeframe: 'last_week' } }),
    ],
    [
      'funnel',
      'Where do we lose people between visit and order?',
      funnel([
        'page.viewed',
        'product.viewed',
        'product.added',
        'checkout.started',
        'order.placed',
      ]),
    ],
    [
      'funnel',
      'Conversion from visit to order by device',
      {
        operation: [
          '/api/analytics/funnels/run',
          {
            steps: [{ act: 'page.viewed' }, { act: 'order.placed' }],
            breakdown: { dimension: 'session.device' },
          },
        ],
        wanted: ({ breakdown }) => breakdown.groups.map(({ people: [n] }: Answered) => n),
        got: (rows) => column(rows, 'started'),
      },
    ],
    [
      'calendar',
      'Which weekday is best?',
      query(
        {
          metrics: ['revenue'],
          dimensions: ['time.weekday'],
          order: [{ by: 'revenue', direction: 'desc' }],
          limit: 1,
        },
        'revenue',
      ),
    ],
    [
      'calendar',
      'revenue by hour of day last month',
      {
        ...query(
          {
            metrics: ['revenue'],
            dimensions: ['time.hour'],
            order: [{ by: 'time.hour', direction: 'asc' }],
            ...lastMonth,
          },
          'revenue',
        ),
      },
    ],
    [
      'calendar',
      'How many orders do we get on weekends?',
      query(
        {
          metrics: ['orders'],
          filters: [{ dimension: 'time.is_weekend', operator: 'equals', values: [1] }],
        },
        'orders',
      ),
    ],
    [
      'calendar',
      'When is our busiest hour?',
      query(
        {
          metrics: ['orders'],
          dimensions: ['time.hour'],
          order: [{ by: 'orders', direction: 'desc' }],
          limit: 1,
        },
        'orders',
      ),
    ],
    [
      'calendar',
      'best day ever',
      query(
        {
          metrics: ['revenue'],
          grain: 'day',
          order: [{ by: 'revenue', direction: 'desc' }],
          limit: 1,
        },
        'revenue',
      ),
    ],
    [
      'calendar',
      'What was our best week this year?',
      query(
        {
          metrics: ['revenue'],
          grain: 'week',
          time: { from: `${year}-01-01`, to: day(-1) },
          order: [{ by: 'revenue', direction: 'desc' }],
          limit: 1,
        },
        'revenue',
      ),
    ],
    [
      'ranking',
      'top 3 products in each category last month',
      trends({
        metrics: ['revenue'],
        dimensions: ['product.category', 'product.name'],
        top: { n: 3, per: 'product.category', others: false },
        ...lastMonth,
      }),
    ],
    [
      'ranking',
      'best seller per location',
      trends({
        metrics: ['units'],
        dimensions: ['location.name', 'product.name'],
        top: { n: 1, per: 'location.name', others: false },
      }),
    ],
    [
      'ranking',
      'Which products grew most last month?',
      trends({
        metrics: ['revenue'],
        dimensions: ['product.name'],
        top: { n: 10, by: 'rise', others: false },
        compare: 'previous_period',
        ...lastMonth,
      }),
    ],
    [
      'ranking',
      'Which is the fastest growing category?',
      trends({
        metrics: ['revenue'],
        dimensions: ['product.category'],
        top: { n: 1, by: 'rise', others: false },
        ...days(day(30), today),
        compare: { from: day(60), to: day(30) },
      }),
    ],
    [
      'customers',
      'Which customers have not bought since June?',
      people({ where: [{ column: 'last_order', operator: 'lt', values: [june] }] }),
    ],
    [
      'customers',
      'customers with more than 5 orders',
      people({ where: [{ column: 'orders', operator: 'gt', values: [5] }] }),
    ],
    [
      'customers',
      'Who are our best customers this year?',
      people({ time: { from: `${year}-01-01`, to: day(-1) }, limit: 10 }),
    ],
    [
      'customers',
      'How many customers spent more than 500 euros?',
      counted([{ column: 'revenue', operator: 'gt', values: [500] }]),
    ],
    [
      'segments',
      'How many VIP customers do we have?',
      counted([eq('spend_segment', 'vip_active')]),
    ],
    [
      'segments',
      'How many champions are there in Germany?',
      counted([eq('rfm_segment', 'champions')], {
        filters: [{ dimension: 'customer.country', operator: 'equals', values: ['DE'] }],
      }),
    ],
    ['segments', 'customers at risk', 'ask'],
    [
      'segments',
      'revenue of the cohort Garden lovers last month',
      query(
        {
          metrics: ['revenue'],
          filters: [
            { dimension: 'customer.cohort', operator: 'equals', values: ['garden-lovers'] },
          ],
          ...lastMonth,
        },
        'revenue',
      ),
    ],
    [
      'orders',
      'orders above 200 euros last month',
      listed({ thresholds: [{ operator: 'gt', value: 200 }], ...lastMonth }),
    ],
    [
      'orders',
      'How many orders had a discount last month?',
      {
        operation: [
          '/api/analytics/drill',
          {
            metric: 'discounts',
            thresholds: [{ operator: 'gt', value: 0 }],
            limit: 1,
            ...lastMonth,
          },
        ],
        wanted: ({ count }) => [count],
        got: (rows) => first(rows, 'orders'),
      },
    ],
    ['orders', 'Show the orders behind yesterday’s revenue', listed(days(day(1), today))],
    [
      'stock',
      'What is the stock of the Wool throw?',
      query(
        {
          metrics: ['stock_on_hand'],
          filters: [
            { dimension: 'product.name', operator: 'equals', values: ['Wool throw, grey'] },
          ],
        },
        'stock_on_hand',
      ),
    ],
    ['baskets', 'What is bought together with the Stoneware mug?', baskets({ focus: 'KIT-601' })],
    [
      'goals',
      'Are we on track for the revenue goal?',
      {
        operation: ['/api/analytics/kpis/list', {}],
        wanted: ({ kpis }) =>
          kpis
            .filter((kpi: Answered) => kpi.metric === 'revenue')
            .map(({ state }: Answered) => state.value),
        got: (rows) => column(rows, 'value'),
      },
    ],
    [
      'goals',
      'How is the KPI Orders a week doing?',
      {
        operation: ['/api/analytics/kpis/list', {}],
        wanted: ({ kpis }) =>
          kpis
            .filter((kpi: Answered) => kpi.name === 'Orders a week')
            .map(({ state }: Answered) => state.value),
        got: (rows) => column(rows, 'value'),
      },
    ],
    [
      'engines',
      'Why did revenue change last week?',
      query({ metrics: ['revenue'], time: { timeframe: 'last_week' } }, 'revenue'),
    ],
    [
      'engines',
      'unusual days in orders in the last 90 days',
      {
        operation: [
          '/api/analytics/query',
          { metrics: ['orders'], grain: 'day', ...days(day(90), today) },
        ],
        wanted: ({ rows }) => rows.map((row: Answered) => row.orders),
        got: (rows) => column(rows, 'orders'),
      },
    ],
  ];
}
