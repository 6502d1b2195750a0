import { describe, expect, it } from 'vitest';
import { bookshop, inJune } from '../../testing/example-catalogue.js';
import { createQuestionParser } from '../index.js';

const parser = createQuestionParser(
  {
    ...bookshop,
    dimensions: [
      ...bookshop.dimensions,
      { name: 'product', label: 'Product', type: 'string', values: ['Blue Mug', 'Red Mug'] },
    ],
  },
  inJune,
);

describe('a command', () => {
  it.each([
    [
      'create an order for 3 blue mugs for Anna Schmidt',
      'create_order',
      { numbers: [3], products: ['Blue Mug'], customers: ['Anna Schmidt'] },
    ],
    ['search customer John Smith', 'search_customers', { customers: ['John Smith'] }],
    ['find customer anna@example.com', 'search_customers', { customers: ['anna@example.com'] }],
    [
      'update stock of Blue Mug to 50',
      'update_inventory',
      { numbers: [50], products: ['Blue Mug'] },
    ],
    [
      'Bestand von Red Mug auf 50 setzen',
      'update_inventory',
      { numbers: [50], products: ['Red Mug'] },
    ],
    [
      'generate a sales report for last month',
      'generate_report',
      { dates: [{ from: '2026-05-01', to: '2026-06-01' }] },
    ],
    ['open the dashboard', 'view_analytics', {}],
    [
      'crée une commande de 2 Red Mug pour Jean Dupont',
      'create_order',
      { numbers: [2], products: ['Red Mug'], customers: ['Jean Dupont'] },
    ],
  ])('is proposed with what it names: %s', (text, type, entities) => {
    expect(parser.parse(text)).toMatchObject({
      kind: 'answer',
      frame: { intent: 'command', command: { type, entities } },
    });
  });

  it('says what is still missing', () => {
    const outcome = parser.parse('create an order for Anna Schmidt');
    expect(outcome).toMatchObject({ kind: 'answer', missing: ['products', 'numbers'] });
    if (outcome.kind === 'answer')
      expect(outcome.interpretation).toContain('Still missing: product, quantity');
  });

  it('is not seen in a question', () => {
    expect(parser.parse('find customers with the most orders')).toMatchObject({
      frame: { intent: 'query' },
    });
    expect(parser.parse('show orders last month')).toMatchObject({ frame: { intent: 'query' } });
  });
});
