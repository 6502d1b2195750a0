/** Where one element of a body lies, in bytes, and what it is made of. */
export interface Element {
  readonly from: number;
  readonly to: number;
  /** Levels of objects and arrays inside it, its own included. */
  readonly depth: number;
  /** Objects, arrays and members inside it. */
  readonly values: number;
}

/**
 * How elements are told apart: `array`, the elements of a JSON array and the members of an object;
 * `lines`, one a line; `one`, all of it.
 */
export type Layout = 'array' | 'lines' | 'one';

/** Bytes that are looked at between two chances to pause. */
const stretch = 64 * 1024;
const newline = 10;
const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Cuts JSON that was not parsed yet into its elements. One pass, linear, whatever the bytes are; what
 * an element holds is not looked at more closely. Gives undefined now and then: a chance to pause.
 * @param start  of an array or object: where its bracket stands
 * @returns index behind the last byte that was read; -1 when the array has no end
 */
export function* elementsOf(
  bytes: Uint8Array,
  layout: Layout,
  start = 0,
): Generator<Element | undefined, number> {
  const outer = layout === 'array' ? 1 : 0;
  let level = outer;
  let from = start + outer;
  let depth = 0;
  let values = 0;
  let inText = false;
  let filled = false;
  let pauseAt = from + stretch;
  for (let i = from; i < bytes.length; i++) {
    if (i >= pauseAt) {
      pauseAt = i + stretch;
      yield undefined;
    }
    const byte = bytes[i] as number;
    if (inText) {
      if (byte === backslash) i++;
      else if (byte === quote) inText = false;
      // a line ends at its newline, whatever stands in it
      if (layout !== 'lines' || byte !== newline) continue;
    }
    if (byte > 32) filled = true;
    if (byte === quote) {
      inText = true;
    } else if (byte === openBrace || byte === openBracket) {
      level++;
      values++;
      if (level - outer > depth) depth = level - outer;
    } else if (byte === closeBrace || byte === closeBracket) {
      level--;
      if (level < outer && layout === 'array') {
        // an empty array has no element; a comma before its end has an empty one, which is refused
        if (isFilled(bytes, from, i) || from > start + 1) yield { from, to: i, depth, values };
        return i + 1;
      }
    } else if (byte === comma) {
      values++;
      if (level !== outer || layout !== 'array') continue;
      yield { from, to: i, depth, values };
      from = i + 1;
      depth = 0;
      values = 0;
    } else if (byte === newline && layout === 'lines') {
      if (filled) yield { from, to: i, depth, values };
      from = i + 1;
      depth = 0;
      values = 0;
      level = 0;
      inText = false;
      filled = false;
    }
  }
  if (layout === 'array') return -1;
  if (isFilled(bytes, from, bytes.length)) yield { from, to: bytes.length, depth, values };
  return bytes.length;
}

/** Whether there is anything but white space. */
export function isFilled(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] as number) > 32) return true;
  return false;
}
