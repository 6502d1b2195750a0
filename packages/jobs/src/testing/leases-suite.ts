import { afterEach, expect, it } from 'vitest';
import { claimJobs } from '../queue/claim.js';
import { reportOnJob } from '../queue/report.js';
import { settleJobs } from '../queue/settle.js';
import { gate, type Harness, kindOf, until } from './harness.js';

const races = 1_000;

/** Who holds a job, and for how long, on any engine. */
export function leasesSuite(harness: () => Harness): void {
  afterEach(() => harness().reset());

  it(`gives a job to one worker only, in ${races} races`, async () => {
    const { process, database, other, clock } = harness();
    const jobs = process();
    const kind = kindOf(async () => undefined);
    const workers = ['a', 'b', 'c', 'd'].map((id, i) => ({
      id,
      store: i % 2 === 0 ? database : other,
    }));
    for (const { id } of workers) {
      await database.execute(`insert into job_workers values ($1, 0, now())`, [id]);
    }
    let won = 0;
    for (let race = 0; race < races; race++) {
      const { id } = await jobs.enqueue(kind, {});
      const claims = await Promise.all(
        workers.map(({ id: workerId, store }) =>
          claimJobs(store.execute, {
            workerId,
            kinds: [{ kind: kind.kind, slots: 4 }],
            slots: 4,
            after: '',
            nowMs: clock.now(),
          }),
        ),
      );
      const held = claims.flatMap((claim) => claim.jobs);
      expect(held.map((job) => job.id)).toEqual([id]);
      won++;
      const outcome = { kind: 'succeeded', result: null } as const;
      const settlement = { id, fence: held[0]?.fence ?? 0, outcome, nowMs: clock.now() };
      expect((await settleJobs(database.execute, [settlement])).get(id)).toBe('succeeded');
    }
    expect(won).toBe(races);
  });

  it('runs each of a thousand jobs once among four workers that race for them', async () => {
    const { process, database, other } = harness();
    const running = new Set<number>();
    const ran = new Map<number, number>();
    const processes = [database, other, database, other].map((store) => {
      const jobs = process({ database: store, policy: { slots: 6 } });
      jobs.register(
        kindOf(
          async ({ id }) => {
            if (running.has(id)) throw new Error('it is held twice');
            running.add(id);
            await new Promise<void>((resolve) => setImmediate(resolve));
            running.delete(id);
            ran.set(id, (ran.get(id) ?? 0) + 1);
          },
          { concurrency: 6 },
        ),
      );
      return jobs;
    });
    const [first] = processes;
    const kind = kindOf(async () => undefined);
    await first?.enqueueAll(Array.from({ length: races }, () => ({ kind, input: {} })));
    await Promise.all(processes.map((jobs) => jobs.start()));
    await until(() => {
      harness().advance(100);
      return ran.size === races;
    });
    await Promise.all(processes.map((jobs) => jobs.idle()));
    expect([...ran.values()].filter((times) => times !== 1)).toEqual([]);
    expect((await first?.counts())?.get('succeeded')).toBe(races);
  });

  it('gives what a dead worker held to another, and refuses the dead one every write', async () => {
    const { process, database, advance, clock } = harness();
    const jobs = process();
    const kind = kindOf(async ({ fence }) => fence);
    const { id } = await jobs.enqueue(kind, {});
    await database.execute(`insert into job_workers values ('dead', 0, now())`);
    const request = { kinds: [{ kind: kind.kind, slots: 1 }], slots: 1, after: '' };
    const claim = await claimJobs(database.execute, {
      ...request,
      workerId: 'dead',
      nowMs: clock.now(),
    });
    const stale = claim.jobs[0] ?? { id: 0, fence: 0 };
    jobs.register(kind);
    await jobs.start();
    await jobs.idle();
    expect((await jobs.get('all', id)).state).toBe('running');
    await until(async () => {
      advance(5_000);
      return (await jobs.get('all', id)).state === 'succeeded';
    });
    expect((await jobs.get('all', id)).attempts).toBe(2);
    const fresh = Number((await jobs.get('all', id)).result);
    expect(fresh).toBeGreaterThan(stale.fence);
    expect(await reportOnJob(database.execute, stale, { fraction: 1 }, [])).toBeUndefined();
    const outcome = { kind: 'succeeded', result: 'stale' } as const;
    const written = await settleJobs(database.execute, [
      { id, fence: stale.fence, outcome, nowMs: clock.now() },
    ]);
    expect(written.size).toBe(0);
    expect((await jobs.get('all', id)).result).toBe(fresh);
  });

  it('does not take a worker for dead whose heart beats, whatever the clocks say', async () => {
    const { process, advance, clock } = harness();
    const [one, two] = [process(), process()];
    const door = gate();
    const kind = kindOf(({ signal }) => door.wait(signal), { timeoutMs: 86_400_000 });
    one.register(kind);
    await one.start();
    const { id } = await one.enqueue(kind, {});
    await until(() => door.started() === 1);
    two.register({ ...kind, run: async () => 'stolen' });
    await two.start();
    for (let i = 0; i < 30; i++) {
      advance(5_000);
      clock.set(clock.now() + (i % 2 === 0 ? 1 : -1) * 7_200_000);
      await Promise.all([two.idle(), one.get('all', id)]);
    }
    expect(await one.get('all', id)).toMatchObject({ state: 'running', attempts: 1 });
    door.open();
    await until(async () => (await one.get('all', id)).state === 'succeeded');
  });

  it('aborts what runs in a worker that was taken for dead, which then goes on anew', async () => {
    const { process, database, advance } = harness();
    const jobs = process();
    const door = gate();
    const reasons: unknown[] = [];
    const kind = kindOf(async ({ signal }) => {
      try {
        await door.wait(signal);
      } catch (error) {
        reasons.push(error);
        throw error;
      }
    });
    jobs.register(kind);
    await jobs.start();
    const { id } = await jobs.enqueue(kind, {});
    await until(() => door.started() === 1);
    await database.script(async (execute) => {
      await execute(`update jobs set state = 'waiting', worker_id = null where id = $1`, [id]);
      await execute('delete from job_workers');
    });
    await until(() => {
      advance(1_000);
      return door.started() === 2;
    });
    expect(reasons).toMatchObject([{ code: 'job_lost' }]);
    door.open();
    await until(async () => (await jobs.get('all', id)).state === 'succeeded');
    expect((await jobs.get('all', id)).attempts).toBe(2);
  });

  it('ends a job dead that takes its process with it each time', async () => {
    const { process, database, advance, clock } = harness();
    const kind = kindOf(async () => undefined, {
      retry: { attempts: 3, firstDelayMs: 1, maxDelayMs: 1 },
    });
    const jobs = process();
    const { id } = await jobs.enqueue(kind, {});
    jobs.register({ ...kind, kind: 'test.nothing' });
    await jobs.start();
    for (let life = 1; life <= 3; life++) {
      const workerId = `life-${life}`;
      await database.execute(`insert into job_workers values ($1, 0, now())`, [workerId]);
      const kinds = [{ kind: kind.kind, slots: 1 }];
      await claimJobs(database.execute, {
        workerId,
        kinds,
        slots: 1,
        after: '',
        nowMs: clock.now(),
      });
      await until(async () => {
        advance(5_000);
        return (await jobs.get('all', id)).state !== 'running';
      });
    }
    expect(await jobs.get('all', id)).toMatchObject({
      state: 'dead',
      attempts: 3,
      error: { code: 'worker_lost' },
    });
  });

  it('tells a running job that another process cancelled it', async () => {
    const { process, advance, other } = harness();
    const [runner, console] = [process(), process({ database: other })];
    const door = gate();
    const kind = kindOf(({ signal }) => door.wait(signal));
    runner.register(kind);
    await runner.start();
    const { id } = await console.enqueue(kind, {});
    await until(() => {
      advance(1_000);
      return door.started() === 1;
    });
    expect((await console.cancel('all', id)).state).toBe('cancelling');
    await until(async () => {
      advance(1_000);
      return (await console.get('all', id)).state === 'cancelled';
    });
  });

  it('gives back what runs when the process stops, without counting the attempt', async () => {
    const { process, database } = harness();
    const jobs = process();
    const door = gate();
    const kind = kindOf(({ signal }) => door.wait(signal));
    jobs.register(kind);
    await jobs.start();
    const { id } = await jobs.enqueue(kind, {});
    await until(() => door.started() === 1);
    await jobs.stop();
    expect(await jobs.get('all', id)).toMatchObject({ state: 'waiting', attempts: 0, error: null });
    expect(await database.execute('select id from job_workers')).toEqual([]);
  });
}
