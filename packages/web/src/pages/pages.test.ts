import type { SessionTenant } from '@olympus/sdk';
import { Home } from 'lucide-react';
import { describe, expect, it } from 'vitest';
import { text } from '../address/page-search.js';
import { definePage, type Page } from './define-page.js';
import { acrossPages, acrossTenants, checkPages, navigationOf, pages } from './registry.js';

const page = (of: Partial<Page>): Page =>
  definePage({
    path: '/x',
    title: { en: 'X', de: 'X' },
    group: 'data',
    icon: Home,
    order: 1,
    permissions: ['audit:read'],
    search: { own: text() },
    load: () => Promise.reject(new Error('not loaded here')),
    ...of,
  });

const tenant = (of: Partial<SessionTenant>): SessionTenant => ({
  id: 'shop',
  name: 'Shop',
  role: 'viewer',
  permissions: [],
  time_zone: 'UTC',
  currency: 'EUR',
  locale: 'en',
  week_start: 'monday',
  demo: false,
  ...of,
});

describe('pages', () => {
  it('are found by their files, in the order of the navigation', () => {
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['/ask', '/']));
    expect(pages.findIndex(({ path }) => path === '/ask')).toBeLessThan(
      pages.findIndex(({ path }) => path === '/'),
    );
    expect(pages.some(({ path }) => path === '/parts')).toBe(false);
  });

  it('claim a path and a shortcut each, and belong to pages that there are', () => {
    expect(() => checkPages([page({}), page({})])).toThrow('claimed by two pages');
    expect(() =>
      checkPages([page({ shortcut: 'g x' }), page({ path: '/y', shortcut: 'g x' })]),
    ).toThrow('g x');
    expect(() => checkPages([page({ parent: '/nowhere' })])).toThrow('which is no page');
    expect(() => page({ path: 'x' })).toThrow('slash');
    expect(() => page({ shortcut: 'g xy' })).toThrow('one key');
  });

  it('are in the navigation for who may open them, and not at all for others', () => {
    const all = [
      page({}),
      page({ path: '/x/$id', parent: '/x' }),
      page({ path: '/free', permissions: [] }),
    ];
    const shown = (of: Partial<SessionTenant>) =>
      navigationOf(all, tenant(of)).flatMap((group) => group.pages.map(({ path }) => path));
    expect(shown({ permissions: ['audit:read', 'keys:admin'] })).toEqual(['/x', '/free']);
    expect(shown({ permissions: ['keys:admin'] })).toEqual(['/free']);
    expect(navigationOf(all, undefined).flatMap((group) => group.pages)).toHaveLength(1);
  });

  it('keep their own part of the address to themselves', () => {
    const address = {
      r: 'today',
      f: 'a:equals:b',
      q: 'revenue',
      m: 'orders',
      v: 'table',
      d: 'user:1',
      utm: 'x',
    };
    expect(acrossPages(address)).toEqual({ r: 'today', f: 'a:equals:b', utm: 'x' });
    expect(acrossTenants(address)).toEqual({ r: 'today', m: 'orders', v: 'table', utm: 'x' });
  });
});
