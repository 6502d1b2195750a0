import { join } from 'node:path';
import { type TenantId, tenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewFiles } from '../preview/preview.js';
import { type ExamExport, examExports } from '../testing/exam/exports.js';
import { openTestPlatform, openTestStore, type TestStore } from '../testing/store.js';
import { recognise } from './recognise.js';

let platform: Platform;
let store: TestStore;
let shop: TenantId;
beforeAll(async () => {
  platform = await openTestPlatform();
  store = await openTestStore(platform);
  shop = tenantId('exam');
  const exchangeRates = { USD: '1', GBP: '1', CHF: '1', PLN: '1' };
  await platform.tenants.create({
    id: shop,
    name: 'Exam',
    timeZone: store.zone,
    currency: 'EUR',
    exchangeRates,
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
  const { mapping, missing, columns, warnings } = await recognise(file, { ...hints, name });
  if (mapping === undefined) return { fault: missing.map(({ code, role }) => `${code} ${role}`) };
  const preview = await previewFiles({
    tenant: shop,
    zone: store.zone,
    files: [file],
    mapping,
    ingest: store.ingest,
    database: join(store.folder, 'exam.duckdb'),
  });
  const { totals, rejected, questions, events } = preview;
  const payments = events.filter(({ type }) => type === 'payment.processed');
  const sums =
    payments.length > 0
      ? payments.map(({ data }) => Number(data.amount))
      : totals.revenue.map(({ revenue }) => Number(revenue));
  return {
    worth: Math.round(sums.reduce((sum, one) => sum + one, 0) * 100) / 100,
    refused: [...rejected, ...questions.map((reason) => ({ reason, rows: 0 }))].map(
      ({ reason, rows }) => `${rows} × ${reason.message}`,
    ),
    detail: {
      events: totals.events,
      unmatched: preview.unmatched.rows,
      roles: Object.fromEntries(
        columns.flatMap(({ column, role }) => (role === undefined ? [] : [[role, column]])),
      ),
      warnings: warnings.map(({ code }) => code),
      mismatches: totals.mismatches,
    },
  };
}

describe('exports of twenty systems', () => {
  it.each(examExports.map((one) => [one.system, one] as const))('%s', async (_system, one) => {
    const got = await importAtOnce(one);
    if (process.env.EXAM !== undefined)
      console.log(
        one.system,
        one.worth === got.worth && got.refused?.length === 0 ? 'PASS' : 'FAIL',
        one.worth,
        JSON.stringify(got),
      );
    expect({ worth: got.worth, refused: got.refused }).toEqual({ worth: one.worth, refused: [] });
  });
});
