import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../linking/index.js';
import { bookshop, inJune } from '../testing/example-catalogue.js';
import { createQuestionParser, type QuestionParser } from './parser.js';

/** A shop whose catalogue knows its products and which days are of a weekend. */
const shop: Catalogue = {
  currency: 'EUR',
  metrics: [
    { name: 'revenue', label: 'Revenue', unit: 'EUR', additive: true },
    { name: 'units', label: 'Units', unit: 'count', additive: true, synonyms: { de: ['Stück'] } },
    { name: 'ad_spend', label: 'Advertising spend', unit: 'EUR', additive: true },
    { name: 'tax', label: 'Tax', unit: 'EUR', additive: true },
    { name: 'stock', label: 'Stock on hand', unit: 'count', additive: false },
  ],
  dimensions: [
    { name: 'product', label: 'Product', type: 'string', values: ['Teapot', 'Cup'] },
    { name: 'device', label: 'Device', type: 'string', values: ['mobile', 'desktop'] },
    { name: 'channel', label: 'Channel', type: 'string', values: ['web', 'branch'] },
    {
      name: 'category',
      label: 'Category',
      type: 'string',
      values: ['Home textiles', 'Pots & planters', 'Garden tools', 'Garden seats'],
    },
    { name: 'promotion', label: 'Promotion', type: 'string', values: ['Summer sale', 'Welcome'] },
    { name: 'range', label: 'Range', type: 'string', values: ['Winter 2025', 'Basics'] },
    {
      name: 'weekend',
      label: 'Weekend',
      type: 'string',
      calendar: 'weekend',
      values: ['Monday to Friday', 'Weekend'],
    },
  ],
  studies: {
    acts: [{ name: 'order.placed', label: 'Order placed', synonyms: { en: ['order', 'orders'] } }],
    way: ['order.placed'],
    order: { act: 'order.placed', metric: 'revenue', count: 'units', discount: 'revenue' },
    items: { product: 'product', category: 'category', brand: 'range' },
    segments: [],
    columns: [],
    goals: [],
    ofCustomer: [],
  },
};
const parser = createQuestionParser(shop, inJune);

function frameOf(of: QuestionParser, question: string) {
  const outcome = of.parse(question);
  if (outcome.kind !== 'answer') throw new Error(`${question}: ${JSON.stringify(outcome)}`);
  const { frame, assumptions } = outcome;
  return { frame: { ...frame, time: frame.time && { ...frame.time, label: '' } }, assumptions };
}

const said = {
  en: ['pls', 'I mean', 'actually', 'honestly', 'so far', 'gonna', 'if possible', 'basically'],
  de: ['bitte', 'eigentlich', 'halt', 'mal', 'wenn möglich', 'tatsächlich', 'ich meine', 'eben'],
} as const;
const values = ['Germany', 'France', 'Crime', 'Poetry', 'Lyon'];

describe('a word that means nothing', () => {
  const books = createQuestionParser(bookshop, inJune);
  const place = fc.nat({ max: 4 });
  for (const language of ['en', 'de'] as const) {
    it(`changes no question, wherever it stands (${language})`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...said[language]),
          fc.constantFrom(...values),
          place,
          (word, value, at) => {
            const parts =
              language === 'en'
                ? ['revenue', 'by customer', `for ${value}`, 'last month']
                : ['Umsatz', 'nach Customer', `für ${value}`, 'letzten Monat'];
            const question = [...parts.slice(0, at), word, ...parts.slice(at)].join(' ');
            expect(frameOf(books, question).frame, question).toEqual(
              frameOf(books, parts.join(' ')).frame,
            );
          },
        ),
        { numRuns: 80 },
      );
    });
  }

  it('is none of those that could', () => {
    // "in store" may be a channel, and "season" is no slip of "session"
    for (const word of [
      'in store',
      'per season',
      'zorblax',
      'never',
      'median',
      'excess',
      'left',
      'gross',
      'didnt',
    ])
      for (const question of [`${word} revenue last month`, `revenue by customer ${word}`])
        expect(books.parse(question).kind, question).not.toBe('answer');
  });
});

describe('everyday words', () => {
  it.each([
    ['ads last month', 'ad_spend'],
    ['what did we spend on ads last month', 'ad_spend'],
    ['Werbung letzten Monat', 'ad_spend'],
    ['VAT last month', 'tax'],
    ['MwSt letzten Monat', 'tax'],
    ['takings last month', 'revenue'],
    ['was haben wir letzten Monat umgesetzt', 'revenue'],
    ['units left by product', 'stock'],
    ['wie viel ist noch auf Lager', 'stock'],
  ])('%s is of %s', (question, metric) => {
    expect(frameOf(parser, question).frame.metrics).toEqual([metric]);
  });

  it.each([
    ['revenue on phones', 'device', 'mobile'],
    ['Umsatz per Handy', 'device', 'mobile'],
    ['revenue in the webshop', 'channel', 'web'],
    ['Umsatz im Onlineshop', 'channel', 'web'],
    ['revenue on weekdays', 'weekend', 'Monday to Friday'],
    ['Umsatz unter der Woche', 'weekend', 'Monday to Friday'],
  ])('%s has %s = %s', (question, dimension, value) => {
    expect(frameOf(parser, question).frame.filters).toEqual([
      { dimension, operator: 'equals', values: [value] },
    ]);
  });

  it('name the product that sells best', () => {
    for (const question of ["what's our best seller", 'whats our best seller', 'top seller'])
      expect(frameOf(parser, question).frame, question).toMatchObject({
        metrics: ['units'],
        dimensions: ['product'],
        order: [{ by: 'units', direction: 'desc' }],
        limit: 1,
      });
  });

  it('name the products of the end that was asked for', () => {
    for (const [question, direction] of [
      ['worst 10 sellers', 'asc'],
      ['top 10 sellers', 'desc'],
    ] as const)
      expect(frameOf(parser, question).frame, question).toMatchObject({
        metrics: ['units'],
        dimensions: ['product'],
        order: [{ by: 'units', direction }],
        limit: 10,
      });
  });

  it('join two conditions with "but"', () => {
    expect(frameOf(parser, 'revenue for Teapot but only web').frame.filters).toEqual([
      { dimension: 'product', operator: 'equals', values: ['Teapot'] },
      { dimension: 'channel', operator: 'equals', values: ['web'] },
    ]);
  });
});

describe('a category', () => {
  it('is called by a word that only it has, which is said', () => {
    for (const [question, value, word] of [
      ['revenue for textiles last month', 'Home textiles', 'textiles'],
      ['planters: units', 'Pots & planters', 'planters'],
    ] as const) {
      const { frame, assumptions } = frameOf(parser, question);
      expect(frame.filters, question).toEqual([
        { dimension: 'category', operator: 'equals', values: [value] },
      ]);
      expect(assumptions, question).toContain(`“${word}” was read as ${value}.`);
    }
  });

  it('is not called by a word of two', () => {
    expect(parser.parse('revenue for garden last month').kind).toBe('decline');
  });
});

it('ranks by the figure that a rank is written with', () => {
  expect(frameOf(parser, 'Zeig mir die 7 umsatzstärksten Produkte').frame).toMatchObject({
    metrics: ['revenue'],
    dimensions: ['product'],
    order: [{ by: 'revenue', direction: 'desc' }],
    limit: 7,
  });
});

it('tells which end the worst of a figure is', () => {
  const costly: Catalogue = {
    ...shop,
    metrics: [
      { name: 'refund_rate', label: 'Refund rate', unit: 'ratio', polarity: 'down_good' },
      ...shop.metrics,
    ],
  };
  const judge = createQuestionParser(costly, inJune);
  for (const [question, by, direction] of [
    ['rank the products by refund rate, worst first', 'refund_rate', 'desc'],
    ['rank the products by revenue, worst first', 'revenue', 'asc'],
    ['rank the products by refund rate, lowest first', 'refund_rate', 'asc'],
  ] as const)
    expect(frameOf(judge, question).frame, question).toMatchObject({ order: [{ by, direction }] });
});

describe('a season', () => {
  it.each([
    ['revenue in spring', '2026-03-01', '2026-06-01'],
    ['revenue last summer', '2025-06-01', '2025-09-01'],
    ['revenue this summer', '2026-06-01', '2026-09-01'],
    ['revenue in autumn 2024', '2024-09-01', '2024-12-01'],
    ['revenue last fall', '2025-09-01', '2025-12-01'],
    ['revenue last winter', '2025-12-01', '2026-03-01'],
    ['revenue since last summer', '2025-06-01', '2026-06-18'],
    ['Umsatz im Frühjahr 2025', '2025-03-01', '2025-06-01'],
    ['Umsatz seit dem Winter', '2025-12-01', '2026-06-18'],
  ])('%s is from %s to %s, and says so', (question, from, to) => {
    const { frame, assumptions } = frameOf(parser, question);
    expect(frame.time).toMatchObject({ from, to });
    expect(assumptions.join(' ')).toContain(`${from} – `.replace('2026-06-18', ''));
  });

  it('is the one before where two of one name are compared', () => {
    const { frame } = frameOf(parser, 'revenue this summer vs last summer');
    expect(frame.time).toMatchObject({ from: '2026-06-01' });
    expect(frame.compare).toMatchObject({ from: '2025-06-01', to: '2025-09-01' });
  });

  it('is no part of a name, and no name is part of it', () => {
    expect(frameOf(parser, 'revenue for Summer sale last month').frame).toMatchObject({
      filters: [{ dimension: 'promotion', operator: 'equals', values: ['Summer sale'] }],
      time: { from: '2026-05-01', to: '2026-06-01' },
    });
    expect(frameOf(parser, 'revenue for Winter 2025').frame.filters).toEqual([
      { dimension: 'range', operator: 'equals', values: ['Winter 2025'] },
    ]);
  });

  it('leaves the verb alone', () => {
    const { frame } = frameOf(parser, 'why did revenue fall last month');
    expect(frame).toMatchObject({ intent: 'explain', time: { from: '2026-05-01' } });
  });
});

it('ends a year where it ends', () => {
  for (const question of ['revenue forecast until year end', 'Prognose Umsatz bis Jahresende'])
    expect(frameOf(parser, question).frame.time, question).toMatchObject({ to: '2027-01-01' });
});
