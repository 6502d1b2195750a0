/**
 * 53-bit hash of a text: two multiply–xorshift lanes over its UTF-16 units, each closed with
 * MurmurHash3's finaliser. Finds candidates only; equality is always checked on the text itself.
 */
export function hash53(text: string): number {
  let a = 0x9747b28c ^ text.length;
  let b = 0x3c6ef372;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0xcc9e2d51);
    b = Math.imul(b ^ unit, 0x1b873593);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  a = finish(a ^ (b >>> 3));
  b = finish(b ^ a);
  return (b >>> 11) * 4294967296 + (a >>> 0);
}

function finish(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return x ^ (x >>> 16);
}
