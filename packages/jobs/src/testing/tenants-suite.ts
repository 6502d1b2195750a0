import { codeOf } from '@olympus/platform/testing';
import { afterEach, expect, it } from 'vitest';
import { type Harness, kindOf, until } from './harness.js';

/** What tenants may expect of each other, on any engine. */
export function tenantsSuite(harness: () => Harness): void {
  afterEach(() => harness().reset());

  it('does not let ten thousand jobs of one tenant hold up those of another', async () => {
    const jobs = harness().process();
    const [busy, b, c] = [
      await harness().newTenant(),
      await harness().newTenant(),
      await harness().newTenant(),
    ];
    const order: string[] = [];
    const kind = kindOf(async ({ tenant }) => order.push(tenant ?? 'system'), { priority: 3 });
    jobs.register(kind);
    const flood = Array.from({ length: 10_000 }, () => ({ kind, input: {}, tenant: busy }));
    await jobs.enqueueAll(flood);
    const few = [b, c, undefined].flatMap((tenant) =>
      [1, 2, 3].map(() => ({ kind, input: {}, tenant, priority: 0 })),
    );
    await jobs.enqueueAll(few);
    await jobs.start();
    await until(() => order.length >= 12);
    await jobs.stop();
    const turns = order.slice(0, 12);
    for (const tenant of [busy, b, c, 'system']) {
      expect(turns.filter((one) => one === tenant)).toHaveLength(3);
      expect(turns.slice(0, 4)).toContain(tenant);
    }
  });

  it('shares the places evenly however many there are', async () => {
    const jobs = harness().process({ policy: { slots: 3 } });
    const tenants = [await harness().newTenant(), await harness().newTenant()];
    const order: string[] = [];
    const kind = kindOf(async ({ tenant }) => order.push(tenant ?? ''), { concurrency: 3 });
    jobs.register(kind);
    for (const tenant of tenants) {
      await jobs.enqueueAll(Array.from({ length: 60 }, () => ({ kind, input: {}, tenant })));
    }
    await jobs.start();
    await until(() => order.length === 120);
    const first = order.slice(0, 60).filter((tenant) => tenant === tenants[0]).length;
    expect(first).toBeGreaterThanOrEqual(27);
    expect(first).toBeLessThanOrEqual(33);
  });

  it('lets a full kind of job hold up no other kind', async () => {
    const jobs = harness().process();
    const tenant = await harness().newTenant();
    let done = false;
    const slow = kindOf(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const quick = {
      ...kindOf(async () => {
        done = true;
      }),
      kind: 'test.quick',
    };
    jobs.register(slow, quick);
    await jobs.enqueueAll(Array.from({ length: 100 }, () => ({ kind: slow, input: {}, tenant })));
    await jobs.enqueue(quick, {}, { tenant });
    await jobs.start();
    await until(() => done);
  });

  it('refuses more waiting jobs of one tenant than its limit, and of that tenant only', async () => {
    const jobs = harness().process({ maxWaiting: 20 });
    const [a, b] = [await harness().newTenant(), await harness().newTenant()];
    const kind = kindOf(async () => undefined);
    const request = { kind, input: {}, tenant: a };
    for (let i = 0; i < 15; i++) await jobs.enqueue(kind, {}, { tenant: a });
    await expect(jobs.enqueueAll(Array.from({ length: 6 }, () => request))).rejects.toMatchObject({
      code: 'too_many_waiting_jobs',
      kind: 'rate_limited',
    });
    await jobs.enqueueAll(Array.from({ length: 5 }, () => request));
    expect(await codeOf(jobs.enqueue(kind, {}, { tenant: a }))).toBe('too_many_waiting_jobs');
    await jobs.enqueue(kind, {}, { tenant: b });
    await jobs.enqueue(kind, {});
    const [last] = await jobs.list(a);
    await jobs.cancel(a, last?.id ?? 0);
    await jobs.enqueue(kind, {}, { tenant: a });
    expect(await codeOf(jobs.enqueue(kind, {}, { tenant: a }))).toBe('too_many_waiting_jobs');
  });

  it('shows and changes nothing of one tenant through another, nor what is not for tenants', async () => {
    const jobs = harness().process();
    const [a, b] = [await harness().newTenant(), await harness().newTenant()];
    const kind = kindOf(async ({ log }) => {
      log.info('secret words');
      throw new Error('a path on the machine');
    });
    const hidden = { ...kind, kind: 'test.hidden', visibleToTenant: false };
    jobs.register(kind, hidden);
    await jobs.start();
    const of = async (tenant?: typeof a, which = kind) =>
      (await jobs.enqueue(which, {}, { tenant })).id;
    const ids = { a: await of(a), b: await of(b), system: await of(), hidden: await of(b, hidden) };
    await until(async () => (await jobs.get('all', ids.hidden)).error !== null);
    await jobs.idle();
    expect((await jobs.list(b)).map(({ id }) => id)).toEqual([ids.b]);
    expect(await jobs.list('all')).toHaveLength(4);
    for (const id of [ids.a, ids.system, ids.hidden]) {
      for (const call of [jobs.get, jobs.logOf, jobs.cancel, jobs.retry]) {
        expect(await codeOf(call(b, id))).toBe('job_not_found');
      }
      expect((await jobs.get('all', id)).state).toBe('waiting');
    }
    expect(JSON.stringify(await jobs.get(b, ids.b))).not.toContain('a path on the machine');
    expect(JSON.stringify(await jobs.list(b))).not.toContain('a path on the machine');
    expect((await jobs.get('all', ids.b)).error?.detail).toBe('a path on the machine');
    expect((await jobs.cancel(b, ids.b)).error).not.toHaveProperty('detail');
  });

  it('forgets the jobs of a tenant that is removed, and aborts the one that runs', async () => {
    const { process, database, advance } = harness();
    const jobs = process();
    const tenant = await harness().newTenant();
    let aborted = false;
    let started = false;
    const kind = kindOf(({ signal, progress }) => {
      started = true;
      progress({ fraction: 0.5 });
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(signal.reason);
        }),
      );
    });
    jobs.register(kind);
    await jobs.start();
    await jobs.enqueue(kind, {}, { tenant });
    await until(() => started);
    await database.execute('delete from tenants where id = $1', [tenant]);
    advance(1_000);
    await until(() => aborted);
    await jobs.idle();
    expect(await jobs.list('all')).toEqual([]);
  });
}
