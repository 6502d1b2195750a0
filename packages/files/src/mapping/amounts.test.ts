import { join } from 'node:path';
import type { Platform } from '@olympus/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewFiles } from '../preview/preview.js';
import { recognise } from '../recognise/recognise.js';
import { openTestPlatform, openTestStore, type TestStore } from '../testing/store.js';
import { currenciesOf } from '../values/currencies.js';
import { checkMapping, type Field, type Mapping } from './mapping.js';

let platform: Platform;
let store: TestStore;
beforeAll(async () => {
  platform = await openTestPlatform();
  store = await openTestStore(platform);
  await platform.tenants.update(store.shop, { exchangeRates: {} });
});
afterAll(async () => {
  await store.close();
  await platform.close();
});

async function preview(content: string, mapping: Mapping) {
  const file = store.write('amounts.csv', content);
  return previewFiles({
    tenant: store.shop,
    zone: store.zone,
    files: [file],
    mapping,
    ingest: store.ingest,
    database: join(store.folder, 'preview.duckdb'),
  });
}

const mappingWith = (currency: Field): Mapping =>
  checkMapping({
    source: 'till',
    events: [
      {
        type: 'order.created',
        group_by: 'order',
        time: { column: 'at' },
        data: {
          order_id: { column: 'order' },
          currency,
          shipping: { column: 'shipping', number: true },
        },
        items: {
          product_id: { column: 'sku' },
          quantity: { column: 'pieces', number: true },
          unit_price: { column: 'price', number: true },
        },
      },
    ],
  });
const euros = mappingWith({ constant: 'EUR' });
const rows = (...lines: readonly string[]) =>
  ['order,sku,pieces,price,shipping,at', ...lines].join('\n');

const currencies = ({ events }: Awaited<ReturnType<typeof preview>>) =>
  events.map(({ data }) => data.currency);

describe('an amount that says its currency', () => {
  it.each([
    ['$12.50', 'USD'],
    ['-$12.50', 'USD'],
    ['($12.50)', 'USD'],
    ['US$ 1,200.00', 'USD'],
    ['CA$5', 'CAD'],
    ['12,50 €', 'EUR'],
    ['EUR 12,50', 'EUR'],
    ['12.50 usd', 'USD'],
    ['CHF 1’200.00', 'CHF'],
    ['12 zł', 'PLN'],
    ['kr. 12,50', 'SEK'],
    ['R$ 4,20', 'BRL'],
  ])('%s is one of %s', (text, code) => {
    expect(currenciesOf(text)?.[0]).toBe(code);
  });

  it.each(['12.50', '-3', '12 kg', '3 Stk', 'x1', '12.50 XX', ''])('“%s” says none', (text) => {
    expect(currenciesOf(text)).toBeUndefined();
  });

  it('is not taken for the shop’s own: without a rate its rows are rejected, and say why', async () => {
    const answer = await preview(
      rows('1,A,2,$12.50,0,2026-07-01', '2,A,1,"12,50 €",0,2026-07-02', '3,A,1,7.00,0,2026-07-03'),
      euros,
    );
    expect(currencies(answer)).toEqual(['EUR', 'EUR']);
    expect(answer.rejected).toMatchObject([
      { lines: [2], reason: { code: 'currency_without_rate', currency: 'USD' } },
    ]);
    expect(answer.warnings).toContainEqual(
      expect.objectContaining({
        code: 'currency_from_amounts',
        column: 'price',
        example: '$12.50',
        currency: 'USD',
      }),
    );
  });

  it('counts in its own currency where the shop has a rate', async () => {
    await platform.tenants.update(store.shop, { exchangeRates: { USD: '0.5' } });
    const answer = await preview(rows('1,A,2,$12.50,$1,2026-07-01'), euros);
    expect(answer.rejected).toEqual([]);
    expect(answer.events[0]?.data).toMatchObject({
      currency: 'USD',
      shipping: 1,
      items: [{ quantity: 2, unit_price: 12.5 }],
    });
    await platform.tenants.update(store.shop, { exchangeRates: {} });
  });

  it('is the shop’s where its sign can be', async () => {
    const dollars = mappingWith({ constant: 'CAD' });
    await platform.tenants.update(store.shop, { exchangeRates: { CAD: '0.5' } });
    const answer = await preview(rows('1,A,2,$12.50,0,2026-07-01'), dollars);
    expect(currencies(answer)).toEqual(['CAD']);
    expect(answer.warnings).toEqual([]);
    await platform.tenants.update(store.shop, { exchangeRates: {} });
  });

  it('that contradicts its row’s currency, or another of its order, is rejected', async () => {
    const told = mappingWith({ column: 'cur', default: 'EUR' });
    const content = [
      'order,sku,pieces,price,shipping,at,cur',
      '1,A,1,$12.50,0,2026-07-01,EUR',
      '2,A,1,$12.50,€3.00,2026-07-01,',
    ].join('\n');
    const answer = await preview(content, told);
    expect(answer.events).toEqual([]);
    expect(answer.rejected).toMatchObject([
      {
        lines: [2, 3],
        example: '$12.50',
        reason: { code: 'amount_in_other_currency', column: 'price', currency: 'EUR' },
      },
    ]);
  });

  it('tells the currency of a file that is recognised', async () => {
    const file = store.write(
      'orders.csv',
      [
        'Order ID,Date,SKU,Quantity,Price',
        '1001,2026-07-01,A,2,$12.50',
        '1002,2026-07-02,B,1,$7.00',
        '1003,2026-07-03,A,1,$12.50',
      ].join('\n'),
    );
    const now = '2026-11-01T12:00:00Z';
    const proposal = await recognise(file, { currency: 'EUR', zone: store.zone, now });
    expect(proposal.mapping?.events[0]?.data.currency).toEqual({ constant: 'USD' });
    expect(proposal.warnings.map(({ code }) => code)).toContain('currency_from_amounts');
  });
});
