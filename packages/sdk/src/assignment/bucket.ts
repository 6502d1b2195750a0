// Copied from packages/experiments/src/assignment/bucket.ts by `npm run sdk`.
/** Buckets that units fall into. */
export const bucketCount = 10_000;

const c1 = 0xcc9e2d51;
const c2 = 0x1b873593;

const mix = (block: number): number => {
  const scrambled = Math.imul(block, c1);
  return Math.imul((scrambled << 15) | (scrambled >>> 17), c2);
};

const finish = (hash: number, length: number): number => {
  let h = hash ^ length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A text's UTF-8, one character a byte. */
const bytesOf = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');

/** A hash on its way: what was taken in so far. */
interface Absorbed {
  readonly hash: number;
  /** Bytes that do not fill a block yet, least significant first, and how many bits they are. */
  readonly block: number;
  readonly bits: number;
  readonly length: number;
}

const nothing: Absorbed = { hash: 0, block: 0, bits: 0, length: 0 };

/** @param encoded  whether each character is a byte; a text of ASCII, as ids nearly always are, is so anyway */
function absorb(before: Absorbed, text: string, encoded = false): Absorbed {
  const { hash, block, bits, length } = before;
  let h = hash;
  let filling = block;
  let filled = bits;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f && !encoded) return absorb(before, bytesOf(text), true);
    filling |= code << filled;
    filled += 8;
    if (filled === 32) {
      h ^= mix(filling);
      h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
      filling = 0;
      filled = 0;
    }
  }
  return { hash: h, block: filling, bits: filled, length: length + text.length };
}

const hashOf = ({ hash, block, bits, length }: Absorbed): number =>
  finish(bits > 0 ? hash ^ mix(block) : hash, length);

/** MurmurHash3 (x86, 32 bits, seed 0) of a text's UTF-8, as an unsigned number. */
export const murmur3 = (text: string): number => hashOf(absorb(nothing, text));

/**
 * Tells the buckets of units under one seed, 0 … 9,999: the hash of `seed:unit`, scaled. The seed is
 * taken in once.
 */
export function createBuckets(seed: string): (unit: string) => number {
  const start = absorb(nothing, `${seed}:`);
  return (unit) => Math.floor((hashOf(absorb(start, unit)) * bucketCount) / 2 ** 32);
}

/** The bucket of one unit under a seed. */
export const bucketOf = (seed: string, unit: string): number => createBuckets(seed)(unit);
