import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewFiles } from '../preview/preview.js';
import { fixture, openTestStore, type TestStore } from '../testing/store.js';
import { type RecogniseOptions, recognise } from './recognise.js';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

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

describe('an export', () => {
  it.each([
    ['shopify.csv', 'shopify', 'orders_by_line'],
    ['woocommerce.csv', 'woocommerce', 'orders_by_line'],
    ['magento.csv', 'magento', 'orders_by_order'],
    ['prestashop.csv', 'prestashop', 'orders_by_line'],
    ['shopware.csv', 'shopware', 'orders_by_line'],
    ['square.csv', 'square', 'orders_by_line'],
    ['stripe.csv', 'stripe', 'payments'],
    ['amazon.txt', 'amazon', 'orders_by_line'],
    ['etsy.csv', 'etsy', 'orders_by_line'],
    ['kasse.csv', undefined, 'orders_by_line'],
    ['stock.csv', undefined, 'stock'],
    ['clientes.csv', undefined, 'customers'],
  ])('%s is of %s and holds %s', async (name, system, kind) => {
    const { proposal, preview } = await look(fixture(name));
    console.log(
      name,
      JSON.stringify({
        ...proposal,
        columns: proposal.columns
          .filter((c) => c.role)
          .map((c) => [c.column, c.role, c.confidence, c.sure]),
      }),
      JSON.stringify({ ...preview, events: preview?.events.slice(0, 4) }),
    );
    expect([proposal.system, proposal.kind]).toEqual([system, kind]);
    expect(proposal.missing).toEqual([]);
  });
});
