import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress, printAddress, textAt, withoutKeys } from './address.js';
import {
  changePageSearch,
  flag,
  oneOf,
  parsePageSearch,
  text,
  texts,
  whole,
} from './page-search.js';

const page = {
  m: text(),
  v: oneOf(['chart', 'table'], 'chart'),
  only: flag(),
  page: whole(1, 1),
  tag: texts(),
};

describe('an address', () => {
  it('reads what it writes, keys that are there several times included', () => {
    const value = fc.string({ minLength: 1, maxLength: 10, unit: 'grapheme' });
    const address = fc.dictionary(
      fc.stringMatching(/^[a-z_]{1,6}$/),
      fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 3 })),
    );
    fc.assert(
      fc.property(address, (one) => {
        expect(parseAddress(printAddress(one))).toEqual({ ...one });
      }),
    );
  });

  it('is plain: no quotes, no JSON, nothing for what is empty', () => {
    expect(printAddress({ r: 'today', f: ['a', 'b'], m: '', x: undefined, n: 3 })).toBe(
      '?r=today&f=a&f=b',
    );
    expect(printAddress({})).toBe('');
    expect(parseAddress('?r=today&m=')).toEqual({ r: 'today' });
    expect(textAt(parseAddress('?f=a&f=b'), 'f')).toBe('a');
    expect(withoutKeys({ a: '1', b: '2' }, ['b'])).toEqual({ a: '1' });
  });
});

describe("a page's own state", () => {
  it('falls back on its defaults for what is missing or not understood', () => {
    expect(parsePageSearch(page, { v: 'pie', page: '0', only: 'yes' })).toEqual({
      m: undefined,
      v: 'chart',
      only: false,
      page: 1,
      tag: [],
    });
  });

  it('changes its own keys and leaves all others alone', () => {
    const before = { r: 'today', utm_source: 'mail', v: 'table', page: '4' };
    const after = changePageSearch(page, before, { v: 'chart', m: 'orders', tag: ['a', 'b'] });
    expect(after).toEqual({
      r: 'today',
      utm_source: 'mail',
      page: '4',
      m: 'orders',
      tag: ['a', 'b'],
    });
    expect(changePageSearch(page, after, { m: undefined, tag: ['a'] })).toEqual({
      r: 'today',
      utm_source: 'mail',
      page: '4',
      tag: 'a',
    });
  });

  it('reads the state that it writes', () => {
    const state = fc.record({
      m: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      v: fc.constantFrom('chart' as const, 'table' as const),
      only: fc.boolean(),
      page: fc.integer({ min: 1, max: 1e6 }),
      tag: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(state, (one) => {
        expect(parsePageSearch(page, changePageSearch(page, {}, one))).toEqual(one);
      }),
    );
  });
});
