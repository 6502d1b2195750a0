import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../linking/index.js';
import { inJune } from '../testing/example-catalogue.js';
import type { Frame } from './frame/frame.js';
import { createQuestionParser } from './parser.js';

const market: Catalogue = {
  currency: 'EUR',
  metrics: [
    { name: 'revenue', label: 'Revenue', additive: true, synonyms: { de: ['Umsatz'] } },
    { name: 'orders', label: 'Orders', unit: 'count', additive: false },
    { name: 'refunds', label: 'Refunds', additive: true },
    { name: 'wait_days', label: 'Average waiting time', unit: 'days', additive: false },
    { name: 'refund_rate', label: 'Refund rate', unit: 'ratio', additive: false },
  ],
  dimensions: [
    {
      name: 'category',
      label: 'Category',
      type: 'string',
      synonyms: { de: ['Kategorie'] },
      values: ['Coffee', 'Tea', 'Total'],
    },
    { name: 'country', label: 'Country', type: 'string', values: ['Germany', 'France'] },
    {
      name: 'brand',
      label: 'Brand',
      type: 'string',
      values: ['brandA', 'brandB', 'March', 'Bean & Leaf', 'Müller', '1984'],
    },
    { name: 'city', label: 'City', type: 'string', values: ['Paris', 'Berlin'] },
    { name: 'store_city', label: 'Store city', type: 'string', values: ['Paris', 'Lyon'] },
    { name: 'sku', label: 'Article', type: 'string' },
    { name: 'age', label: 'Customer age', type: 'number' },
    { name: 'member', label: 'Member', type: 'boolean', synonyms: { en: ['club members'] } },
  ],
};
const parser = createQuestionParser(market, inJune);
const parse = (text: string) => parser.parse(text);

function frame(text: string): Frame {
  const outcome = parse(text);
  if (outcome.kind !== 'answer') throw new Error(`${text}: ${JSON.stringify(outcome)}`);
  return outcome.frame;
}
const filter = (dimension: string, ...values: (string | number | boolean)[]) => ({
  dimension,
  operator: 'equals',
  values,
});

describe('a part that no frame can hold', () => {
  it.each([
    ['revenue of T-11 last month', 'T-11'],
    ['median waiting time by country', 'median'],
    ['typical waiting time', 'typical'],
    ['average revenue by country', 'average'],
    ['top categories by average revenue', 'average'],
    ['revenue in USD', 'USD'],
    ['revenue in $', '$'],
    ['top 10 % of countries by revenue', '10 %'],
    ['orders with both Coffee and Tea', 'both Coffee and Tea'],
    ['revenue minus refunds', 'minus refunds'],
    ['Coffee in Germany or Tea in France: revenue', 'Coffee in Germany or Tea in France'],
    ['orders without a brand', 'without a brand'],
    ['revenue at the end of May', 'end of'],
    ['Umsatz der Kategorie Kaffe', 'Kaffe'],
    ['revenue in the morning', 'morning'],
    ['revenue in weeks of last year', 'weeks'],
  ])('is declined in words: %s', (text, said) => {
    const outcome = parse(text);
    expect(outcome).toMatchObject({ kind: 'decline' });
    expect(outcome.kind === 'decline' && 'said' in outcome ? outcome.said : '').toContain(said);
  });

  it('is told of beside what was understood', () => {
    expect(parse('median waiting time by country in May')).toMatchObject({
      message: expect.stringContaining('Understood: waiting, country, May'),
    });
  });

  it('is no slip for a name that only looks alike', () => {
    expect(parse('revenue of brandC')).toMatchObject({
      kind: 'clarify',
      options: [
        { frame: { filters: [filter('brand', 'brandA')] } },
        { frame: { filters: [filter('brand', 'brandB')] } },
      ],
    });
  });

  it('is noted where it changes little', () => {
    expect(parse('revenue in both Germany and France')).toMatchObject({
      kind: 'answer',
      assumptions: expect.arrayContaining([expect.stringContaining('Germany, France')]),
    });
    expect(parse('shwo revenue by country')).toMatchObject({
      assumptions: expect.arrayContaining([expect.stringContaining('show')]),
    });
  });
});

describe('values', () => {
  it.each([
    ['total revenue', []],
    ['revenue of Total', [filter('category', 'Total')]],
    ['revenue in euros', []],
    ['revenue of brand March', [filter('brand', 'March')]],
    ['revenue of 1984', [filter('brand', '1984')]],
    ['revenue of Bean and Leaf', [filter('brand', 'Bean & Leaf')]],
    ['Mueller revenue', [filter('brand', 'Müller')]],
    ['revenue of article T-11 last month', [filter('sku', 'T-11')]],
    ['revenue in Paris or Berlin', [filter('city', 'Paris', 'Berlin')]],
    ['orders by club members', [filter('member', true)]],
    ['orders of customers older than 65', [{ dimension: 'age', operator: 'gt', values: [65] }]],
    [
      'revenue of customers aged 30 to 40',
      [
        { dimension: 'age', operator: 'gte', values: [30] },
        { dimension: 'age', operator: 'lte', values: [40] },
      ],
    ],
    [
      'revenue of all countries except Germany and France',
      [{ dimension: 'country', operator: 'not_equals', values: ['Germany', 'France'] }],
    ],
  ])('are what is filtered on: %s', (text, filters) => {
    expect(frame(text)).toMatchObject({ dimensions: [], filters });
  });

  it('are parts of one where a rate is compared with percent', () => {
    expect(frame('countries with a refund rate over 10 %').filters).toEqual([
      { dimension: 'refund_rate', operator: 'gt', values: [0.1] },
    ]);
  });
});

describe('times', () => {
  it('are steps where unusual ones are looked for', () => {
    expect(frame('unusual weeks in revenue')).toMatchObject({ intent: 'anomalies', grain: 'week' });
    const hourly = parse('anomalies in revenue per hour');
    expect(hourly.kind === 'answer' ? hourly.interpretation : '').not.toContain('all time');
  });

  it('that run are forecast to their end', () => {
    expect(frame('forecast revenue this month')).toMatchObject({
      intent: 'forecast',
      time: { from: '2026-06-18', to: '2026-07-01' },
      horizon: { n: 13, grain: 'day' },
    });
    expect(frame('forecast revenue for 2026')).toMatchObject({
      time: { to: '2027-01-01' },
      horizon: { n: 6, grain: 'month' },
    });
  });

  it('are the same days of a year that is named alone', () => {
    expect(frame('revenue on Easter Monday 2026 compared with 2025')).toMatchObject({
      time: { from: '2026-04-06', to: '2026-04-07' },
      compare: { kind: 'range', from: '2025-04-21', to: '2025-04-22' },
    });
    expect(frame('orders March 2026 vs 2025')).toMatchObject({
      compare: { from: '2025-03-01', to: '2025-04-01' },
    });
  });
});

describe('the worse end', () => {
  it('is that of most, where nobody wants more of it', () => {
    const order = (text: string) => {
      const { order } = frame(text);
      return order[0]?.direction;
    };
    expect(order('worst country by revenue')).toBe('asc');
    expect(order('worst country by refunds')).toBe('desc');
    expect(order('slowest country by waiting time')).toBe('desc');
    expect(order('bottom 3 countries by refunds')).toBe('asc');
  });
});
