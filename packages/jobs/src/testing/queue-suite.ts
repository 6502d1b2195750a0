import { Problem } from '@olympus/core';
import { codeOf } from '@olympus/platform/testing';
import { afterEach, expect, it } from 'vitest';
import { gate, type Harness, kindOf, until } from './harness.js';

/** What the queue promises whoever enqueues, on any engine. */
export function queueSuite(harness: () => Harness): void {
  afterEach(() => harness().reset());

  it('runs what is enqueued and keeps its result', async () => {
    const jobs = harness().process();
    const tenant = await harness().newTenant();
    const double = kindOf(async ({ input, tenant: whose }) => ({ n: (input.n ?? 0) * 2, whose }));
    jobs.register(double);
    await jobs.start();
    const { id, created } = await jobs.enqueue(double, { n: 21 }, { tenant });
    expect(created).toBe(true);
    await until(async () => (await jobs.get(tenant, id)).state === 'succeeded');
    expect(await jobs.get(tenant, id)).toMatchObject({
      kind: 'test.work',
      tenantId: tenant,
      input: { n: 21 },
      result: { n: 42, whose: tenant },
      attempts: 1,
      error: null,
    });
    expect((await jobs.counts()).get('succeeded')).toBe(1);
  });

  it('refuses an input that is not what the kind declares, and one that is too large', async () => {
    const jobs = harness().process();
    const kind = kindOf(async () => undefined);
    const wrong = { n: 'four' } as unknown as { n: number };
    await expect(jobs.enqueue(kind, wrong)).rejects.toMatchObject({
      code: 'invalid_job_input',
      at: '/n',
    });
    const wide = { ...kind, parse: (input: unknown) => input as object };
    expect(await codeOf(jobs.enqueue(wide, { text: 'x'.repeat(300_000) }))).toBe(
      'job_input_too_large',
    );
    expect(await jobs.list('all')).toEqual([]);
  });

  it('refuses a tenant that is not there', async () => {
    const jobs = harness().process();
    const kind = kindOf(async () => undefined);
    const tenant = 'nobody' as Awaited<ReturnType<Harness['newTenant']>>;
    expect(await codeOf(jobs.enqueue(kind, {}, { tenant }))).toBe('tenant_not_found');
  });

  it('answers a second job of the same exclusive key with the first, until that is over', async () => {
    const jobs = harness().process();
    const [a, b] = [await harness().newTenant(), await harness().newTenant()];
    const kind = kindOf(async () => undefined);
    const other = { ...kind, kind: 'test.other' };
    const options = { tenant: a, exclusiveKey: 'once' };
    const first = await jobs.enqueue(kind, {}, options);
    expect(await jobs.enqueue(kind, {}, options)).toEqual({ id: first.id, created: false });
    const many = await jobs.enqueueAll([
      { kind, input: {}, ...options },
      { kind, input: {}, ...options, tenant: b },
      { kind, input: {}, ...options, tenant: b },
      { kind: other, input: {}, ...options },
      { kind, input: {}, tenant: a },
    ]);
    expect(many.map(({ created }) => created)).toEqual([false, true, false, true, true]);
    expect(many[0]?.id).toBe(first.id);
    expect(many[2]?.id).toBe(many[1]?.id);
    await jobs.cancel('all', first.id);
    const next = await jobs.enqueue(kind, {}, options);
    expect(next.created).toBe(true);
    expect(await codeOf(jobs.retry('all', first.id))).toBe('job_replaced');
  });

  it('makes one job of many that are enqueued with one key at the same moment', async () => {
    const { process, database, other } = harness();
    const processes = [process({ database }), process({ database: other })];
    const kind = kindOf(async () => undefined);
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        [0, 1, 2, 3].map((i) =>
          processes[i % 2]?.enqueue(kind, {}, { exclusiveKey: `round-${round}` }),
        ),
      );
      expect(answers.filter((answer) => answer?.created)).toHaveLength(1);
      expect(new Set(answers.map((answer) => answer?.id)).size).toBe(1);
    }
  });

  it('takes part in a transaction: with it the jobs are there, or are not', async () => {
    const { process, database } = harness();
    const jobs = process();
    const ran: number[] = [];
    const kind = kindOf(async ({ input }) => ran.push(input.n ?? 0));
    jobs.register(kind);
    await jobs.start();
    const rolledBack = database.script(async (execute) => {
      await jobs.enqueueWithin(execute, [{ kind, input: { n: 1 } }]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await database.script((execute) => jobs.enqueueWithin(execute, [{ kind, input: { n: 2 } }]));
    jobs.wake();
    await until(() => ran.length > 0);
    await jobs.idle();
    expect(ran).toEqual([2]);
  });

  it('waits until the time a job was asked for, without looking in between', async () => {
    const { process, advance, clock, nextInMs } = harness();
    const jobs = process({ alone: true });
    let ran = 0;
    const kind = kindOf(async () => ran++);
    jobs.register(kind);
    await jobs.start();
    await jobs.enqueue(kind, {}, { runAtMs: clock.now() + 20_000 });
    await jobs.idle();
    expect(nextInMs()).toBe(20_000);
    advance(19_999);
    await jobs.idle();
    expect(ran).toBe(0);
    advance(1);
    await until(() => ran === 1);
  });

  it('sleeps when there is nothing to do', async () => {
    const { process, nextInMs, database } = harness();
    let statements = 0;
    const counting = {
      ...database,
      execute: (...args: Parameters<typeof database.execute>) => {
        statements++;
        return database.execute(...args);
      },
    };
    const jobs = process({ alone: true, database: counting });
    jobs.register(kindOf(async () => undefined));
    await jobs.start();
    await jobs.idle();
    statements = 0;
    expect(nextInMs()).toBe(60_000);
    harness().advance(10 * 60_000);
    await jobs.idle();
    expect(statements).toBeLessThanOrEqual(40);
  });

  it('takes the higher priority first, and else the earlier job', async () => {
    const jobs = harness().process();
    const ran: number[] = [];
    const kind = kindOf(async ({ input }) => ran.push(input.n ?? 0));
    jobs.register(kind);
    await jobs.enqueueAll([
      { kind, input: { n: 1 } },
      { kind, input: { n: 2 } },
      { kind, input: { n: 3 }, priority: 5 },
    ]);
    await jobs.start();
    await until(() => ran.length === 3);
    expect(ran).toEqual([3, 1, 2]);
  });

  it('tries again after waiting longer each time, and gives up in the end', async () => {
    const { process, clock, advance } = harness();
    const jobs = process();
    const attempts: number[] = [];
    const kind = kindOf(
      async ({ attempt }) => {
        attempts.push(attempt);
        throw new TypeError('fetch failed');
      },
      { retry: { attempts: 3, firstDelayMs: 10_000, maxDelayMs: 15_000 } },
    );
    jobs.register(kind);
    await jobs.start();
    const { id } = await jobs.enqueue(kind, {});
    for (const most of [10_000, 15_000]) {
      await until(async () => (await jobs.get('all', id)).runAt !== null);
      await jobs.idle();
      const { state, runAt, error } = await jobs.get('all', id);
      expect(state).toBe('waiting');
      expect(error).toMatchObject({ code: 'job_failed', detail: 'fetch failed' });
      const waitMs = Date.parse(runAt ?? '') - clock.now();
      expect(waitMs).toBeGreaterThanOrEqual(most / 2);
      expect(waitMs).toBeLessThanOrEqual(most);
      const before = attempts.length;
      advance(waitMs);
      await until(() => attempts.length > before);
      await jobs.idle();
    }
    expect(await jobs.get('all', id)).toMatchObject({ state: 'dead', attempts: 3 });
    expect(attempts).toEqual([1, 2, 3]);
    await jobs.retry('all', id);
    await until(() => attempts.length === 4);
    expect(attempts[3]).toBe(1);
  });

  it('does not try again what a person has to mend, and waits as long as a service asks', async () => {
    const { process, clock } = harness();
    const jobs = process();
    const kind = kindOf(async ({ input }) => {
      throw new Problem({
        code: 'no_good',
        kind: input.n === 1 ? 'invalid' : 'rate_limited',
        message: 'No.',
        remedy: 'Do.',
        retryAfterSeconds: 3_000,
      });
    });
    jobs.register(kind);
    await jobs.start();
    const hopeless = await jobs.enqueue(kind, { n: 1 });
    const limited = await jobs.enqueue(kind, { n: 2 });
    await until(async () => (await jobs.get('all', limited.id)).runAt !== null);
    expect(await jobs.get('all', hopeless.id)).toMatchObject({
      state: 'dead',
      attempts: 1,
      error: { code: 'no_good', message: 'No.', remedy: 'Do.', attempt: 1 },
    });
    const { runAt } = await jobs.get('all', limited.id);
    expect(Date.parse(runAt ?? '')).toBe(clock.now() + 3_000_000);
  });

  it('cancels what waits at once, and asks what runs to stop', async () => {
    const jobs = harness().process();
    const door = gate();
    const kind = kindOf(({ signal }) => door.wait(signal));
    jobs.register(kind);
    const [running, waiting] = await jobs.enqueueAll([
      { kind, input: {} },
      { kind, input: {} },
    ]);
    await jobs.start();
    await until(() => door.started() === 1);
    expect((await jobs.cancel('all', waiting?.id ?? 0)).state).toBe('cancelled');
    expect((await jobs.cancel('all', running?.id ?? 0)).state).toBe('cancelling');
    await until(async () => (await jobs.get('all', running?.id ?? 0)).state === 'cancelled');
    expect(await codeOf(jobs.cancel('all', running?.id ?? 0))).toBe('job_finished');
    expect(await codeOf(jobs.cancel('all', 987_654))).toBe('job_not_found');
    await jobs.idle();
    expect(door.started()).toBe(1);
  });

  it('says what a job came to that did not stop when it was asked to', async () => {
    const jobs = harness().process();
    const door = gate();
    const deaf = new AbortController().signal;
    const kind = kindOf(async () => {
      await door.wait(deaf);
      return 'all of it';
    });
    jobs.register(kind);
    await jobs.start();
    const { id } = await jobs.enqueue(kind, {});
    await until(() => door.started() === 1);
    await jobs.cancel('all', id);
    door.open();
    await until(async () => (await jobs.get('all', id)).state === 'succeeded');
    expect((await jobs.get('all', id)).result).toBe('all of it');
  });

  it('ends what takes too long, be it deaf or not, and frees its place', async () => {
    const { process, advance } = harness();
    const jobs = process();
    const door = gate();
    const deaf = new AbortController().signal;
    const kind = kindOf(({ signal, input }) => door.wait(input.n === 1 ? deaf : signal), {
      timeoutMs: 60_000,
      concurrency: 2,
      retry: { attempts: 1, firstDelayMs: 1, maxDelayMs: 1 },
    });
    jobs.register(kind);
    const made = await jobs.enqueueAll([
      { kind, input: { n: 1 } },
      { kind, input: { n: 2 } },
      { kind, input: { n: 3 } },
      { kind, input: { n: 4 } },
    ]);
    await jobs.start();
    await until(() => door.started() === 2);
    advance(60_000);
    await until(() => door.started() === 3);
    expect(await jobs.get('all', made[0]?.id ?? 0)).toMatchObject({ state: 'running' });
    expect(await jobs.get('all', made[1]?.id ?? 0)).toMatchObject({
      state: 'dead',
      error: { code: 'job_timed_out' },
    });
    advance(10_000);
    await until(() => door.started() === 4);
    expect(await jobs.get('all', made[0]?.id ?? 0)).toMatchObject({ state: 'dead' });
    door.open();
    await jobs.idle();
    expect(await jobs.get('all', made[0]?.id ?? 0)).toMatchObject({ state: 'dead', result: null });
  });

  it('keeps what a job says, the newest lines and the last progress', async () => {
    const { process, advance } = harness();
    const tenant = await harness().newTenant();
    const jobs = process();
    const door = gate();
    const kind = kindOf(async ({ log, progress, signal }) => {
      for (let i = 1; i <= 450; i++) log.info(`line ${i}`);
      progress({ done: 5, total: 20, sentence: 'Five of twenty\u0000' });
      await door.wait(signal);
      for (let i = 451; i <= 600; i++) log.warn(`line ${i}`);
      progress({ fraction: 7 });
    });
    jobs.register(kind);
    await jobs.start();
    const { id } = await jobs.enqueue(kind, {}, { tenant });
    await until(() => door.started() === 1);
    expect((await jobs.get(tenant, id)).progress).toBeNull();
    advance(1_000);
    await until(async () => (await jobs.get(tenant, id)).progress !== null);
    expect((await jobs.get(tenant, id)).progress).toMatchObject({
      fraction: 0.25,
      done: 5,
      total: 20,
    });
    door.open();
    await until(async () => (await jobs.get(tenant, id)).state === 'succeeded');
    expect((await jobs.get(tenant, id)).progress).toEqual({ fraction: 1 });
    const lines = await jobs.logOf(tenant, id);
    expect(lines).toHaveLength(500);
    expect(lines[0]).toMatchObject({ line: 101, message: 'line 101', level: 'info', attempt: 1 });
    expect(lines.at(-1)).toMatchObject({ line: 600, message: 'line 600', level: 'warn' });
  });

  it('is through once it has succeeded, wherever it last said that it was', async () => {
    const jobs = harness().process();
    const kind = kindOf(async ({ input, progress }) => {
      progress({ done: 8, total: 10, sentence: 'Counting' });
      if (input.n === 1) throw new Problem({ code: 'no', kind: 'invalid', message: 'No' });
    });
    jobs.register(kind);
    await jobs.start();
    const [good, bad] = [await jobs.enqueue(kind, {}), await jobs.enqueue(kind, { n: 1 })];
    const ended = async (id: number) => (await jobs.get('all', id)).finishedAt !== null;
    await until(async () => (await ended(good.id)) && (await ended(bad.id)));
    const progressOf = async (id: number) => (await jobs.get('all', id)).progress;
    expect(await progressOf(good.id)).toEqual({ fraction: 1, done: 10, total: 10 });
    expect(await progressOf(bad.id)).toMatchObject({ fraction: 0.8, done: 8 });
  });

  it('gives up a job whose result is too large, rather than losing it silently', async () => {
    const jobs = harness().process();
    const kind = kindOf(async () => 'x'.repeat(1_100_000));
    jobs.register(kind);
    await jobs.start();
    const { id } = await jobs.enqueue(kind, {});
    await until(async () => (await jobs.get('all', id)).state === 'dead');
    expect((await jobs.get('all', id)).error).toMatchObject({ code: 'job_result_too_large' });
  });

  it('leaves jobs alone whose kind it does not know', async () => {
    const jobs = harness().process();
    const known = kindOf(async () => undefined);
    const unknown = { ...known, kind: 'test.unknown' };
    jobs.register(known);
    await jobs.start();
    const made = await jobs.enqueueAll([
      { kind: unknown, input: {} },
      { kind: known, input: {} },
    ]);
    await until(async () => (await jobs.get('all', made[1]?.id ?? 0)).state === 'succeeded');
    await jobs.idle();
    expect((await jobs.get('all', made[0]?.id ?? 0)).state).toBe('waiting');
  });

  it('keeps the newest runs of a schedule that went well, and all others of the tenant', async () => {
    const { process, advance, database } = harness();
    const tenant = await harness().newTenant();
    const jobs = process({ retention: { perSchedule: 3 } });
    const kind = kindOf(async () => undefined);
    jobs.register(kind);
    const all = Array.from({ length: 8 }, (_, n) => ({ kind, input: { n }, tenant }));
    const made = (await jobs.enqueueAll(all)).map(({ id }) => id);
    await jobs.start();
    await until(async () => (await jobs.list(tenant, { state: 'succeeded' })).length === 8);
    await jobs.idle();
    const [one, another, ...often] = made;
    await database.execute(
      `update jobs set schedule_id = 'test.often' where id in (${often.join(', ')})`,
    );
    advance(60 * 60_000);
    await until(async () => {
      advance(1);
      return (await jobs.list(tenant)).length === 5;
    });
    const kept = (await jobs.list(tenant)).map(({ id }) => id).sort((a, b) => a - b);
    expect(kept).toEqual([one, another, ...often.slice(-3)]);
  });

  it('removes finished jobs that are old or too many, never what waits', async () => {
    const { process, advance, database } = harness();
    const [a, b] = [await harness().newTenant(), await harness().newTenant()];
    const jobs = process({ retention: { perTenant: 10 } });
    const kind = kindOf(
      async ({ input, log }) => {
        log.info('ran');
        if (input.n === 99) throw new Problem({ code: 'x', kind: 'invalid', message: 'x' });
      },
      { concurrency: 5 },
    );
    jobs.register(kind);
    const inputs = Array.from({ length: 25 }, (_, n) => ({ kind, input: { n }, tenant: a }));
    await jobs.enqueueAll([
      ...inputs,
      { kind, input: { n: 99 }, tenant: b },
      { kind, input: { n: 1 }, tenant: b },
    ]);
    await jobs.start();
    await until(async () => ((await jobs.counts()).get('succeeded') ?? 0) >= 26);
    await jobs.idle();
    const waiting = await jobs.enqueue({ ...kind, kind: 'test.unknown' }, {}, { tenant: a });
    advance(60 * 60_000);
    await until(async () => {
      advance(1);
      return (await jobs.list(a, { kind: 'test.work' })).length === 10;
    });
    expect(await jobs.list(b)).toHaveLength(2);
    advance(8 * 86_400_000);
    await until(async () => {
      advance(1);
      return (await jobs.list(b)).length === 1;
    });
    expect((await jobs.list(b))[0]?.state).toBe('dead');
    expect((await jobs.list(a)).map(({ id }) => id)).toEqual([waiting.id]);
    const [logs] = await database.execute('select count(distinct job_id) from job_logs');
    expect(Number(logs?.[0])).toBe(1);
  });
}
