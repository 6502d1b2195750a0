import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createThreadPool, type ThreadPool } from './pool.js';
import type { Sample } from './testing/sample-thread.js';
import { threadStopped } from './thread.js';

const entry = new URL('./testing/sample-thread.js', import.meta.url);
const pools: ThreadPool<Sample>[] = [];
const createPool = (size: number): ThreadPool<Sample> => {
  const pool = createThreadPool<Sample>({ entry, name: 'the sample pool', size });
  pools.push(pool);
  return pool;
};

describe('a pool of threads', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(() => Promise.all(pools.map((pool) => pool.close())));

  it('answers more calls than it has threads, with progress', async () => {
    const pool = createPool(2);
    const told: unknown[] = [];
    const counted = pool.call('count', [3], { onProgress: (value) => told.push(value) });
    const sums = Array.from({ length: 20 }, (_, i) => pool.call('add', [i, i]));
    expect(await Promise.all(sums)).toEqual(Array.from({ length: 20 }, (_, i) => 2 * i));
    expect([await counted, told]).toEqual(['done', [1, 2, 3]]);
  });

  it('keeps to the order of calls on one thread', async () => {
    const pool = createPool(1);
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map((n) => pool.call('add', [n, 0]).then((sum) => order.push(sum))),
    );
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('stops a running call at once and goes on with the next', async () => {
    const pool = createPool(1);
    const controller = new AbortController();
    const endless = pool.call('spin', [], { signal: controller.signal });
    const next = pool.call('add', [20, 22]);
    controller.abort(new Error('enough'));
    await expect(endless).rejects.toThrow('enough');
    expect(await next).toBe(42);
  });

  it('drops a waiting call that was cancelled, and refuses one that was cancelled before', async () => {
    const pool = createPool(1);
    const controller = new AbortController();
    const first = pool.call('later', []);
    const second = pool.call('spin', [], { signal: controller.signal });
    controller.abort(new Error('not needed'));
    await expect(second).rejects.toThrow('not needed');
    await expect(pool.call('spin', [], { signal: controller.signal })).rejects.toThrow(
      'not needed',
    );
    expect(await first).toBe('later');
    expect(await pool.call('later', [])).toBe('later');
  });

  it('stops a call at its deadline, waiting or running', async () => {
    const pool = createPool(1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const running = pool.call('spin', [], { deadlineMs: 60_000 });
    const waiting = pool.call('spin', [], { deadlineMs: 60_000 });
    const patient = pool.call('later', [], { deadlineMs: 60_001 });
    const refusals = Promise.all(
      [running, waiting].map((call) =>
        expect(call).rejects.toMatchObject({ code: 'computation_timeout', kind: 'timeout' }),
      ),
    );
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await refusals;
    expect(await patient).toBe('later');
  });

  it('replaces a thread that ended', async () => {
    const pool = createPool(1);
    await expect(pool.call('exit', [9])).rejects.toMatchObject({ code: threadStopped });
    expect(await pool.call('add', [1, 2])).toBe(3);
  });

  it('rejects what is unfinished when closed', async () => {
    const pool = createPool(1);
    const calls = [pool.call('spin', []), pool.call('later', [])];
    const refusals = Promise.all(
      calls.map((call) => expect(call).rejects.toMatchObject({ code: 'pool_closed' })),
    );
    await pool.close();
    await refusals;
    await expect(pool.call('later', [])).rejects.toMatchObject({ code: 'pool_closed' });
  });
});
