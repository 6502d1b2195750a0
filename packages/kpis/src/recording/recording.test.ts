import type { Platform } from '@olympus/platform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestBusiness, openTestPlatform } from '../testing/business.js';

let platform: Platform;
let business: Awaited<ReturnType<typeof openTestBusiness>>;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  business = await openTestBusiness(platform, '2026-10-20T12:00:00Z');
  await business.sellDaily('2026-08-01', '2026-12-05', () => 100);
});
afterEach(() => business.close());

const monthly = {
  name: 'Revenue',
  metric: 'revenue',
  calendar: 'month',
  target: { kind: 'value', value: 3_000 },
} as const;
const historyOf = async (id: string) => (await business.call('kpis.history', { id })).history;

describe('what a period came to', () => {
  test('is recorded when it ends, and stays as it was known when it is corrected later', async () => {
    const { id } = await business.save(monthly);
    expect(await business.record()).toBe(0);
    business.setNow('2026-11-01T00:10:00Z');
    expect(await business.record()).toBe(1);
    await business.sellDaily('2026-10-05', '2026-10-06', () => -250);
    business.setNow('2026-11-02T10:00:00Z');
    expect(await business.record()).toBe(0);
    const [october] = await historyOf(id);
    expect(october).toMatchObject({
      period: { from: '2026-10-01', to: '2026-11-01' },
      known: {
        value: 3_100,
        target: 3_000,
        status: 'reached',
        computed_at: '2026-11-01T00:10:00.000Z',
      },
      today: 2_850,
      redefined: false,
    });
  });

  test('is looked for at the end of the tenant’s own day, whose clocks change', async () => {
    await business.save({ ...monthly, calendar: 'day' });
    const due = async () => (await business.deps.kpis.due()).includes(business.tenant);
    // Berlin's 25 October has 25 hours: it ends at 23:00 UTC, the days before at 22:00
    business.setNow('2026-10-20T21:59:00Z');
    expect(await due()).toBe(false);
    business.setNow('2026-10-20T22:00:00Z');
    expect(await due()).toBe(true);
    business.setNow('2026-10-25T10:00:00Z');
    await business.record();
    business.setNow('2026-10-25T22:30:00Z');
    expect(await due()).toBe(false);
    business.setNow('2026-10-25T23:00:00Z');
    expect(await due()).toBe(true);
  });

  test('is caught up with after a pause, each period once, by several at a time', async () => {
    const { id } = await business.save({ ...monthly, calendar: 'week' });
    business.setNow('2026-11-24T12:00:00Z');
    const counts = await Promise.all([business.record(), business.record()]);
    expect(counts[0] + counts[1]).toBe(5);
    const history = await historyOf(id);
    expect(history.filter(({ known }) => known !== null).map(({ period }) => period.from)).toEqual([
      '2026-11-16',
      '2026-11-09',
      '2026-11-02',
      '2026-10-26',
      '2026-10-19',
    ]);
  });

  test('shows periods before the KPI was made by today’s data alone', async () => {
    const { id } = await business.save(monthly);
    const history = await historyOf(id);
    expect(history.map(({ period, known, today }) => [period.from, known, today])).toEqual([
      ['2026-09-01', null, 3_000],
      ['2026-08-01', null, 3_100],
    ]);
  });

  test('is not compared with what is measured otherwise', async () => {
    const { id } = await business.save(monthly);
    business.setNow('2026-11-03T10:00:00Z');
    await business.record();
    await business.save({ ...monthly, id, metric: 'orders' });
    const [october] = await historyOf(id);
    expect(october).toMatchObject({ known: { value: 3_100 }, today: null, redefined: true });
    await business.save({ ...monthly, id, calendar: 'week' });
    business.setNow('2026-11-10T10:00:00Z');
    await business.record();
    const later = await historyOf(id);
    const told = later.filter(({ known }) => known !== null);
    expect(told.map(({ calendar, redefined }) => [calendar, redefined])).toEqual([
      ['week', false],
      ['month', true],
    ]);
  });

  test('goes with its KPI', async () => {
    const { id } = await business.save(monthly);
    business.setNow('2026-11-03T10:00:00Z');
    await business.record();
    await business.call('kpis.remove', { id });
    expect(await business.deps.periods.list(id, 10)).toEqual([]);
    expect(await business.record()).toBe(0);
  });
});
