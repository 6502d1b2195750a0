import { join } from 'node:path';
import { type TenantId, tenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewFiles } from '../preview/preview.js';
import { type ExamExport, examExports } from '../testing/exam/exports.js';
import { cents } from '../testing/exam/orders.js';
import { openTestPlatform, openTestStore, type TestStore } from '../testing/store.js';
import { recognise } from './recognise.js';

let platform: Platform;
let store: TestStore;
let shop: TenantId;
beforeAll(async () => {
  platform = await openTestPlatform();
  store = await openTestStore(platform);
  shop = tenantId('exam');
  await platform.tenants.create({
    id: shop,
    name: 'Exam',
    timeZone: store.zone,
    currency: 'EUR',
    exchangeRates: { USD: '1', GBP: '1', CHF: '1', PLN: '1' },
  });
});
afterAll(async () => {
  await store.close();
  await platform.close();
});

/** What comes of a file where a person only ever presses the button. */
async function importAtOnce({ name, content }: ExamExport) {
  const file = store.write(name, content);
  const hints = { currency: 'EUR', zone: store.zone, now: '2026-11-01T12:00:00Z' };
  const { mapping, missing } = await recognise(file, { ...hints, name });
  if (mapping === undefined) return { asked: missing.map(({ message }) => message) };
  const preview = await previewFiles({
    tenant: shop,
    zone: store.zone,
    files: [file],
    mapping,
    ingest: store.ingest,
    database: join(store.folder, 'exam.duckdb'),
  });
  const { totals, events, questions } = preview;
  const payments = events.filter(({ type }) => type === 'payment.processed');
  const sums =
    payments.length > 0
      ? payments.map(({ data }) => Number(data.amount))
      : totals.revenue.map(({ revenue }) => Number(revenue));
  return {
    asked: questions.map(({ message }) => message),
    worth: cents(sums.reduce((sum, one) => sum + one, 0)),
    rejected: preview.rejected_rows,
    mismatches: totals.mismatches.orders,
  };
}

describe('a stranger’s export is imported with the right sums at once:', () => {
  it.each(examExports.map((one) => [one.system, one] as const))('%s', async (_system, one) => {
    expect(await importAtOnce(one)).toEqual({
      asked: [],
      worth: one.worth,
      rejected: one.footers ?? 0,
      mismatches: 0,
    });
  });
});
