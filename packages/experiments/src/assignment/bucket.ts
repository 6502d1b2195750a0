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

/** The text's UTF-8, one character a byte; a text of ASCII, as ids nearly always are, is itself. */
function bytesOf(text: string): string {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0x7f) {
      return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(
        '',
      );
    }
  }
  return text;
}

/** MurmurHash3 (x86, 32 bits, seed 0) of a text's UTF-8, as an unsigned number. */
export function murmur3(text: string): number {
  const bytes = bytesOf(text);
  let h = 0;
  let block = 0;
  let shift = 0;
  for (let index = 0; index < bytes.length; index++) {
    block |= bytes.charCodeAt(index) << shift;
    shift += 8;
    if (shift === 32) {
      h ^= mix(block);
      h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
      block = 0;
      shift = 0;
    }
  }
  if (shift > 0) h ^= mix(block);
  return finish(h, bytes.length);
}

/** The bucket of a unit under a seed, 0 … 9,999: the hash of `seed:unit`, scaled. */
export const bucketOf = (seed: string, unit: string): number =>
  Math.floor((murmur3(`${seed}:${unit}`) * bucketCount) / 2 ** 32);
