import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../linking/index.js';
import { checkFrame } from '../frame/check-frame.js';
import type { Outcome } from '../frame/outcome.js';
import { createQuestionParser } from '../parser.js';
import { chipsOf } from '../telling/chips.js';
import type { Study } from './study.js';

const shop: Catalogue = {
  currency: 'EUR',
  metrics: [
    {
      name: 'revenue',
      label: 'Revenue',
      unit: 'currency',
      additive: true,
      synonyms: { de: ['Umsatz'] },
    },
    { name: 'orders', label: 'Orders', unit: 'count', synonyms: { de: ['Bestellungen'] } },
    { name: 'customers', label: 'Customers', unit: 'count', synonyms: { de: ['Kunden'] } },
    { name: 'units', label: 'Units', unit: 'number', additive: true },
    { name: 'discounts', label: 'Discounts', unit: 'currency', additive: true },
  ],
  dimensions: [
    {
      name: 'product.name',
      label: 'Product',
      type: 'string',
      values: ['Teapot', 'Wool throw, grey', 'Table lamp, linen'],
      synonyms: { en: ['products'], de: ['Produkt', 'Produkte'] },
    },
    {
      name: 'product.category',
      label: 'Category',
      type: 'string',
      values: ['Porcelain', 'Steel'],
      synonyms: { de: ['Kategorie'] },
    },
    {
      name: 'customer.country',
      label: 'Country',
      type: 'string',
      values: ['DE', 'FR'],
      synonyms: { de: ['Land'] },
    },
    {
      name: 'customer.cohort',
      label: 'Cohort',
      type: 'string',
      values: ['Garden lovers'],
      synonyms: { en: ['cohort'] },
    },
    { name: 'location.name', label: 'Location', type: 'string', values: ['Harbour', 'Station'] },
    {
      name: 'time.weekday',
      label: 'Day of the week',
      type: 'string',
      calendar: 'weekday',
      synonyms: { en: ['weekday'], de: ['Wochentag'] },
      values: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    },
    {
      name: 'time.hour',
      label: 'Hour of the day',
      type: 'number',
      calendar: 'hour',
      synonyms: { en: ['hour'] },
    },
    {
      name: 'time.is_weekend',
      label: 'Weekend',
      type: 'string',
      calendar: 'weekend',
      values: ['Monday to Friday', 'Weekend'],
    },
  ],
  studies: {
    acts: [
      { name: 'page.viewed', label: 'Page seen', synonyms: { en: ['visit'], de: ['Besuch'] } },
      {
        name: 'product.viewed',
        label: 'Product seen',
        synonyms: { en: ['product view'], de: ['Produktansicht'] },
      },
      {
        name: 'product.added',
        label: 'Put into the cart',
        synonyms: {
          en: ['added to cart', 'cart'],
          de: ['Warenkorb', 'legten etwas in den Warenkorb'],
        },
      },
      {
        name: 'order.placed',
        label: 'Order placed',
        synonyms: {
          en: ['order', 'ordered', 'buy', 'buys', 'bought', 'purchase'],
          de: ['Bestellung', 'gekauft', 'kauften', 'bestellten'],
        },
      },
    ],
    way: ['page.viewed', 'product.viewed', 'product.added', 'order.placed'],
    order: { act: 'order.placed', metric: 'revenue', discount: 'discounts', count: 'orders' },
    segments: [
      { name: 'rfm:champions', label: 'Champions', column: 'rfm_segment' },
      { name: 'rfm:at_risk', label: 'At risk', column: 'rfm_segment' },
      { name: 'spend:at_risk', label: 'At risk', column: 'spend_segment' },
      { name: 'spend:vip', label: 'VIP', column: 'spend_segment', synonyms: { en: ['vip'] } },
    ],
    columns: [
      {
        name: 'orders',
        label: 'Orders',
        unit: 'count',
        unspoken: true,
        synonyms: { en: ['orders'], de: ['Bestellungen'] },
      },
      {
        name: 'revenue',
        label: 'Revenue',
        unit: 'money',
        unspoken: true,
        synonyms: { en: ['revenue'], de: ['Umsatz'] },
      },
      { name: 'units', label: 'Units', unit: 'count', unspoken: true, synonyms: { en: ['items'] } },
      { name: 'first_order', label: 'First order', unit: 'days', unspoken: true },
      { name: 'last_order', label: 'Last order', unit: 'days', unspoken: true },
      {
        name: 'days_since_last_order',
        label: 'Days since last order',
        unit: 'days',
        unspoken: true,
      },
      { name: 'rfm_segment', label: 'RFM segment', unit: 'count', unspoken: true },
      { name: 'spend_segment', label: 'Spend segment', unit: 'count', unspoken: true },
    ],
    goals: [{ name: 'g1', label: 'Monthly revenue', metric: 'revenue' }],
    ofCustomer: ['customer.country', 'customer.cohort'],
    items: { product: 'product.name', category: 'product.category', brand: 'product.brand' },
  },
};
const parser = createQuestionParser(shop, {
  now: '2026-11-20T12:00:00Z',
  timeZone: 'Europe/Berlin',
  weekStart: 'monday',
  fiscalYearStartMonth: 1,
});
const parse = (text: string): Outcome => parser.parse(text);

function answered(text: string) {
  const outcome = parse(text);
  if (outcome.kind !== 'answer') throw new Error(`${text}: ${JSON.stringify(outcome)}`);
  return outcome;
}

const byRevenue = { by: 'revenue', direction: 'desc' } as const;
const people = (
  shown: 'count' | 'list',
  ...conditions: readonly (readonly [string, string, string | number])[]
): Study => ({
  kind: 'people',
  shown,
  conditions: conditions.map(([column, operator, value]) => ({
    column,
    operator: operator as 'gt',
    values: [value],
  })),
  order: byRevenue,
  limit: null,
});
const rate = { kind: 'repeats', shown: 'rate', within: null } as const;
const march = { from: '2026-03-01', to: '2026-04-01' };

/** Questions with the study, the time's start and filters that they ask for. */
const questions: readonly (readonly [
  string,
  Study,
  { from?: string; filters?: number; grain?: string; by?: string }?,
])[] = [
  ['how many customers who first bought in March came back', rate, march],
  ['what share of customers buys a second time', rate],
  ['repeat rate', rate],
  ['second purchase rate within 60 days', { ...rate, within: 60 }],
  ['customers who never came back', { ...rate, shown: 'once' }],
  ['how many customers ordered only once', { ...rate, shown: 'once' }],
  ['days between orders', { ...rate, shown: 'interval' }],
  ['how long until the second order', { ...rate, shown: 'interval' }],
  [
    'retention by month',
    { kind: 'retention', shown: 'back', measure: 'customers' },
    { grain: 'month' },
  ],
  [
    'retention by country',
    { kind: 'retention', shown: 'back', measure: 'customers' },
    { by: 'customer.country' },
  ],
  ['churn by cohort', { kind: 'retention', shown: 'lost', measure: 'customers' }],
  ['cohort table', { kind: 'retention', shown: 'back', measure: 'customers' }],
  ['revenue retention by cohort', { kind: 'retention', shown: 'back', measure: 'revenue' }],
  [
    'conversion from product view to order',
    { kind: 'funnel', steps: ['product.viewed', 'order.placed'], shown: 'steps', within: null },
  ],
  [
    'how many people who added to cart did not buy',
    { kind: 'funnel', steps: ['product.added', 'order.placed'], shown: 'dropped', within: null },
  ],
  [
    'where do we lose people between visit and order',
    {
      kind: 'funnel',
      steps: ['page.viewed', 'product.viewed', 'product.added', 'order.placed'],
      shown: 'dropped',
      within: null,
    },
  ],
  [
    'how many people buy after a product view last month',
    { kind: 'funnel', steps: ['product.viewed', 'order.placed'], shown: 'steps', within: null },
    { from: '2026-10-01' },
  ],
  [
    'cart abandonment rate',
    { kind: 'funnel', steps: ['product.added', 'order.placed'], shown: 'dropped', within: null },
  ],
  ['customers who did not buy since June', people('list', ['last_order', 'lt', '2026-06-01'])],
  ['customers without an order for 90 days', people('list', ['days_since_last_order', 'gte', 90])],
  ['customers with more than 5 orders', people('list', ['orders', 'gt', 5])],
  [
    'how many customers in Germany spent more than 500',
    people('count', ['revenue', 'gt', 500]),
    { filters: 1 },
  ],
  ['best customers', { ...people('list'), kind: 'people', limit: 10 } as Study],
  [
    'top 3 customers by number of orders'.replace('number of ', ''),
    {
      kind: 'people',
      shown: 'list',
      conditions: [],
      order: { by: 'orders', direction: 'desc' },
      limit: 3,
    },
  ],
  ['how many VIP customers', people('count', ['spend_segment', 'equals', 'vip'])],
  ['RFM champions', people('list', ['rfm_segment', 'equals', 'champions'])],
  ['customer segments', { kind: 'segments', by: 'rfm' }],
  ['what is bought together with Teapot', { kind: 'baskets', item: 'product', focus: 'Teapot' }],
  [
    'what do people buy with the Wool throw',
    { kind: 'baskets', item: 'product', focus: 'Wool throw, grey' },
  ],
  [
    'orders above 200',
    {
      kind: 'orders',
      shown: 'list',
      metric: 'revenue',
      conditions: [{ operator: 'gt', value: 200 }],
      order: 'value',
      limit: null,
    },
  ],
  [
    'how many orders over €50 last month',
    {
      kind: 'orders',
      shown: 'count',
      metric: 'revenue',
      conditions: [{ operator: 'gt', value: 50 }],
      order: 'value',
      limit: null,
    },
    { from: '2026-10-01' },
  ],
  [
    'orders with a discount',
    {
      kind: 'orders',
      shown: 'list',
      metric: 'discounts',
      conditions: [{ operator: 'gt', value: 0 }],
      order: 'value',
      limit: null,
    },
  ],
  [
    "show the orders behind yesterday's revenue",
    {
      kind: 'orders',
      shown: 'list',
      metric: 'revenue',
      conditions: [],
      order: 'value',
      limit: null,
    },
    { from: '2026-11-19' },
  ],
  ['are we on track for the revenue goal', { kind: 'goals', goals: ['g1'] }],
  ['how is the Monthly revenue KPI doing', { kind: 'goals', goals: ['g1'] }],
  ['Wie viele Kunden, die im März zum ersten Mal gekauft haben, kamen wieder?', rate, march],
  ['Wiederkaufsrate', rate],
  ['Tage zwischen Bestellungen', { ...rate, shown: 'interval' }],
  ['Kohortentabelle', { kind: 'retention', shown: 'back', measure: 'customers' }],
  ['Abwanderung nach Kohorte', { kind: 'retention', shown: 'lost', measure: 'customers' }],
  [
    'Konversion von Produktansicht zur Bestellung',
    { kind: 'funnel', steps: ['product.viewed', 'order.placed'], shown: 'steps', within: null },
  ],
  [
    'Wie viele Leute legten etwas in den Warenkorb, aber kauften nicht?',
    { kind: 'funnel', steps: ['product.added', 'order.placed'], shown: 'dropped', within: null },
  ],
  ['Kunden, die seit Juni nicht gekauft haben', people('list', ['last_order', 'lt', '2026-06-01'])],
  ['Kunden mit mehr als 5 Bestellungen', people('list', ['orders', 'gt', 5])],
  [
    'Bestellungen über 200 Euro',
    {
      kind: 'orders',
      shown: 'list',
      metric: 'revenue',
      conditions: [{ operator: 'gt', value: 200 }],
      order: 'value',
      limit: null,
    },
  ],
  ['Was wird zusammen mit Teapot gekauft?', { kind: 'baskets', item: 'product', focus: 'Teapot' }],
  ['Sind wir beim Umsatzziel auf Kurs?', { kind: 'goals', goals: ['g1'] }],
];

const cases = questions.map(([text, study, more = {}]) => ({ text, study, more }));

describe('questions that engines of their own answer', () => {
  it.each(cases)('$text', ({ text, study, more }) => {
    const { frame } = answered(text);
    expect(frame.study).toEqual(study);
    expect(frame.time?.from).toBe(more.from);
    expect(frame.filters).toHaveLength(more.filters ?? 0);
    expect(frame.grain).toBe(more.grain ?? null);
    expect(frame.dimensions).toEqual(more.by === undefined ? [] : [more.by]);
  });

  it.each(cases)('comes back as it is when it is sent: $text', ({ text }) => {
    const answer = answered(text);
    expect(checkFrame(JSON.parse(JSON.stringify(answer.frame)), shop)).toEqual({
      kind: 'frame',
      frame: answer.frame,
    });
    for (const { without } of chipsOf(answer, shop).chips) {
      if (without !== undefined) expect(checkFrame(without, shop).kind).toBe('frame');
    }
  });

  it.each(cases)('loses no word, wherever it stands: $text', ({ text }) => {
    const words = text.split(' ');
    for (let at = 0; at <= words.length; at++) {
      const spoilt = [...words.slice(0, at), 'zquork', ...words.slice(at)].join(' ');
      expect(parse(spoilt).kind, spoilt).not.toBe('answer');
    }
  });
});

describe('what a study cannot say', () => {
  it.each([
    ['customers who bought in May but not in June', /June/],
    ['customers who did not buy in May', /May/],
    ['customers who bought Teapot and Table lamp', /Teapot/],
    ['customers who bought Teapot but not Table lamp', /not/],
    ['orders without a discount', /without/],
    ['share of orders with a discount', /share/],
    ['churn last month', /last month/],
    ['revenue from orders over 500 by country', /./],
    ['conversion from visit to order for customers in Germany', /Germany/],
    ['average order value of customers with more than 5 orders', /average order value|average/],
    ['customers with more than 5 wobbles', /wobbles/],
    ['are we on track for the units goal', /units/],
    ['retention of units', /units/i],
    ['how many customers did we lose last month', /./],
    ['which customers are about to leave', /./],
  ])('is declined for the words: %s', (text, said) => {
    const outcome = parse(text);
    expect(outcome.kind).toBe('decline');
    expect(outcome.kind === 'decline' && outcome.message).toMatch(said);
  });

  it('is asked about where it may mean two things', () => {
    for (const text of ['customers at risk', 'how many customers came back last month']) {
      const outcome = parse(text);
      expect(outcome.kind, text).toBe('clarify');
      expect(outcome.kind === 'clarify' && outcome.options).toHaveLength(2);
    }
  });

  it('leaves questions for figures as they are', () => {
    for (const [text, metrics] of [
      ['orders by country last month', ['orders']],
      ['customers in Germany', ['customers']],
      ['revenue of the cohort Garden lovers', ['revenue']],
      ['revenue on Saturday', ['revenue']],
    ] as const) {
      const { frame } = answered(text);
      expect([text, frame.intent, frame.metrics]).toEqual([text, 'query', metrics]);
    }
  });
});

describe('what follows a study', () => {
  it('changes its time, its filter or its breakdown, and nothing by halves', () => {
    const first = answered('retention by month');
    const later = parser.parse('and since June?', { previous: first });
    expect(later.kind === 'answer' && later.frame.study?.kind).toBe('retention');
    expect(later.kind === 'answer' && later.frame.time?.from).toBe('2026-06-01');
    const by = parser.parse('and by country?', { previous: first });
    expect(by.kind === 'answer' && by.frame.dimensions).toEqual(['customer.country']);
    expect(parser.parse('and by zquork?', { previous: first }).kind).toBe('decline');
  });
});

describe('the calendar and the first of groups', () => {
  it('tells weekdays, hours and weekends apart', () => {
    expect(answered('which weekday is best').frame).toMatchObject({
      metrics: ['revenue'],
      dimensions: ['time.weekday'],
      limit: 1,
    });
    expect(answered('revenue by hour of day').frame).toMatchObject({
      dimensions: ['time.hour'],
      grain: null,
    });
    expect(answered('busiest hour').frame).toMatchObject({ metrics: ['orders'], limit: 1 });
    expect(answered('orders on weekends').frame.filters).toEqual([
      { dimension: 'time.is_weekend', operator: 'equals', values: ['Weekend'] },
    ]);
    expect(answered('revenue on Saturdays last month').frame.filters[0]?.values).toEqual([
      'Saturday',
    ]);
    expect(answered('best day ever').frame).toMatchObject({ grain: 'day', limit: 1, time: null });
  });

  it('names the first inside each group, and what grew most', () => {
    expect(answered('top 3 products in each category').frame).toMatchObject({
      dimensions: ['product.category', 'product.name'],
      ranking: { by: 'value', per: 'product.category' },
      limit: 3,
    });
    expect(answered('best seller per location').frame).toMatchObject({
      dimensions: ['location.name', 'product.name'],
      ranking: { by: 'value', per: 'location.name' },
      limit: 1,
    });
    expect(answered('which products fell most last month').frame).toMatchObject({
      ranking: { by: 'fall', per: null },
      compare: { kind: 'previous_period', from: '2026-09-01', to: '2026-10-01' },
      limit: 10,
    });
    expect(answered('fastest growing category').frame).toMatchObject({
      ranking: { by: 'rise', per: null },
      limit: 1,
      time: { from: '2026-10-21', to: '2026-11-20' },
    });
    expect(parse('slowest growing category').kind).toBe('decline');
  });
});
