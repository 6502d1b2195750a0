import { setImmediate as turn } from 'node:timers/promises';
import { silentLogger as log, tenantId } from '@olympus/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Backlog, createBacklog } from './backlog.js';
import type { PackedCommit } from './engine/loader.js';

const shop = tenantId('shop');
const other = tenantId('other');

/** An engine whose loads end when the test says so. */
function createHeldEngine() {
  const loads: {
    readonly commits: readonly number[];
    succeed(): void;
    fail(message: string): void;
  }[] = [];
  let taken: PackedCommit[] = [];
  return {
    loads,
    load(commits: readonly PackedCommit[]): Promise<number> {
      taken.push(...commits);
      return new Promise((resolve, reject) => {
        loads.push({
          commits: taken.map(({ commitId }) => commitId),
          succeed() {
            const last = taken.at(-1)?.commitId ?? 0;
            taken = [];
            resolve(last);
          },
          fail: (message) => reject(new Error(message)),
        });
      });
    },
  };
}

const commit = (commitId: number, bytes = 100): PackedCommit => ({
  commitId,
  payload: new ArrayBuffer(bytes),
});

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  promise.then(
    () => {
      settled = true;
    },
    () => {
      settled = true;
    },
  );
  await turn();
  return settled;
}

function start(): {
  engine: ReturnType<typeof createHeldEngine>;
  backlog: Backlog;
  loaded: number[];
} {
  const engine = createHeldEngine();
  const loaded: number[] = [];
  const onLoaded = (through: number) => loaded.push(through);
  return { engine, loaded, backlog: createBacklog({ engine, log, firstCommit: 0, onLoaded }) };
}

describe('the backlog', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('loads together what came within a while', async () => {
    const { engine, backlog, loaded } = start();
    for (let id = 1; id <= 5; id++) backlog.add(commit(id), [shop]);
    expect(engine.loads).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(199);
    expect(engine.loads).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(engine.loads.map(({ commits }) => commits)).toEqual([[1, 2, 3, 4, 5]]);
    engine.loads[0]?.succeed();
    await turn();
    expect(loaded).toEqual([5]);
    await backlog.close();
  });

  it('loads at once for a tenant who asks, and lets the others pass', async () => {
    const { engine, backlog } = start();
    backlog.add(commit(1), [shop]);
    expect(await isSettled(backlog.shown(other))).toBe(true);
    const shown = backlog.shown(shop);
    expect(engine.loads).toHaveLength(1);
    expect(await isSettled(shown)).toBe(false);
    engine.loads[0]?.succeed();
    await shown;
  });

  it('goes on to what came during a load, for who waits for it', async () => {
    const { engine, backlog } = start();
    backlog.add(commit(1), [shop]);
    const first = backlog.shown();
    backlog.add(commit(2), [shop]);
    const second = backlog.shown();
    engine.loads[0]?.succeed();
    await first;
    expect(await isSettled(second)).toBe(false);
    expect(engine.loads[1]?.commits).toEqual([2]);
    engine.loads[1]?.succeed();
    await second;
  });

  it('tells who waits that loading failed, and tries again by itself', async () => {
    const { engine, backlog, loaded } = start();
    backlog.add(commit(1), [shop]);
    const shown = backlog.shown(shop);
    engine.loads[0]?.fail('No space left on device');
    await expect(shown).rejects.toMatchObject({ code: 'storage_full' });
    expect(backlog.fault).toMatchObject({ code: 'storage_full' });
    backlog.add(commit(2), [shop]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(engine.loads.at(-1)?.commits).toEqual([1, 2]);
    engine.loads.at(-1)?.succeed();
    await turn();
    expect(backlog.fault).toBeUndefined();
    expect(loaded).toEqual([2]);
    await backlog.shown(shop);
  });

  it('has no room for more than fits, until there is room again', async () => {
    const { engine, backlog } = start();
    const large = 33 * 1024 * 1024;
    await backlog.room();
    backlog.add(commit(1, large), [shop]);
    await backlog.room();
    backlog.add(commit(2, large), [shop]);
    const room = backlog.room();
    expect(await isSettled(room)).toBe(false);
    engine.loads[0]?.succeed();
    await turn();
    engine.loads[1]?.succeed();
    await room;
  });

  it('refuses more when it is full and loading fails', async () => {
    const { engine, backlog } = start();
    backlog.add(commit(1, 65 * 1024 * 1024), [shop]);
    const room = backlog.room();
    engine.loads[0]?.fail('broken');
    await expect(room).rejects.toMatchObject({ code: 'storage_failed' });
    const closed = backlog.close();
    await turn();
    engine.loads.at(-1)?.fail('broken still');
    await closed;
  });
});
