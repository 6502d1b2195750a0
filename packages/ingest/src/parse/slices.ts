/** Where one element of a JSON body lies, in characters, and how deep it nests. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

const quote = 34;
const backslash = 92;
const comma = 44;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Cuts the elements out of the text of a valid JSON array, so that one of them can be refused or
 * kept as it was received. One pass, linear.
 * @param text JSON whose outermost value is an array
 */
export function sliceArray(text: string): Slice[] {
  const slices: Slice[] = [];
  let level = 0;
  let deepest = 0;
  let from = -1;
  let i = text.indexOf('[');
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      i = endOfString(text, i);
    } else if (code === openBrace || code === openBracket) {
      level++;
      if (level === 1) from = i + 1;
      else if (level - 1 > deepest) deepest = level - 1;
    } else if (code === closeBrace || code === closeBracket) {
      level--;
      if (level === 0) {
        if (text.slice(from, i).trim() !== '') slices.push({ from, to: i, depth: deepest });
        return slices;
      }
    } else if (code === comma && level === 1) {
      slices.push({ from, to: i, depth: deepest });
      from = i + 1;
      deepest = 0;
    }
  }
  return slices;
}

/** Index of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
  return slashes % 2 === 1;
}
