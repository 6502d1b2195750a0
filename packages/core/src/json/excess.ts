/** How much structure a JSON text may have; what parsing and walking it costs follows from it. */
export interface JsonLimits {
  /** Levels of objects and arrays inside each other. */
  readonly maxDepth: number;
  /** Objects, arrays and their members together. */
  readonly maxValues: number;
}

const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Looks through a JSON text before it is parsed: one pass, some nanoseconds a character. Says nothing
 * about whether it is valid.
 * @returns what it has too much of, or undefined
 */
export function excessOf(
  text: string,
  { maxDepth, maxValues }: JsonLimits,
): 'depth' | 'values' | undefined {
  let depth = 0;
  let values = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      for (i++; i < text.length; i++) {
        const inside = text.charCodeAt(i);
        if (inside === quote) break;
        if (inside === backslash) i++;
      }
    } else if (code === openBracket || code === openBrace) {
      depth++;
      values++;
      if (depth > maxDepth) return 'depth';
    } else if (code === closeBracket || code === closeBrace) {
      depth--;
    } else if (code === comma) {
      values++;
    }
    if (values > maxValues) return 'values';
  }
  return undefined;
}
