import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { defineTenantQuery, dependsOn, type Ledgers } from './tenant-query.js';

const query = (name: string, ledgers: Ledgers) =>
  defineTenantQuery({
    name,
    ledgers,
    fetch: async (tenant, request: string) => `${tenant} ${request}`,
  });

describe('queries of a tenant', () => {
  const sales = query('sales-of', ['sales', 'refunds']);
  const all = query('all', 'any');
  const settings = query('settings', []);

  const outdated = async (tenantId: string, changed: Ledgers) => {
    const client = new QueryClient();
    for (const one of [sales, all, settings]) {
      for (const tenant of ['a', 'b']) await client.fetchQuery(one.options(tenant, 'r'));
    }
    await client.fetchQuery({ queryKey: ['session'], queryFn: () => 'session' });
    await client.invalidateQueries({ predicate: (one) => dependsOn(one, tenantId, changed) });
    return client
      .getQueryCache()
      .findAll({ predicate: ({ state }) => state.isInvalidated })
      .map(({ queryKey }) => queryKey.slice(1, 3).join(' '));
  };

  it('are outdated by changes of their ledgers, and of their tenant alone', async () => {
    expect(await outdated('a', ['sales'])).toEqual(['a sales-of', 'a all']);
    expect(await outdated('b', ['stock'])).toEqual(['b all']);
    expect(await outdated('a', 'any')).toEqual(['a sales-of', 'a all']);
    expect(await outdated('c', 'any')).toEqual([]);
  });

  it('have one key for all their requests and one for each', () => {
    expect(all.key('a')).toEqual(['tenant', 'a', 'all']);
    expect(all.key('a', 'r')).toEqual(['tenant', 'a', 'all', 'r']);
    expect(all.options('a', 'r').queryKey).toEqual(all.key('a', 'r'));
  });
});
