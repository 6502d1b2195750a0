import type { Frame, Outcome } from '@olympus/language';
import { describe, expect, it } from 'vitest';
import { commerceParser } from '../testing/commerce-parser.js';

const parser = commerceParser();

function frameOf(question: string): Frame {
  const outcome: Outcome = parser.parse(question);
  if (outcome.kind !== 'answer') throw new Error(`${question}: ${JSON.stringify(outcome)}`);
  return outcome.frame;
}

const equals = (dimension: string, ...values: string[]) => ({
  dimension,
  operator: 'equals',
  values,
});
const of = (metric: string, ...filters: object[]) => ({ metric, filters });

describe('a number condition', () => {
  it.each([
    'which products sold more than 200 pcs this year and still have margin under 30%',
    'products with more than 200 units and a margin below 30 % this year',
    'Welche Produkte haben dieses Jahr mehr als 200 Stück verkauft und eine Marge unter 30 %',
  ])('is about the measure or unit beside it: %s', (question) => {
    const { filters, dimensions } = frameOf(question);
    expect(dimensions).toEqual(['product.name']);
    expect(filters).toEqual([
      { dimension: 'units', operator: 'gt', values: [200] },
      { dimension: 'gross_margin_rate', operator: 'lt', values: [0.3] },
    ]);
  });

  it('is about no number that the question does not name, whatever time stands in it', () => {
    const numbers = ['customer.birth_decade', 'time.hour', 'time.month_of_year'];
    for (const time of ['', 'this year', 'last 3 years', 'in the year 2026'])
      for (const condition of ['more than 50 orders', 'over 20 units', 'margin under 30%']) {
        const outcome = parser.parse(`products with ${condition} ${time}`);
        const filters = outcome.kind === 'answer' ? outcome.frame.filters : [];
        for (const { dimension } of filters) expect(numbers).not.toContain(dimension);
      }
  });

  it('on an age is none on a decade of birth', () => {
    for (const question of ['customers older than 40', 'Kunden älter als 40'])
      expect(parser.parse(question).kind, question).toBe('decline');
  });

  it.each([
    ['products with a rating below 3.5', 'lt', 3.5],
    ['Produkte mit einer Bewertung unter 3,5', 'lt', 3.5],
    ['products with rating above 4', 'gt', 4],
  ])('on a rating is one on its average: %s', (question, operator, value) => {
    expect(frameOf(question)).toMatchObject({
      metrics: ['average_rating'],
      filters: [{ dimension: 'average_rating', operator, values: [value] }],
    });
  });
});

describe('a ratio', () => {
  it.each([
    ['Umsatz pro verkauftem Stück je Marke, dieses Jahr', 'revenue', 'units', ['product.brand']],
    ['revenue per item sold', 'revenue', 'units', []],
    [
      'discounts relative to gross sales for each category',
      'discounts',
      'gross_sales',
      ['product.category'],
    ],
    ['discounts compared to gross sales as a ratio', 'discounts', 'gross_sales', []],
    ['discounts in proportion to gross sales', 'discounts', 'gross_sales', []],
    [
      'Rabatte im Verhältnis zum Bruttoumsatz je Kategorie',
      'discounts',
      'gross_sales',
      ['product.category'],
    ],
    ['Rabatte gemessen am Bruttoumsatz', 'discounts', 'gross_sales', []],
    ['share of returning customers', 'returning_customers', 'customers', []],
    ['Anteil der wiederkehrenden Kunden', 'returning_customers', 'customers', []],
    ['What percentage of orders get cancelled', 'cancellations', 'orders', []],
    ['Wie viel Prozent der Bestellungen werden storniert', 'cancellations', 'orders', []],
  ])('divides two measures: %s', (question, numerator, denominator, dimensions) => {
    const { ratio, dimensions: by } = frameOf(question);
    expect(ratio).toEqual({ numerator: of(numerator), denominator: of(denominator) });
    expect(by).toEqual(dimensions);
  });

  it('is never two plain columns', () => {
    for (const words of ['relative to', 'in proportion to', 'in relation to'])
      expect(parser.parse(`revenue and refunds ${words} orders`).kind, words).toBe('decline');
  });

  it('is still a breakdown by what is sold', () => {
    expect(frameOf('revenue per product')).toMatchObject({
      dimensions: ['product.name'],
      ratio: null,
    });
  });
});

describe('a share', () => {
  it.each([
    ['Welchen Anteil am Umsatz hat Casa Lume in der Kategorie Lighting?', 'Casa Lume', 'Lighting'],
    ['what share of revenue does Halden have within Kitchen', 'Halden', 'Kitchen'],
    ['share of revenue from Halden in Lighting', 'Halden', 'Lighting'],
    ['Anteil von Halden am Umsatz innerhalb von Kitchen', 'Halden', 'Kitchen'],
  ])('in a scope is one of that scope: %s', (question, brand, category) => {
    expect(frameOf(question)).toMatchObject({
      ratio: {
        numerator: of('revenue', equals('product.brand', brand)),
        denominator: of('revenue'),
      },
      filters: [equals('product.category', category)],
    });
  });

  it.each(['share of customers', 'percentage of revenue last month', 'Anteil am Umsatz'])(
    'of a whole by itself is none: %s',
    (question) => {
      expect(parser.parse(question).kind).toBe('decline');
    },
  );

  it('of customers who ordered once is one of first customers', () => {
    for (const question of [
      'one-and-done customers - how many % are they',
      'what percentage of customers are one-and-done',
    ])
      expect(frameOf(question)).toMatchObject({ study: { kind: 'repeats', shown: 'once' } });
  });

  it('of customers with a modifier that nobody knows is declined', () => {
    for (const question of ['come-and-go customers last month', 'new-ish customers last month'])
      expect(parser.parse(question).kind, question).toBe('decline');
  });
});

describe('steps of time', () => {
  it.each([
    ['cart abandonment rate by week since october', 'week', 'dropped'],
    ['funnel from cart to order by month', 'month', 'steps'],
  ])('are those of a funnel: %s', (question, grain, shown) => {
    expect(frameOf(question)).toMatchObject({
      grain,
      chart: 'line',
      study: { kind: 'funnel', shown },
    });
  });

  it('are said to be missing where a study has none', () => {
    for (const question of ['funnel from cart to order by quarter', 'rfm segments by month'])
      expect(parser.parse(question), question).toMatchObject({
        kind: 'decline',
        reason: 'unsupported',
      });
  });
});

describe('how well something does', () => {
  it.each([
    'are we doing better than last month',
    'läuft es besser als letzten Monat',
    'worse than last month?',
  ])('against last month is revenue of this month so far: %s', (question) => {
    const outcome = parser.parse(question);
    expect(outcome).toMatchObject({
      kind: 'answer',
      frame: {
        metrics: ['revenue'],
        time: { from: '2026-11-01', to: '2026-11-29' },
        compare: { kind: 'previous_period', from: '2026-10-01', to: '2026-10-29' },
      },
    });
    expect(outcome.kind === 'answer' && outcome.assumptions.join(' ')).toMatch(/Revenue|Umsatz/);
  });

  it.each([
    ['how did Lighting do in October', 'query'],
    ['Wie lief Lighting im Oktober', 'query'],
    ['Lighting did well in October, what was behind it', 'explain'],
  ])('is told by revenue: %s', (question, intent) => {
    expect(frameOf(question)).toMatchObject({
      intent,
      metrics: ['revenue'],
      filters: [equals('product.category', 'Lighting')],
    });
  });
});

describe('days', () => {
  it.each(['revenue sunday vs saturday this year', 'Umsatz Sonntag gegen Samstag dieses Jahr'])(
    'of the week are set against each other: %s',
    (question) => {
      expect(frameOf(question)).toMatchObject({
        dimensions: ['time.weekday'],
        filters: [equals('time.weekday', 'Sunday', 'Saturday')],
        time: { from: '2026-01-01' },
      });
    },
  );

  it('are dates where the last ones are meant', () => {
    expect(frameOf('revenue last sunday vs last saturday')).toMatchObject({
      dimensions: [],
      time: { from: '2026-11-22' },
      compare: { from: '2026-11-21' },
    });
  });

  it.each([
    'do weekends bring more per order than weekdays',
    'Bringen Wochenenden mehr pro Bestellung als Werktage',
  ])('of the weekend are told apart by what an order comes to: %s', (question) => {
    expect(frameOf(question)).toMatchObject({
      metrics: ['average_order_value'],
      dimensions: ['time.is_weekend'],
    });
  });

  it('on which people shop most are no shops', () => {
    expect(frameOf('when do people shop most, which hours?')).toMatchObject({
      metrics: ['orders'],
      dimensions: ['time.hour'],
    });
  });
});
