import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../linking/index.js';
import { createQuestionParser } from './parser.js';

const catalogue: Catalogue = {
  metrics: [
    {
      name: 'revenue',
      label: 'Revenue',
      unit: 'currency',
      additive: true,
      synonyms: { de: ['Umsatz'] },
    },
    { name: 'orders', label: 'Orders', unit: 'count', additive: true },
  ],
  dimensions: [
    {
      name: 'product.name',
      label: 'Product',
      type: 'string',
      values: [
        'secretA',
        'Kaffeemaschine',
        'Espresso',
        'Silver kettle',
        'Golden kettle',
        'Lampe Nord',
        'Lampe Norm',
        'Model X1',
        'Model X12',
        'Teapot',
        'Line',
        'KXBR',
        'marble_top',
      ],
    },
    {
      name: 'customer.city',
      label: 'City',
      type: 'string',
      values: ['Berlin', 'Hamburg', 'Hannover', 'Marlow', 'Barlow', 'Harlow', 'Castleton'],
    },
    { name: 'location.name', label: 'Shop', type: 'string', values: ['Berlin', 'Castleford'] },
  ],
};

const parser = createQuestionParser(catalogue, {
  now: '2026-11-28T12:00:00Z',
  timeZone: 'UTC',
  weekStart: 'monday',
  fiscalYearStartMonth: 1,
});

/** What a question comes to: the value it took with what it assumed, the values it asks about, or nothing. */
function told(question: string): string {
  const outcome = parser.parse(question);
  if (outcome.kind === 'decline') return `declined: ${outcome.reason}`;
  const valuesOf = (frame: object) =>
    'filters' in frame
      ? (frame.filters as readonly { values: readonly unknown[] }[]).flatMap(({ values }) => values)
      : [];
  if (outcome.kind === 'clarify') {
    const values = outcome.options.flatMap(({ frame }) => valuesOf(frame));
    return `asked: ${[...new Set(values)].sort().join(', ')}`;
  }
  const assumed = outcome.assumptions.filter((text) => /read as|gelesen/.test(text));
  return `took ${valuesOf(outcome.frame).join(', ')}${assumed.length > 0 ? `; ${assumed.join(' ')}` : ''}`;
}

describe('a value that is only near to what is known', () => {
  it.each([
    // names that somebody made up: each character tells
    ['revenue of secretB', 'asked: secretA'],
    ['revenue of secretb last month', 'asked: secretA'],
    ['revenue of secretC by city', 'asked: secretA'],
    ['revenue of sectetA', 'asked: secretA'],
    ['Umsatz von secretB letzten Monat', 'asked: secretA'],
    ['orders of secretAB', 'asked: secretA'],
    ['revenue of marbel_top', 'asked: marble_top'],
    ['revenue of KXRB', 'asked: KXBR'],
    // one character tells two known values apart
    ['revenue of Lampe Norrd', 'asked: Lampe Nord, Lampe Norm'],
    ['Umsatz von Lampe Norrm', 'asked: Lampe Nord, Lampe Norm'],
    ['revenue in Marloww', 'asked: Barlow, Harlow, Marlow'],
    ['revenue in Barlwo', 'asked: Barlow, Harlow, Marlow'],
    // the name is that of a city and of a shop
    ['revenue in Berlni', 'asked: Berlin'],
    ['revenue in Berrlin last week', 'asked: Berlin'],
    // digits and single letters are never mended
    ['revenue of Model X2', 'declined: unknown_value'],
    ['revenue of Model X11', 'declined: unknown_value'],
    ['revenue of Line B', 'declined: unknown_value'],
    ['revenue of Model Y1', 'declined: unknown_value'],
    ['revenue of Espresso 3 last month', 'declined: unknown_value'],
    ['Umsatz Espresso 4 letzten Monat', 'declined: unknown_value'],
    ['revenue of Espresso for the last 3 months', 'took Espresso'],
    ['revenue in Hamburg 2025', 'took Hamburg'],
    // a slip of a word is mended, and said
    ['revenue of Espreso', 'took Espresso; “Espreso” was read as Espresso.'],
    ['revenue of esprsso', 'took Espresso; “esprsso” was read as Espresso.'],
    [
      'Umsatz von Kaffeemaschiene',
      'took Kaffeemaschine; „Kaffeemaschiene“ wurde als Kaffeemaschine gelesen.',
    ],
    [
      'Umsatz von Kafeemaschine',
      'took Kaffeemaschine; „Kafeemaschine“ wurde als Kaffeemaschine gelesen.',
    ],
    ['revenue in Hambrug', 'took Hamburg; “Hambrug” was read as Hamburg.'],
    ['orders in Hanover', 'took Hannover'],
    ['revenue of silver ketle', 'took Silver kettle; “silver ketle” was read as Silver kettle.'],
    ['revenue of goldn kettle', 'took Golden kettle; “goldn kettle” was read as Golden kettle.'],
    ['revenue of teapott', 'took Teapot; “teapott” was read as Teapot.'],
    // as they stand
    ['revenue of secretA', 'took secretA'],
    ['revenue of secreta', 'took secretA'],
    ['revenue in Marlow', 'took Marlow'],
    ['revenue of Model X12', 'took Model X12'],
    ['revenue of lampe nord', 'took Lampe Nord'],
    // nothing is near
    ['revenue of umbrellas', 'declined: unknown_value'],
  ])('%s', (question, expected) => {
    expect(told(question)).toBe(expected);
  });

  it('is offered in the place of what is not known', () => {
    const offered = (question: string) => {
      const outcome = parser.parse(question);
      return outcome.kind === 'decline' ? outcome.suggestions[0] : outcome.kind;
    };
    expect(offered('revenue of Model X2 last month')).toBe('revenue of Model X1 last month');
    // the 3 may be what tells it apart: no question is offered without it
    expect(offered('revenue of Espresso 3 last month')).not.toContain('Espresso last');
    expect(offered('revenue of bronze kettle')).toMatch(/revenue of (Silver|Golden) kettle/);
  });

  it('is asked about in a follow-up too', () => {
    const previous = parser.parse('revenue of Espresso last month');
    if (previous.kind !== 'answer') throw new Error('the first question is answered');
    const next = parser.parse('and for secretB?', { previous });
    expect(next).toMatchObject({ kind: 'clarify', options: [{ frame: { metrics: ['revenue'] } }] });
  });

  it('is a frame to choose, of the whole question', () => {
    const outcome = parser.parse('revenue of secretB by city last month');
    if (outcome.kind !== 'clarify') throw new Error('it is asked back');
    expect(outcome.question).toBe('What do you mean by “secretB”?');
    expect(outcome.options).toHaveLength(1);
    expect(outcome.options[0]?.frame).toMatchObject({
      metrics: ['revenue'],
      dimensions: ['customer.city'],
      filters: [{ dimension: 'product.name', operator: 'equals', values: ['secretA'] }],
      time: { from: '2026-10-01', to: '2026-11-01' },
    });
  });
});
