import { createManualClock } from '@olympus/core';
import { expect, it, vi } from 'vitest';
import { createLruMap, createReadCache } from './cache.js';

it('drops what was used least recently', () => {
  const map = createLruMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.get('a');
  map.set('c', 3);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
});

it('fetches once for all who ask at the same moment, and again after its time', async () => {
  const clock = createManualClock(0);
  const cache = createReadCache<number>({ max: 10, ttlMs: 100, clock });
  const fetch = vi.fn(() => Promise.resolve(7));
  expect(await Promise.all([cache.load('a', fetch), cache.load('a', fetch)])).toEqual([7, 7]);
  clock.set(99);
  await cache.load('a', fetch);
  expect(fetch).toHaveBeenCalledTimes(1);
  clock.set(100);
  await cache.load('a', fetch);
  expect(fetch).toHaveBeenCalledTimes(2);
});

it('keeps neither what is absent nor a failure', async () => {
  const cache = createReadCache<number>({ max: 10, ttlMs: 100, clock: createManualClock(0) });
  expect(await cache.load('a', () => Promise.resolve(undefined))).toBeUndefined();
  await expect(cache.load('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await cache.load('a', () => Promise.resolve(1))).toBe(1);
});

it('keeps nothing that was being fetched when it was dropped', async () => {
  const cache = createReadCache<number>({ max: 10, ttlMs: 100, clock: createManualClock(0) });
  for (const drop of [() => cache.drop('a'), () => cache.clear()]) {
    let finish: (value: number) => void = () => {};
    const old = cache.load('a', () => new Promise((resolve) => (finish = resolve)));
    drop();
    const fresh = cache.load('a', () => Promise.resolve(2));
    finish(1);
    expect(await old).toBe(1);
    expect(await fresh).toBe(2);
    expect(await cache.load('a', () => Promise.resolve(3))).toBe(2);
    cache.drop('a');
  }
});
