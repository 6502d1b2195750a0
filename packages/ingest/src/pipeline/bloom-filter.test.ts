import { describe, expect, it } from 'vitest';
import { hash53 } from '../parse/hash.js';
import { createBloomFilter } from './bloom-filter.js';

describe('bloom filter', () => {
  it('never forgets a hash, through several layers', () => {
    const filter = createBloomFilter();
    const hashes = Array.from({ length: 600_000 }, (_, i) => hash53(`demo\u0000event-${i}`));
    for (const hash of hashes) filter.add(hash);
    expect(hashes.every((hash) => filter.mayContain(hash))).toBe(true);
    expect(filter.count).toBe(600_000);
  });

  it('is wrong about a new hash less than twice in ten thousand times', () => {
    const filter = createBloomFilter();
    for (let i = 0; i < 1_200_000; i++) filter.add(hash53(`demo\u0000event-${i}`));
    let wrong = 0;
    for (let i = 0; i < 100_000; i++) {
      if (filter.mayContain(hash53(`demo\u0000other-${i}`))) wrong++;
    }
    expect(wrong).toBeLessThan(20);
  });
});

describe('hash53', () => {
  it('gives a million different sequential ids different hashes', () => {
    const seen = new Set<number>();
    for (let i = 0; i < 500_000; i++) {
      seen.add(hash53(`a\u0000order-${i}`));
      seen.add(hash53(`b\u0000${i.toString(36)}`));
    }
    expect(seen.size).toBe(1_000_000);
  });
});
