import { codeOf } from '@olympus/platform/testing';
import { afterEach, expect, it } from 'vitest';
import type { ScheduleDeclaration } from '../schedules/schedule.js';
import { gate, type Harness, kindOf, until } from './harness.js';

const hourMs = 3_600_000;

/** What schedules promise, on any engine. */
export function schedulesSuite(harness: () => Harness): void {
  afterEach(() => harness().reset());

  /** A process with one schedule, and the occurrences whose jobs were made. */
  async function scheduled(
    declaration: Partial<ScheduleDeclaration<{ readonly n?: number }>> = {},
    run: () => Promise<unknown> = async () => undefined,
  ) {
    const jobs = harness().process();
    const job = kindOf(run);
    const recurrence = { cron: '0 * * * *', timeZone: 'UTC' };
    jobs.register(job);
    jobs.declare({ id: 'test.hourly', job, input: {}, recurrence, ...declaration });
    await jobs.start();
    await jobs.idle();
    const made = async () => {
      const list = await jobs.list('all', { kind: 'test.work', limit: 500 });
      return list.map(({ occurrenceAt }) => occurrenceAt?.slice(0, 16)).reverse();
    };
    /** Lets time pass until the schedule has been looked at. */
    const pass = async (ms: number) => {
      harness().advance(ms);
      for (let i = 0; i < 4; i++) {
        await jobs.idle();
        harness().advance(1_000);
      }
      await jobs.idle();
    };
    return { jobs, job, made, pass };
  }

  /** Sets the clock, as an administrator would: timers do not notice. */
  const beginAt = (iso: string) => harness().clock.set(Date.parse(iso));

  it('enqueues one job an occurrence, in its time', async () => {
    beginAt('2026-03-02T12:30:00Z');
    const { made, pass, jobs } = await scheduled();
    expect((await jobs.schedules.get('all', 'test.hourly')).nextAt).toBe(
      '2026-03-02T13:00:00.000Z',
    );
    for (let i = 0; i < 3; i++) await pass(hourMs);
    expect(await made()).toEqual(['2026-03-02T13:00', '2026-03-02T14:00', '2026-03-02T15:00']);
    expect(await jobs.schedules.get('all', 'test.hourly')).toMatchObject({
      declared: true,
      lastAt: '2026-03-02T15:00:00.000Z',
      nextAt: '2026-03-02T16:00:00.000Z',
    });
  });

  it('enqueues exactly once when several processes see the same occurrence', async () => {
    beginAt('2026-03-03T12:30:00Z');
    const { process, advance, database, other } = harness();
    const processes = [database, other, database, other].map((store) => {
      const jobs = process({ database: store });
      const job = kindOf(async () => undefined);
      jobs.register(job);
      const recurrence = { cron: '* * * * *', timeZone: 'UTC' };
      jobs.declare({ id: 'test.minutely', job, input: {}, recurrence });
      return jobs;
    });
    await Promise.all(processes.map((jobs) => jobs.start()));
    const rounds = 30;
    for (let round = 0; round < rounds; round++) {
      advance(60_000);
      for (let i = 0; i < 2; i++) {
        await Promise.all(processes.map((jobs) => jobs.idle()));
        advance(1_000);
      }
    }
    await Promise.all(processes.map((jobs) => jobs.idle()));
    const made = (await processes[0]?.list('all', { kind: 'test.work', limit: 500 })) ?? [];
    expect(made.length).toBeGreaterThanOrEqual(rounds);
    expect(new Set(made.map(({ occurrenceAt }) => occurrenceAt)).size).toBe(made.length);
    expect(made.every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('runs the latest missed occurrence once after a downtime', async () => {
    beginAt('2026-03-04T12:30:00Z');
    const first = await scheduled();
    await first.jobs.stop();
    beginAt('2026-03-06T18:45:00Z');
    const { made, pass } = await scheduled();
    await pass(0);
    expect(await made()).toEqual(['2026-03-06T18:00']);
    await pass(hourMs);
    expect(await made()).toEqual(['2026-03-06T18:00', '2026-03-06T19:00']);
  });

  it('skips missed occurrences where that was declared, but not one that is just late', async () => {
    beginAt('2026-03-07T12:30:00Z');
    const first = await scheduled({ missed: 'skip' });
    await first.jobs.stop();
    beginAt('2026-03-09T18:45:00Z');
    const second = await scheduled({ missed: 'skip' });
    await second.pass(0);
    expect(await second.made()).toEqual([]);
    await second.jobs.stop();
    beginAt('2026-03-09T19:03:00Z');
    const third = await scheduled({ missed: 'skip' });
    await third.pass(0);
    expect(await third.made()).toEqual(['2026-03-09T19:00']);
  });

  it('runs no occurrence twice when the clock is set back, and does not storm when it goes on', async () => {
    beginAt('2026-03-10T12:30:00Z');
    const { made, pass } = await scheduled();
    await pass(2 * hourMs);
    expect(await made()).toEqual(['2026-03-10T14:00']);
    beginAt('2026-03-10T11:30:00Z');
    for (let i = 0; i < 3; i++) await pass(hourMs);
    expect(await made()).toEqual(['2026-03-10T14:00']);
    await pass(hourMs);
    expect(await made()).toEqual(['2026-03-10T14:00', '2026-03-10T15:00']);
  });

  it('is not silenced by a clock that once was years ahead', async () => {
    beginAt('2036-03-10T12:30:00Z');
    const { made, pass } = await scheduled();
    await pass(hourMs);
    beginAt('2026-03-11T12:30:00Z');
    await pass(0);
    await pass(hourMs);
    expect(await made()).toEqual(['2036-03-10T13:00', '2026-03-11T13:00']);
  });

  it.each([
    ['spring', '2026-03-28T20:00:00Z', ['2026-03-29T01:00', '2026-03-30T00:30']],
    ['autumn', '2026-10-24T20:00:00Z', ['2026-10-25T00:30', '2026-10-26T01:30']],
  ])('runs once a day over the change of the clocks in %s', async (_, begin, expected) => {
    beginAt(begin);
    const { made, pass } = await scheduled({
      recurrence: { cron: '30 2 * * *', timeZone: 'Europe/Berlin' },
    });
    for (let i = 0; i < 72; i++) await pass(hourMs / 2);
    expect(await made()).toEqual(expected);
  });

  it('waits for the job of an occurrence before it makes another', async () => {
    beginAt('2026-03-12T12:30:00Z');
    const door = gate();
    const { made, pass } = await scheduled({}, () => door.wait(new AbortController().signal));
    harness().advance(hourMs);
    await until(() => {
      harness().advance(1);
      return door.started() === 1;
    });
    harness().advance(hourMs);
    await until(async () => {
      harness().advance(1);
      const [row] = await harness().database.execute(
        `select id from job_schedules where id = 'test.hourly' and last_at = '2026-03-12T14:00Z'`,
      );
      return row !== undefined;
    });
    expect(await made()).toEqual(['2026-03-12T13:00']);
    door.open();
    await pass(0);
    door.open();
    harness().advance(hourMs);
    await until(() => {
      harness().advance(1);
      return door.started() === 1;
    });
    door.open();
    expect(await made()).toEqual(['2026-03-12T13:00', '2026-03-12T15:00']);
  });

  it('takes over what code declares anew, and forgets what it no longer does', async () => {
    beginAt('2026-03-13T12:30:00Z');
    const { jobs } = await scheduled();
    await jobs.stop();
    const next = await scheduled({
      id: 'test.daily',
      recurrence: { cron: '0 6 * * *', timeZone: 'Asia/Tokyo' },
    });
    const ids = (await next.jobs.schedules.list('all')).map(({ id }) => id);
    expect(ids).toEqual(['jobs.prune', 'test.daily']);
    await next.jobs.stop();
    const changed = await scheduled({ id: 'test.daily', recurrence: { everyMs: 10_000 } });
    expect(await changed.jobs.schedules.get('all', 'test.daily')).toMatchObject({
      recurrence: { everyMs: 10_000 },
      nextAt: '2026-03-13T12:30:10.000Z',
    });
  });

  it('keeps schedules of tenants apart, runs them on demand, and ends them', async () => {
    beginAt('2026-03-14T12:30:00Z');
    const { jobs, job, pass } = await scheduled({ recurrence: { everyMs: 7 * 86_400_000 } });
    const [a, b] = [await harness().newTenant(), await harness().newTenant()];
    const recurrence = { cron: '0 9 * * 1', timeZone: 'Europe/Paris' };
    const made = await jobs.schedules.put({
      id: 'reports.1',
      tenant: a,
      job,
      input: { n: 1 },
      recurrence,
    });
    expect(made).toMatchObject({ tenantId: a, declared: false, recurrence });
    expect(await jobs.schedules.list(b)).toEqual([]);
    expect((await jobs.schedules.list(a)).map(({ id }) => id)).toEqual(['reports.1']);
    const theirs = { id: 'reports.1', tenant: b, job, input: {}, recurrence };
    expect(await codeOf(jobs.schedules.put(theirs))).toBe('schedule_taken');
    for (const call of [jobs.schedules.get, jobs.schedules.runNow]) {
      expect(await codeOf(call(b, 'reports.1'))).toBe('schedule_not_found');
    }
    expect(await codeOf(jobs.schedules.remove(b, 'reports.1'))).toBe('schedule_not_found');
    const { id } = await jobs.schedules.runNow(a, 'reports.1');
    await until(async () => (await jobs.get(a, id)).state === 'succeeded');
    expect(await jobs.get(a, id)).toMatchObject({ scheduleId: 'reports.1', input: { n: 1 } });
    await jobs.schedules.put({ ...theirs, tenant: a, enabled: false });
    await pass(7 * 86_400_000);
    expect(await jobs.list(a)).toHaveLength(1);
    await jobs.schedules.remove(a, 'reports.1');
    expect(await jobs.schedules.list(a)).toEqual([]);
    const bad = { ...theirs, recurrence: { cron: 'often', timeZone: 'UTC' } };
    expect(await codeOf(jobs.schedules.put(bad))).toBe('invalid_schedule');
  });
}
