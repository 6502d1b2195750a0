/** A cache that forgets what was not used for longest, bounded by entries and by weight. */
export interface LruCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  clear(): void;
  readonly size: number;
}

/**
 * @param weigh  weight of a value, a whole number ≥ 0; a value heavier than a quarter of the bound
 *   is not kept
 */
export function createLruCache<T>(options: {
  readonly entries: number;
  readonly weight: number;
  weigh(value: T): number;
}): LruCache<T> {
  const values = new Map<string, T>();
  let total = 0;
  const remove = (key: string) => {
    const value = values.get(key);
    if (value === undefined) return;
    total -= options.weigh(value);
    values.delete(key);
  };
  return {
    get: (key) => {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set: (key, value) => {
      remove(key);
      const weight = options.weigh(value);
      if (weight > options.weight / 4) return;
      values.set(key, value);
      total += weight;
      for (const oldest of values.keys()) {
        if (values.size <= options.entries && total <= options.weight) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear: () => {
      values.clear();
      total = 0;
    },
    get size() {
      return values.size;
    },
  };
}
