import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../linking/index.js';
import { inJune } from '../testing/example-catalogue.js';
import type { Answer } from './frame/outcome.js';
import { createQuestionParser } from './parser.js';

const count = (name: string, label: string, de: string, en: readonly string[] = []) => ({
  name,
  label,
  unit: 'count',
  synonyms: { en, de: [de] },
});
const money = (name: string, label: string, de: string) => ({
  name,
  label,
  unit: 'currency',
  additive: true,
  synonyms: { de: [de] },
});
const text = (name: string, label: string, de: string, values: readonly string[]) => ({
  name,
  label,
  type: 'string' as const,
  values,
  synonyms: { de: [de] },
});

const bakery: Catalogue = {
  currency: 'EUR',
  metrics: [
    money('revenue', 'Revenue', 'Umsatz'),
    count('orders', 'Orders', 'Bestellungen'),
    count('customers', 'Customers', 'Kunden', ['shoppers']),
    count('new_customers', 'New customers', 'Neukunden'),
    count('returning_customers', 'Returning customers', 'Bestandskunden'),
    count('units', 'Units', 'Stück', ['units sold']),
    count('sessions', 'Sessions', 'Besuche', ['visits']),
    count('visitors', 'Visitors', 'Besucher'),
    money('gross_sales', 'Gross sales', 'Bruttoumsatz'),
    money('refunds', 'Refunds', 'Erstattungen'),
    money('discounts', 'Discounts', 'Rabatte'),
    money('lost_amount', 'Cancelled amount', 'stornierter Betrag'),
    count('cancellations', 'Cancellations', 'Stornierungen', ['cancelled orders']),
    { ...count('stock', 'Stock on hand', 'Lagerbestand'), additive: false },
  ],
  dimensions: [
    text('product.name', 'Product', 'Produkt', [
      'Rye loaf, dark',
      'Seeded spelt roll',
      'Apple tart',
      'Plum tart',
    ]),
    text('product.category', 'Category', 'Kategorie', ['Bread & rolls', 'Sweet things']),
    text('product.brand', 'Brand', 'Marke', ['Ofenglut', 'Mehlwerk']),
    {
      ...text('location.name', 'Location', 'Filiale', ['Cologne Ehrenfeld', 'Vienna Neubau']),
      synonyms: { en: ['store', 'shop'], de: ['Filiale', 'Laden'] },
    },
    text('location.city', 'Location city', 'Stadt der Filiale', ['Cologne', 'Vienna']),
    {
      ...text('customer.key', 'Customer', 'Kunde', []),
      synonyms: { en: ['customer'], de: ['Kunde'] },
    },
    text('customer.city', 'City', 'Stadt', ['Cologne', 'Vienna', 'Munich']),
    text('customer.country', 'Country', 'Land', ['DE', 'AT']),
    { ...text('channel', 'Channel', 'Kanal', ['web', 'store']) },
  ],
  studies: {
    acts: [
      {
        name: 'order.placed',
        label: 'Order placed',
        synonyms: {
          en: ['order', 'orders', 'bought', 'buy'],
          de: ['Bestellung', 'Bestellungen', 'bestellt'],
        },
      },
    ],
    way: ['order.placed'],
    order: {
      act: 'order.placed',
      metric: 'revenue',
      count: 'orders',
      discount: 'discounts',
      undone: { 'order.refunded': 'refunds', 'order.cancelled': 'lost_amount' },
    },
    items: { product: 'product.name', category: 'product.category', brand: 'product.brand' },
    segments: [],
    columns: [],
    goals: [],
    ofCustomer: ['customer.country', 'customer.city'],
  },
};
const parser = createQuestionParser(bakery, inJune);

function answerOf(question: string): Answer {
  const outcome = parser.parse(question);
  if (outcome.kind !== 'answer') throw new Error(`${question}: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** What a question was read as: its metrics, breakdowns and filters. */
function readAs(question: string): string {
  const outcome = parser.parse(question);
  if (outcome.kind !== 'answer') return outcome.kind;
  const { metrics, dimensions, filters, ratio, study, intent } = outcome.frame;
  if (intent === 'study')
    return `study ${study?.kind} ${study?.kind === 'orders' ? study.metric : ''}`.trim();
  const measured =
    ratio === null || ratio === undefined
      ? metrics.join(' ')
      : `${ratio.numerator.metric} / ${ratio.denominator.metric}`;
  const kept = filters.map(
    ({ dimension, operator, values }) => `${dimension} ${operator} ${values.join(' ')}`,
  );
  return [measured, ...dimensions.map((name) => `by ${name}`), ...kept].join(', ');
}

describe('a verb in the place of a measure', () => {
  it.each([
    ['how much did we take yesterday', 'revenue'],
    ['how much did we bring in last week', 'revenue'],
    ['how much money did we give back in May', 'refunds'],
    ['what did we hand back in refunds last month', 'refunds'],
    ['how much was refunded last week', 'refunds'],
    ['how many people visited the website last week', 'visitors'],
    ['how many signed up last week', 'new_customers'],
    ['how many customers signed up last month', 'new_customers'],
    ['how many people bought something yesterday', 'customers'],
    ['how many apple tarts are left', 'stock, product.name equals Apple tart'],
    ['what percentage of gross sales did we give away as discounts', 'discounts / gross_sales'],
    [
      'what did customers in Munich order last month',
      'units, by product.name, customer.city equals Munich',
    ],
    ['which brand earned the most', 'revenue, by product.brand'],
    ['how much did we lose to refunds in May', 'refunds'],
    ['wie viel haben wir durch Erstattungen verloren', 'refunds'],
    ['wie viel haben wir gestern eingenommen', 'revenue'],
    ['wie viel nahmen wir gestern ein', 'revenue'],
    ['wie viel haben wir im Mai zurückgezahlt', 'refunds'],
    ['Wie viel Geld haben wir letzten Monat erstattet', 'refunds'],
    ['wie viele haben sich letzte Woche angemeldet', 'new_customers'],
    ['wie viele neue Kunden kamen letzte Woche dazu', 'new_customers'],
    ['wie viele Leute haben letzte Woche bestellt', 'customers'],
    ['welche Produkte gehen uns bald aus', 'stock, by product.name'],
  ])('%s', (question, expected) => {
    expect(readAs(question)).toBe(expected);
  });

  it.each([
    // who visited, joined or was refunded is no count of customers, orders or revenue
    'how many customers visited the store',
    'revenue of customers who joined in May',
    'how many orders were refunded',
  ])('is not passed over beside another measure: %s', (question) => {
    expect(readAs(question)).not.toMatch(/^(?:customers|revenue|orders)\b/);
  });

  it('is said when it was taken for a measure', () => {
    expect(answerOf('how much did we take yesterday').assumptions).toContain(
      '“take” was taken to mean Revenue.',
    );
  });
});

describe('a word that can change nothing', () => {
  it.each([
    ['revenue last month, whatsoever', ['No notice was taken of “whatsoever”.']],
    [
      'so what, honestly, do you think is the revenue last month',
      ['No notice was taken of “think”.'],
    ],
    ['Wie viel Umsatz hatten wir denn sowieso letzten Monat', ['Nicht berücksichtigt: „sowieso“.']],
  ])('%s', (question, expected) => {
    const { frame, assumptions } = answerOf(question);
    const plain = answerOf('revenue last month').frame;
    expect({ ...frame, time: null }).toEqual({ ...plain, time: null });
    expect([frame.time?.from, frame.time?.to]).toEqual([plain.time?.from, plain.time?.to]);
    expect(assumptions).toEqual(expected);
  });

  it('is none that restricts, denies, counts, dates or groups', () => {
    for (const word of 'wholesale nearly internationally unpaid digital hardly barely mostly separately half twice frozen loyal express vegan Ludwig backordered overdue early privately'.split(
      ' ',
    ))
      for (const question of [`${word} revenue last month`, `revenue last month ${word}`])
        expect(parser.parse(question).kind, question).not.toBe('answer');
    for (const word of 'unbezahlte teilweise fast kaum nie halbe digitale vegane doppelt überfällige'.split(
      ' ',
    ))
      for (const question of [`${word} Umsatz letzten Monat`, `Umsatz letzten Monat ${word}`])
        expect(parser.parse(question, { locale: 'de' }).kind, question).not.toBe('answer');
  });

  it('leaves out a clause of what the answer is for, and says so', () => {
    const { frame, assumptions } = answerOf(
      'revenue by brand last month? I want to plan the next flyer',
    );
    expect(frame).toEqual(answerOf('revenue by brand last month').frame);
    expect(assumptions).toContain('No notice was taken of “I want to plan the next flyer”.');
    // wanting to see something is the question itself
    expect(readAs('revenue by brand last month, I want to see only Ofenglut')).not.toBe(
      'revenue, by product.brand',
    );
  });

  it('stands anywhere without changing a frame', () => {
    const words = ['still', 'honestly', 'basically', 'you know', 'really', 'actually', 'please'];
    const questions = [
      'revenue in Munich last month',
      'orders by brand in May',
      'top 2 products by revenue this year',
      'refunds of Ofenglut yesterday',
      'how much did we take last week',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...questions),
        fc.constantFrom(...words),
        fc.boolean(),
        (question, word, first) => {
          const with_ = first ? `${word}, ${question}` : `${question}, ${word}`;
          expect(answerOf(with_).frame).toEqual(answerOf(question).frame);
        },
      ),
    );
  });
});

describe('names of values', () => {
  it.each([
    ['Umsatz in München', 'revenue, customer.city equals Munich'],
    ['Umsatz der Münchner Kunden', 'revenue, customer.city equals Munich'],
    ['revenue in the Cologne store', 'revenue, location.city equals Cologne'],
    ['Umsatz Kölner Filiale', 'revenue, location.city equals Cologne'],
    ['Umsatz im Wiener Laden', 'revenue, location.city equals Vienna'],
    ['orders in the Ehrenfeld shop', 'orders, location.name equals Cologne Ehrenfeld'],
    ['revenue from Cologne customers', 'revenue, customer.city equals Cologne'],
    ['revenue from Austrian customers', 'revenue, customer.country equals AT'],
    ['Umsatz in Österreich', 'revenue, customer.country equals AT'],
    ['chiffre d’affaires en Autriche', 'revenue, customer.country equals AT'],
    ['revenue of spelt rolls', 'revenue, product.name equals Seeded spelt roll'],
    ['revenue of rye loaves', 'decline'],
    // two tarts: neither is meant for sure
    ['revenue of tarts', 'decline'],
  ])('%s', (question, expected) => {
    expect(readAs(question)).toBe(expected);
  });

  it('makes one more filter of one more value', () => {
    const values = [
      'in Munich',
      'in the Cologne store',
      'of Ofenglut',
      'from Austrian customers',
      'in the app of Mehlwerk'.slice(11),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom('revenue', 'orders', 'refunds'),
        fc.constantFrom(...values),
        (metric, value) => {
          const { frame } = answerOf(`${metric} ${value} last month`);
          expect(frame.filters).toHaveLength(1);
          expect(frame.metrics).toEqual([metric]);
          expect({ ...frame, filters: [] }).toEqual(answerOf(`${metric} last month`).frame);
        },
      ),
    );
  });
});

describe('what was read as something else', () => {
  it('lists single orders when they are asked for, and counts when a number is', () => {
    expect(readAs('list the cancelled orders from this week')).toBe('study orders lost_amount');
    expect(readAs('which cancellations did we have last week')).toBe('study orders lost_amount');
    expect(readAs('Liste der Stornos')).toBe('study orders lost_amount');
    expect(readAs('show me the refunded orders')).toBe('study orders refunds');
    expect(readAs('Zeig mir die erstatteten Bestellungen vom Mai')).toBe('study orders refunds');
    expect(readAs('how many cancelled orders this week')).toBe('cancellations');
    expect(readAs('list cancellations by category')).toBe('cancellations, by product.category');
    expect(readAs('which category had the most refunds')).toBe('refunds, by product.category');
  });

  it('takes the customers of "an den Kunden" for the whole and for no breakdown', () => {
    expect(readAs('Wie hoch ist der Anteil der Bestandskunden an den Kunden pro Monat')).toBe(
      'returning_customers / customers',
    );
    expect(readAs('share of returning customers among all customers')).toBe(
      'returning_customers / customers',
    );
    expect(readAs('share of revenue by brand')).toBe('revenue, by product.brand');
  });

  it('compares a named day with the same named day', () => {
    // Easter Monday: 6 April 2026 and 21 April 2025
    for (const question of [
      'revenue Easter Monday this year against last year',
      'revenue on Easter Monday compared with last year',
      'Umsatz Ostermontag dieses Jahr gegen letztes Jahr',
    ]) {
      const { frame } = answerOf(question);
      expect([frame.time?.from, frame.time?.to], question).toEqual(['2026-04-06', '2026-04-07']);
      expect(frame.compare, question).toMatchObject({ from: '2025-04-21', to: '2025-04-22' });
    }
  });

  it('finds no measure or breakdown by a question word', () => {
    expect(readAs('whats our best seller')).toBe('units, by product.name');
  });

  it('takes what orders come to where something is ranked or compared without a measure', () => {
    const { frame, assumptions } = answerOf('top cities outside Germany');
    expect(frame.metrics).toEqual(['revenue']);
    expect(assumptions).toContain('“top cities outside Germany” was taken to mean Revenue.');
    expect(readAs('Ofenglut in May')).toBe('clarify');
  });
});
