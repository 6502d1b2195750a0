/**
 * Bloom filter (Bloom 1970) over 53-bit hashes that grows by layers, each four times the one
 * before. "No" is certain; "maybe" is wrong about once in a hundred thousand times.
 */
export interface BloomFilter {
  add(hash: number): void;
  mayContain(hash: number): boolean;
  readonly count: number;
}

const bitsPerHash = 32;
const probes = 8;
const firstCapacity = 1 << 18;

interface Layer {
  readonly bits: Uint32Array;
  readonly mask: number;
  readonly capacity: number;
  count: number;
}

function createLayer(capacity: number): Layer {
  const bits = capacity * bitsPerHash;
  return { bits: new Uint32Array(bits / 32), mask: bits - 1, capacity, count: 0 };
}

export function createBloomFilter(): BloomFilter {
  const layers: Layer[] = [createLayer(firstCapacity)];
  let count = 0;
  let current = layers[0] as Layer;

  // double hashing (Kirsch and Mitzenmacher 2006) from the two halves of the hash
  function mayContain(hash: number): boolean {
    const low = hash >>> 0;
    const high = Math.floor(hash / 4294967296) | 1;
    for (const { bits, mask } of layers) {
      let at = low;
      let probe = 0;
      for (; probe < probes; probe++) {
        const bit = (at ^ (at >>> 15)) & mask;
        if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) break;
        at = (at + Math.imul(high, 0x9e3779b1)) | 0;
      }
      if (probe === probes) return true;
    }
    return false;
  }

  return {
    mayContain,
    add(hash) {
      if (current.count >= current.capacity) {
        current = createLayer(current.capacity * 4);
        layers.push(current);
      }
      const { bits, mask } = current;
      const high = Math.floor(hash / 4294967296) | 1;
      let at = hash >>> 0;
      for (let probe = 0; probe < probes; probe++) {
        const bit = (at ^ (at >>> 15)) & mask;
        bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
        at = (at + Math.imul(high, 0x9e3779b1)) | 0;
      }
      current.count++;
      count++;
    },
    get count() {
      return count;
    },
  };
}
