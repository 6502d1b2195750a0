import { describe, expect, it } from 'vitest';
import { oneOf, texts } from '../../address/page-search.js';
import { DEFAULT_SCOPE } from '../../scope/scope.js';
import { addressOfOrigin, originOf } from './origin.js';

const page = { search: { s: texts(), tab: oneOf(['a', 'b'], 'a') } };
const filter = { dimension: 'channel', operator: 'equals', values: ['web'] } as const;

describe('where a tile comes from', () => {
  it('is its page with what that keeps and looks at, and nothing else of the address', () => {
    const address = { t: 'shop', s: ['one', 'two'], tab: 'b', d: 'people:1', other: 'x' };
    const period = { kind: 'timeframe', timeframe: 'last_90_days' } as const;
    const scope = { ...DEFAULT_SCOPE, period, filters: [filter] };
    expect(originOf('/funnels', address, page, scope)).toEqual({
      path: '/funnels',
      search: {
        s: ['one', 'two'],
        tab: 'b',
        r: 'last_90_days',
        c: 'previous_period',
        f: ['channel:equals:web'],
      },
    });
  });

  it('leaves a period open that nobody chose', () => {
    expect(originOf('/funnels', {}, page, DEFAULT_SCOPE).search).toEqual({ c: 'previous_period' });
  });
});

describe('the way back from a dashboard', () => {
  const opens = {
    path: '/retention',
    search: { tab: 'b', r: 'last_12_months', f: ['channel:equals:web'] },
  };
  const around = { r: 'last_7_days', c: 'none', f: ['customer.country:equals:DE'], t: 'shop' };

  it('takes the dashboard’s period where the tile follows it, and the filters of both', () => {
    expect(addressOfOrigin(opens, {}, around)).toMatchObject({
      tab: 'b',
      r: 'last_7_days',
      c: 'none',
      f: ['channel:equals:web', 'customer.country:equals:DE'],
    });
  });

  it('keeps the tile’s own period and filters where it does not', () => {
    const own = addressOfOrigin(opens, { time: false, filters: false }, around);
    expect(own).toMatchObject({ r: 'last_12_months', f: ['channel:equals:web'] });
    expect(own.c).toBeUndefined();
  });
});
