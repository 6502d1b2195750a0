import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress, printAddress } from '../address/address.js';
import { changePageSearch, parsePageSearch } from '../address/page-search.js';
import { OPERATORS } from '../scope/filters.js';
import { DEFAULT_SCOPE, type Scope } from '../scope/scope.js';
import { formulaLabel, namesIn } from './builder.js';
import {
  type ExploreState,
  exploreSearch,
  PRESENTATIONS,
  RANKINGS,
  THINGS,
  VIEWS,
} from './explore-search.js';
import { groupFilters } from './groups.js';
import { drillInput, knownParts, shownView, trendsInput } from './question.js';
import { parseRows, printRows } from './rows-link.js';

const words = { description: '', synonyms: { en: [], de: [] } };
const model = {
  metrics: ['revenue', 'orders'].map((name) => ({
    ...words,
    name,
    label: name === 'revenue' ? 'Revenue' : 'Orders',
    formula: '',
    unit: 'count' as const,
    polarity: 'up_good' as const,
    additive: true,
    dimensions: ['channel', 'time.weekday', 'time.hour'],
    custom: false,
    part: false,
  })),
  dimensions: [
    { ...words, name: 'channel', label: 'Channel', type: 'string', operators: [...OPERATORS] },
    { ...words, name: 'time.weekday', label: 'Day', type: 'integer', operators: [...OPERATORS] },
    { ...words, name: 'time.hour', label: 'Hour', type: 'integer', operators: [...OPERATORS] },
  ],
};
const empty = parsePageSearch(exploreSearch, {});
const state = (part: Partial<ExploreState>): ExploreState => ({
  ...empty,
  x: ['revenue'],
  ...part,
});
const scope = (part: Partial<Scope> = {}): Scope => ({ ...DEFAULT_SCOPE, ...part });

describe('an exploration in the address', () => {
  it('is read as it was written', () => {
    const some = (texts: readonly string[]) => fc.uniqueArray(fc.constantFrom(...texts));
    const states = fc.record({
      x: some(['revenue', 'orders', '=revenue / orders', '=(a + b) × 2']),
      b: some(['channel', 'time.weekday']),
      as: fc.constantFrom(...VIEWS),
      p: fc.constantFrom(...PRESENTATIONS),
      w: fc.integer({ min: 2, max: 99 }),
      n: fc.integer({ min: 1, max: 99 }),
      by: fc.constantFrom(...RANKINGS),
      wd: fc.boolean(),
      per: fc.constantFrom(...THINGS),
    });
    fc.assert(
      fc.property(states, (given) => {
        const address = printAddress(changePageSearch(exploreSearch, {}, given));
        expect(parsePageSearch(exploreSearch, parseAddress(address.slice(1)))).toEqual(given);
      }),
    );
  });

  it('leaves out what the model does not have', () => {
    const known = knownParts(
      state({ x: ['revenue', 'gone', '=gone / 2'], b: ['gone', 'channel'] }),
      model,
    );
    expect([known.x, known.b]).toEqual([['revenue', '=gone / 2'], ['channel']]);
  });
});

describe('the question of an exploration', () => {
  it('is by time where it is drawn by time', () => {
    expect(trendsInput(state({ b: ['channel'] }), scope({ grain: 'week' }), model)).toEqual({
      metrics: ['revenue'],
      dimensions: ['channel'],
      time: { timeframe: 'last_28_days' },
      grain: 'week',
      compare: 'previous_period',
      top: { n: 8, by: 'value' },
    });
  });

  it('is a table of rows by columns for two parts of a calendar', () => {
    const hours = state({ b: ['time.weekday', 'time.hour'] });
    expect(shownView(hours)).toBe('heat');
    const asked = trendsInput(hours, scope({ compare: 'none' }), model);
    expect(asked).toEqual({
      metrics: ['revenue'],
      dimensions: ['time.weekday'],
      columns: ['time.hour'],
      time: { timeframe: 'last_28_days' },
    });
  });

  it('asks for running totals by time only, and ranks by change only against an earlier span', () => {
    const bars = state({ b: ['channel'], as: 'bar', p: 'cumulative', by: 'rise' });
    const asked = trendsInput(bars, scope({ compare: 'none' }), model);
    expect(asked.presentation).toBeUndefined();
    expect(asked.top).toEqual({ n: 8, by: 'value' });
    expect(trendsInput(bars, scope(), model).top).toEqual({ n: 8, by: 'rise' });
  });

  it('moves the year before so that weekdays meet', () => {
    const yearly = scope({ compare: 'same_period_last_year' });
    expect(trendsInput(state({ wd: true }), yearly, model).compare).toEqual({
      kind: 'same_period_last_year',
      match: 'weekday',
    });
  });

  it('names formulas by their places', () => {
    const { metrics } = trendsInput(state({ x: ['orders', '= revenue / orders'] }), scope(), model);
    expect(metrics).toEqual(['orders', { name: 'formula_2', formula: 'revenue / orders' }]);
    expect(namesIn('=revenue / orders')).toEqual(['revenue', 'orders']);
    expect(formulaLabel('revenue/orders * 2', model.metrics)).toBe('Revenue ÷ Orders × 2');
  });
});

describe('what is behind a value', () => {
  it('is asked for with numbers where dimensions hold numbers, in the span of the bucket', () => {
    const filters = [{ dimension: 'time.weekday', operator: 'equals' as const, values: ['3'] }];
    const mark = { metric: 'revenue', filters, span: { from: '2026-05-01', to: '2026-05-02' } };
    expect(drillInput(mark, scope(), model)).toEqual({
      metric: 'revenue',
      time: { from: '2026-05-01', to: '2026-05-02' },
      filters: [{ dimension: 'time.weekday', operator: 'equals', values: [3] }],
    });
  });

  it('is read from a link as it was written', () => {
    const value = fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.constant(null));
    const filter = fc.record({
      dimension: fc.constantFrom('channel', 'product.name'),
      operator: fc.constantFrom(...OPERATORS),
      values: fc.array(value, { minLength: 1, maxLength: 3 }),
    });
    const links = fc.record(
      {
        x: fc.constantFrom('revenue', '=revenue / orders; 2'),
        f: fc.array(filter, { maxLength: 3 }),
        s: fc.constant(['2026-05-01', '2026-05-02'] as const),
      },
      { requiredKeys: ['x', 'f'] },
    );
    fc.assert(
      fc.property(links, (link) => {
        expect(parseRows(printRows(link))).toEqual(link);
      }),
    );
    for (const wrong of [undefined, '', ';', 'revenue;;nonsense', '%E0%A4%A']) {
      expect(parseRows(wrong)).toBeUndefined();
    }
  });

  it('holds of all others what holds of none that is named', () => {
    const group = (value: string | null) => ({ kind: 'group' as const, key: [value] });
    const others = { kind: 'others' as const, key: [null] };
    const all = [group('web'), group(null), others];
    expect(groupFilters(group(null), all, ['channel'])).toEqual([
      { dimension: 'channel', operator: 'equals', values: [null] },
    ]);
    expect(groupFilters(others, all, ['channel'])).toEqual([
      { dimension: 'channel', operator: 'not_equals', values: ['web', null] },
    ]);
    expect(groupFilters(others, all, ['channel', 'time.hour'])).toBeUndefined();
  });
});
