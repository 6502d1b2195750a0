import { describe, expect, it } from 'vitest';
import type { RowsLink } from './picked.js';
import { drillInput } from './question.js';
import { parseRows, printRows } from './rows-link.js';

const links: readonly RowsLink[] = [
  { x: 'revenue', f: [] },
  { x: '= revenue / orders', f: [{ dimension: 'channel', operator: 'equals', values: ['a;b'] }] },
  { x: 'revenue', f: [], s: ['2026-05-04', '2026-05-05'] },
  { x: 'revenue', f: [], d: ['order', 20, 50.5] },
  { x: 'revenue', f: [], d: ['order', -100, -50] },
  { x: 'orders', f: [], d: ['customer', undefined, 1e-7] },
  { x: 'orders', f: [], d: ['customer', 3, undefined] },
];

describe('a link to what is behind a value', () => {
  it.each(links)('is read as it was written: %o', (link) => {
    expect(parseRows(printRows(link))).toEqual(link);
  });

  it('that somebody cut or made up leads nowhere wrong', () => {
    expect(parseRows(undefined)).toBeUndefined();
    expect(parseRows('')).toBeUndefined();
    expect(parseRows('revenue;%')).toBeUndefined();
    expect(parseRows('revenue;planet%3D1..2')?.d).toBeUndefined();
  });
});

describe('a column of a distribution', () => {
  const scope = {
    period: { kind: 'default' },
    compare: 'none',
    grain: 'auto',
    filters: [],
  } as const;
  const model = { metrics: [], dimensions: [] };

  it('is asked for by its ends, an outermost one as far as values go', () => {
    const ask = (column: RowsLink['d']) =>
      drillInput({ metric: 'revenue', filters: [], column }, scope, model);
    expect(ask(['order', 20, 50])).toMatchObject({
      per: 'order',
      thresholds: [
        { operator: 'gte', value: 20 },
        { operator: 'lt', value: 50 },
      ],
    });
    expect(ask(['customer', undefined, 5])).toMatchObject({
      per: 'customer',
      thresholds: [{ operator: 'lt', value: 5 }],
    });
    expect(ask(undefined)).not.toHaveProperty('per');
  });
});
