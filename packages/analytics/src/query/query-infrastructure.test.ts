import { Problem, tenantId } from '@olympus/core';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../ports.js';
import { createLruCache } from './lru-cache.js';
import { createStatementRunner } from './runner.js';
import { createSingleFlight } from './single-flight.js';
import { createTurnstile } from './turnstile.js';

/** A promise to be settled from outside. */
function deferred<T>() {
  let settle: { resolve(value: T): void; reject(reason: unknown): void } | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return {
    promise,
    resolve: (value: T) => settle?.resolve(value),
    reject: (reason: unknown) => settle?.reject(reason),
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the cache', () => {
  test('forgets what was not used for longest, and holds no more than its weight', () => {
    const cache = createLruCache<number>({ entries: 3, weight: 100, weigh: (value) => value });
    cache.set('a', 20);
    cache.set('b', 20);
    cache.set('c', 20);
    expect(cache.get('a')).toBe(20);
    cache.set('d', 20);
    expect(cache.get('b')).toBeUndefined();
    expect([cache.get('a'), cache.get('c'), cache.get('d')]).toEqual([20, 20, 20]);
    cache.set('huge', 26);
    expect(cache.get('huge')).toBeUndefined();
    const heavy = createLruCache<number>({ entries: 99, weight: 100, weigh: (value) => value });
    for (let index = 0; index < 20; index++) heavy.set(String(index), 25);
    expect(heavy.size).toBe(4);
  });
});

describe('the turnstile', () => {
  test('lets a bounded number run, the rest in order, and refuses beyond its queue', async () => {
    const turnstile = createTurnstile(2, 2);
    const gates = Array.from({ length: 4 }, () => deferred<void>());
    const started: number[] = [];
    const runs = gates.map((gate, index) =>
      turnstile.run(async () => {
        started.push(index);
        await gate.promise;
      }),
    );
    await turn();
    expect(started).toEqual([0, 1]);
    await expect(turnstile.run(async () => 1)).rejects.toMatchObject({ code: 'too_busy' });
    gates[1]?.reject(new Error('failed'));
    await expect(runs[1]).rejects.toThrow('failed');
    await turn();
    expect(started).toEqual([0, 1, 2]);
    for (const gate of gates) gate.resolve();
    await Promise.allSettled(runs);
    expect(started).toEqual([0, 1, 2, 3]);
    expect(await turnstile.run(async () => 'free')).toBe('free');
  });
});

describe('single flight', () => {
  test('shares a run, and gives later versions one next run', async () => {
    const flights = createSingleFlight();
    let version = 1;
    const gates = [deferred<string>(), deferred<string>(), deferred<string>()];
    const versions: number[] = [];
    const ask = () =>
      flights.run(
        'key',
        () => version,
        (at) => {
          versions.push(at);
          return gates[versions.length - 1]?.promise ?? Promise.resolve('');
        },
      );
    const first = ask();
    const second = ask();
    version = 2;
    const third = ask();
    version = 3;
    const fourth = ask();
    await turn();
    expect(versions).toEqual([1]);
    gates[0]?.resolve('old');
    expect(await first).toEqual({ value: 'old', shared: false });
    expect(await second).toEqual({ value: 'old', shared: true });
    await turn();
    expect(versions).toEqual([1, 3]);
    gates[1]?.resolve('new');
    expect((await third).value).toBe('new');
    expect(await fourth).toEqual({ value: 'new', shared: true });
  });

  test('forgets a run that failed', async () => {
    const flights = createSingleFlight();
    const fail = flights.run(
      'key',
      () => 1,
      () => Promise.reject(new Error('no')),
    );
    await expect(fail).rejects.toThrow('no');
    const next = await flights.run(
      'key',
      () => 1,
      async () => 'yes',
    );
    expect(next.value).toBe('yes');
  });
});

describe('the runner', () => {
  const tenant = tenantId('shop');
  const statement = { text: 'SELECT 1', parameters: [] };

  test('lets a caller go without stopping the others', async () => {
    const gate = deferred<void>();
    const warehouse = {
      version: () => 1,
      query: async () => {
        await gate.promise;
        return { columns: ['a'], rows: [[1]], elapsedMs: 0 };
      },
    };
    const runner = createStatementRunner(warehouse, defaultLimits);
    const controller = new AbortController();
    const gone = runner.run(tenant, statement, controller.signal);
    const stays = runner.run(tenant, statement);
    controller.abort();
    await expect(gone).rejects.toBeInstanceOf(Problem);
    gate.resolve();
    expect((await stays).rows).toEqual([[1]]);
    expect((await runner.run(tenant, statement)).cache).toBe('hit');
  });

  test('keeps no answer of a statement that failed, and none across tenants', async () => {
    let fails = true;
    const asked: string[] = [];
    const warehouse = {
      version: () => 1,
      query: async (of: string) => {
        asked.push(of);
        if (fails) throw new Problem({ code: 'query_timeout', kind: 'timeout', message: 'slow' });
        return { columns: ['a'], rows: [[of]], elapsedMs: 0 };
      },
    };
    const runner = createStatementRunner(warehouse, defaultLimits);
    await expect(runner.run(tenant, statement)).rejects.toMatchObject({ code: 'query_timeout' });
    fails = false;
    expect((await runner.run(tenant, statement)).rows).toEqual([['shop']]);
    expect((await runner.run(tenantId('rival'), statement)).rows).toEqual([['rival']]);
    expect(asked).toEqual(['shop', 'shop', 'rival']);
  });
});
