/**
 * A seeded stream of uniform random numbers: the same seed gives the same stream on every machine.
 */
export interface Random {
  /** Uniform on [0, 1) with 53 random bits. */
  next(): number;
  /** Uniform on 0…4294967295. */
  uint32(): number;
  /** Uniform integer on 0…bound−1 without modulo bias; bound is 1…2³². */
  integer(bound: number): number;
  /** An independent stream derived from this one; advances this stream. */
  fork(): Random;
}

const rotateLeft = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** SplitMix32 turns one 32-bit seed into well-mixed state words. */
const splitMix = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
};

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2018), seeded by SplitMix32: period 2¹²⁸ − 1.
 * @param seed any finite number; its integer part modulo 2⁵³ is used
 */
export const createRandom = (seed: number): Random => {
  const whole = Number.isFinite(seed) ? Math.trunc(seed) : 0;
  const mix = splitMix((whole | 0) ^ Math.imul(Math.floor(whole / 2 ** 32) | 0, 0x85ebca6b));
  let a = mix();
  let b = mix();
  let c = mix();
  let d = mix() | 1;

  const uint32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result >>> 0;
  };

  return {
    uint32,
    next: () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992,
    integer: (bound) => {
      const limit = 4294967296 - (4294967296 % bound);
      for (;;) {
        const draw = uint32();
        if (draw < limit) return draw % bound;
      }
    },
    fork: () => createRandom(uint32() * 2097152 + (uint32() >>> 11)),
  };
};
