import type { Paths } from '@olympus/semantic';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';

let store: TestShop;
beforeEach(async () => {
  store = await openTestShop('2026-06-20T12:00:00Z');
});
afterEach(() => store.close());

const seen = (who: string, at: string, path: string, more = {}) => ({
  occurred_at: `2026-05-04T${at}Z`,
  session_id: 's',
  action: 'page.viewed',
  visitor_key: who,
  path,
  ...more,
});

/** Ann: / → /a → cart → order, and after an hour / again; ben: / → /a; cleo: /b → / → /a. */
async function fill(): Promise<void> {
  await store.commit('sessions', [
    seen('ann', '10:00', '/'),
    seen('ann', '10:01', '/a'),
    seen('ann', '10:02', '/a'),
    seen('ann', '10:03', '/cart', { action: 'product.added' }),
    seen('ann', '12:00', '/'),
    seen('ben', '10:00', '/'),
    seen('ben', '10:20', '/a'),
    seen('cleo', '10:00', '/b'),
    seen('cleo', '10:01', '/'),
    seen('cleo', '10:02', '/a'),
    seen('dan', '10:00', '/', { tenant_id: 'other' }),
  ]);
  await store.commit('sales', [
    {
      occurred_at: '2026-05-04T10:05:00Z',
      entry: 'sale',
      order_id: 'o1',
      orders: 1,
      quantity: 1,
      customer_key: 'ann',
      net: 10,
    },
  ]);
}

async function links(paths: Paths) {
  const answer = await store.analytics.funnels.paths({
    tenantId: shop,
    paths,
    time: { from: '2026-05-01', to: '2026-06-01' },
  });
  const name = (id: string) => {
    const node = answer.nodes.find((one) => one.id === id);
    return `${node?.step} ${node?.label || node?.kind}`;
  };
  return answer.links.map(({ from, to, visits }) => `${name(from)} → ${name(to)}: ${visits}`);
}

test('follows visits from where they begin, by page, with what ends them', async () => {
  await fill();
  expect(await links({ depth: 3 })).toEqual([
    '0 start → 1 /: 3',
    '0 start → 1 /b: 1',
    '1 / → 2 /a: 2',
    '1 / → 2 end: 1',
    '1 /b → 2 /: 1',
    '2 / → 3 /a: 1',
    '2 /a → 3 Put into the cart: 1',
    '2 /a → 3 end: 1',
  ]);
});

test('begins with the first such act of a visit, and folds what is rare', async () => {
  await fill();
  const from = {
    act: 'page.viewed',
    filters: [{ dimension: 'session.path', operator: 'equals' as const, values: ['/'] }],
  };
  expect(await links({ from, depth: 3, top: 1, by: 'act' })).toEqual([
    '0 Page seen → 1 Page seen: 3',
    '0 Page seen → 1 end: 1',
    '1 Page seen → 2 end: 2',
    '1 Page seen → 2 Put into the cart: 1',
    '2 Put into the cart → 3 Order placed: 1',
  ]);
});

test('looks back from an act, orders included', async () => {
  await fill();
  expect(await links({ from: { act: 'order.placed' }, direction: 'previous', depth: 2 })).toEqual([
    '1 Put into the cart → 0 Order placed: 1',
    '2 /a → 1 Put into the cart: 1',
  ]);
});

test('says that nobody did the act', async () => {
  await fill();
  const answer = await store.analytics.funnels.paths({
    tenantId: shop,
    paths: { from: { act: 'wish.made' } },
    time: { from: '2026-05-01', to: '2026-06-01' },
  });
  expect(answer).toMatchObject({ visits: 0, links: [], notes: [{ code: 'start_never' }] });
});
