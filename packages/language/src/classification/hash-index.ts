/**
 * A growing set of 32-bit hashes, each numbered in order of arrival (open addressing, linear
 * probing). Strings are never kept: two features whose hashes are equal share a number, which
 * for 100,000 features happens about once.
 */
export class HashIndex {
  #keys = new Int32Array(1024);
  #slots = new Int32Array(1024).fill(-1);
  #mask = 1023;
  #count = 0;

  /** How many distinct hashes are numbered. */
  get size(): number {
    return this.#count;
  }

  /** The number of a hash, or −1 when it is not in the set. */
  find(hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) >>> 7;
    for (;;) {
      slot &= this.#mask;
      const number = this.#slots[slot] ?? -1;
      if (number < 0) return -1;
      if (this.#keys[slot] === hash) return number;
      slot++;
    }
  }

  /** The number of a hash; a new hash gets the next number. */
  add(hash: number): number {
    const found = this.find(hash);
    if (found >= 0) return found;
    if (this.#count * 2 >= this.#slots.length) this.#grow();
    return this.#insert(hash, this.#count++);
  }

  /** All hashes in the order of their numbers. */
  hashes(): Int32Array {
    const ordered = new Int32Array(this.#count);
    for (let slot = 0; slot < this.#slots.length; slot++) {
      const number = this.#slots[slot] ?? -1;
      if (number >= 0) ordered[number] = this.#keys[slot] ?? 0;
    }
    return ordered;
  }

  /** A set numbered as the given hashes are ordered. */
  static from(hashes: Int32Array): HashIndex {
    const index = new HashIndex();
    for (const hash of hashes) index.add(hash);
    return index;
  }

  #insert(hash: number, number: number): number {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & this.#mask;
    while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = number;
    this.#keys[slot] = hash;
    return number;
  }

  #grow(): void {
    const ordered = this.hashes().subarray(0, this.#count);
    const length = this.#slots.length * 2;
    this.#keys = new Int32Array(length);
    this.#slots = new Int32Array(length).fill(-1);
    this.#mask = length - 1;
    for (let number = 0; number < ordered.length; number++) {
      this.#insert(ordered[number] ?? 0, number);
    }
  }
}
