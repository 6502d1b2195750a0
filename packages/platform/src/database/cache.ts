import type { Clock } from '@olympus/core';

/** Least recently used entries leave first when there are more than `max`. */
export interface LruMap<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
  clear(): void;
}

export function createLruMap<K, V>(max: number): LruMap<K, V> {
  const entries = new Map<K, V>();
  return {
    get: (key) => {
      const value = entries.get(key);
      if (value !== undefined) {
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > max) {
        const oldest = entries.keys().next();
        if (oldest.done !== true) entries.delete(oldest.value);
      }
    },
    delete: (key) => entries.delete(key),
    clear: () => entries.clear(),
  };
}

/** Values fetched once and kept; what is absent is asked for again each time. */
export interface ReadCache<V> {
  load(key: string, fetch: () => Promise<V | undefined>): Promise<V | undefined>;
  /** After `drop` or `clear`, a fetch that was already under way is not kept. */
  drop(key: string): void;
  clear(): void;
}

/** @param ttlMs how long a value may differ from a store that other processes write too */
export function createReadCache<V>(options: {
  readonly max: number;
  readonly ttlMs: number;
  readonly clock: Clock;
}): ReadCache<V> {
  const { clock, ttlMs } = options;
  const kept = createLruMap<string, { readonly value: V; readonly untilMs: number }>(options.max);
  const underWay = new Map<string, Promise<V | undefined>>();
  return {
    load: (key, fetch) => {
      const entry = kept.get(key);
      if (entry !== undefined && clock.now() < entry.untilMs) return Promise.resolve(entry.value);
      const joined = underWay.get(key);
      if (joined !== undefined) return joined;
      const fetching: Promise<V | undefined> = fetch()
        .then((value) => {
          if (underWay.get(key) === fetching && value !== undefined) {
            kept.set(key, { value, untilMs: clock.now() + ttlMs });
          }
          return value;
        })
        .finally(() => {
          if (underWay.get(key) === fetching) underWay.delete(key);
        });
      underWay.set(key, fetching);
      return fetching;
    },
    drop: (key) => {
      kept.delete(key);
      underWay.delete(key);
    },
    clear: () => {
      kept.clear();
      underWay.clear();
    },
  };
}
