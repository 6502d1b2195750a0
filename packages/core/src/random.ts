/** Uniform draws in [0, 1). Seeded and passed in, so that the same input gives the same output. */
export interface Random {
  next(): number;
  /** Uniform integer in [0, n). */
  integer(n: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/**
 * xoshiro128** (Blackman and Vigna 2018), seeded through splitmix32.
 * @param seed any number; only its 32 low bits count
 */
export function createRandom(seed: number): Random {
  let mix = seed | 0;
  const split = () => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = split();
  let b = split();
  let c = split();
  let d = split();
  const next = () => {
    const t = b << 9;
    let r = Math.imul(b, 5);
    r = Math.imul((r << 7) | (r >>> 25), 9);
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return (r >>> 0) / 4294967296;
  };
  const integer = (n: number) => Math.floor(next() * n);
  return { next, integer, pick: (items) => items[integer(items.length)] ?? items[0] };
}
