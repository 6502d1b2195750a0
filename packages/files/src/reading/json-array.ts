/** Characters of an object: longer ones are no row. */
export const longestSource = 1_000_000;

/** Cuts the text of one JSON array into its elements, with the line each begins in. */
export function createArrayScanner() {
  let buffer = '';
  let line = 1;
  let depth = 0;
  let inText = false;
  let escaped = false;
  let begun = false;
  let startLine = 1;

  return {
    push(text: string, last: boolean): { line: number; source: string }[] {
      const elements: { line: number; source: string }[] = [];
      let from = 0;
      // of an object that is too long only so much is kept as shows that it is
      const grown = (to: number) =>
        buffer.length > longestSource ? buffer : buffer + text.slice(from, to);
      const close = (to: number) => {
        const source = grown(to).trim();
        if (source !== '') elements.push({ line: startLine, source });
        buffer = '';
        from = to + 1;
      };
      for (let i = 0; i < text.length; i++) {
        const sign = text[i] ?? '';
        if (sign === '\n') line += 1;
        if (inText) {
          if (escaped) escaped = false;
          else if (sign === '\\') escaped = true;
          else if (sign === '"') inText = false;
          continue;
        }
        if (sign === '"') inText = true;
        else if (sign === '{' || sign === '[') {
          if (!begun) {
            begun = true;
            from = i + 1;
            continue;
          }
          if (depth === 0) startLine = line;
          depth += 1;
        } else if (sign === '}' || sign === ']') {
          if (depth === 0) close(i);
          else depth -= 1;
        } else if (sign === ',' && depth === 0) close(i);
      }
      buffer = grown(text.length);
      if (last && buffer.trim() !== '') {
        elements.push({ line: startLine, source: buffer.trim() });
        buffer = '';
      }
      return elements;
    },
  };
}
