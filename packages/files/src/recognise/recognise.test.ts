import { join } from 'node:path';
import type { Platform } from '@olympus/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewFiles } from '../preview/preview.js';
import { fixture, openTestPlatform, openTestStore, type TestStore } from '../testing/store.js';
import { type RecogniseOptions, recognise } from './recognise.js';

let platform: Platform;
let store: TestStore;
beforeAll(async () => {
  platform = await openTestPlatform();
  store = await openTestStore(platform);
});
afterAll(async () => {
  await store.close();
  await platform.close();
});

const hints = { currency: 'EUR', zone: 'Europe/Berlin', now: '2026-11-01T12:00:00Z' };

async function look(file: string, options: Partial<RecogniseOptions> = {}) {
  const proposal = await recognise(file, { ...hints, ...options });
  if (proposal.mapping === undefined) return { proposal, preview: undefined };
  const preview = await previewFiles({
    tenant: store.shop,
    zone: store.zone,
    files: [file],
    mapping: proposal.mapping,
    ingest: store.ingest,
    database: join(store.folder, 'preview.duckdb'),
  });
  return { proposal, preview };
}

const revenue = (preview: Awaited<ReturnType<typeof look>>['preview']) =>
  preview?.totals.revenue.map(
    ({ month, currency, revenue: amount }) => `${month} ${amount} ${currency}`,
  );

const shops: readonly (readonly [string, string | undefined, string, readonly string[], number])[] =
  [
    ['shopify.csv', 'shopify', 'orders_by_line', ['2026-07 45 USD', '2026-08 45 USD'], 4],
    ['woocommerce.csv', 'woocommerce', 'orders_by_line', ['2026-07 1040 EUR'], 3],
    ['magento.csv', 'magento', 'orders_by_order', ['2026-07 1050 GBP'], 2],
    ['prestashop.csv', 'prestashop', 'orders_by_line', ['2026-07 55.02 EUR'], 2],
    ['shopware.csv', 'shopware', 'orders_by_line', ['2026-07 1014.61 EUR'], 2],
    ['square.csv', 'square', 'orders_by_line', ['2026-07 1028 USD'], 2],
    ['amazon.txt', 'amazon', 'orders_by_line', ['2026-07 47.97 EUR'], 1],
    ['etsy.csv', 'etsy', 'orders_by_line', ['2026-06 12 USD', '2026-07 19.8 USD'], 2],
    ['stripe.csv', 'stripe', 'payments', [], 0],
    ['kasse.csv', undefined, 'orders_by_line', ['2026-07 2578.45 EUR'], 2],
    ['stock.csv', undefined, 'stock', [], 0],
    ['clientes.csv', undefined, 'customers', [], 0],
  ];

describe('an export', () => {
  it.each(shops)('%s is of %s and holds %s', async (name, system, kind, sums, orders) => {
    const { proposal, preview } = await look(fixture(name));
    expect([proposal.system, proposal.kind]).toEqual([system, kind]);
    expect(proposal.missing).toEqual([]);
    expect(revenue(preview)).toEqual(sums);
    expect(preview?.totals.orders).toBe(orders);
    expect(preview?.totals.mismatches.orders).toBe(0);
  });

  it('is told with what does not fit: rows that are refused, and rows that were no sale', async () => {
    const { preview } = await look(fixture('kasse.csv'));
    expect(preview).toMatchObject({
      rows: 5,
      rejected_rows: 2,
      rejected: [{ lines: [7], example: 'viele' }, { lines: [8] }],
    });
    const woo = await look(fixture('woocommerce.csv'));
    expect(woo.preview?.unmatched).toMatchObject({
      rows: 1,
      examples: [{ line: 4, cells: { status: 'failed', order_number: '5002' } }],
    });
  });

  it('of Stripe books what was given back as a payment of the opposite sign', async () => {
    const { preview } = await look(fixture('stripe.csv'));
    const paid = preview?.events.map(({ type, data }) => [type, data.payment_id, data.amount]);
    expect(paid).toEqual([
      ['payment.failed', 'ch_3', 49],
      ['payment.processed', 'ch_1', 129],
      ['payment.processed', 'ch_2', 1129],
      ['payment.processed', 'ch_2-refund', -129],
    ]);
  });

  it('says when its order totals show that a price is of the line, not of a piece', async () => {
    const file = store.write(
      'lines.csv',
      [
        'Order No,Date,SKU,Qty,Price,Subtotal',
        '1,2026-07-01,A,2,20.00,30.00',
        '1,2026-07-01,B,1,10.00,30.00',
        '2,2026-07-02,A,3,30.00,30.00',
      ].join('\n'),
    );
    const { proposal, preview } = await look(file);
    expect(proposal.warnings).toContainEqual(
      expect.objectContaining({ code: 'price_is_of_line', column: 'Price' }),
    );
    expect(revenue(preview)).toEqual(['2026-07 60 EUR']);
  });

  it('takes the comma for the decimal sign in a file of semicolons that does not show it', async () => {
    const lines = [
      'Order No;Date;SKU;Qty;Price',
      '1;2026-07-01;A;1;1.234',
      '2;2026-07-02;B;1;2.500',
    ];
    const { preview } = await look(store.write('thousands.csv', lines.join('\n')));
    expect(revenue(preview)).toEqual(['2026-07 3734 EUR']);
    expect(preview?.warnings).toContainEqual(expect.objectContaining({ code: 'comma_assumed' }));
    const commas = store.write('commas.csv', lines.join('\n').replaceAll(';', ','));
    const { preview: other } = await look(commas);
    expect(revenue(other)).toEqual(['2026-07 3.734 EUR']);
    expect(other?.warnings).toContainEqual(expect.objectContaining({ code: 'point_assumed' }));
  });

  it('asks which of day and month comes first where no row shows it', async () => {
    const file = store.write(
      'dates.csv',
      ['Order No,Date,SKU,Qty,Price', '1,03/04/2026,A,2,20.00', '2,05/06/2026,A,1,20.00'].join(
        '\n',
      ),
    );
    const { preview } = await look(file);
    expect(preview?.questions).toMatchObject([
      { code: 'date_order_unknown', column: 'Date', example: '03/04/2026' },
    ]);
  });

  it('leaves to a person what it does not know, and takes their word', async () => {
    const file = store.write(
      'odd.csv',
      ['Alpha,Beta,Gamma,Delta,Epsilon', '1,2026-07-01,A,2,20.00', '2,2026-07-02,A,1,20.00'].join(
        '\n',
      ),
    );
    const { proposal } = await look(file);
    expect(proposal.mapping).toBeUndefined();
    expect(proposal.warnings).toContainEqual(expect.objectContaining({ code: 'kind_unclear' }));
    const told = await look(file, {
      kind: 'orders_by_line',
      roles: {
        order_id: 'Alpha',
        ordered_at: 'Beta',
        product_id: 'Gamma',
        quantity: 'Delta',
        unit_price: 'Epsilon',
      },
    });
    expect(revenue(told.preview)).toEqual(['2026-07 60 EUR']);
  });
});
