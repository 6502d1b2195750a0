/** A line of printed JSON, and where in the document it is: a JSON pointer (RFC 6901). */
export interface JsonLine {
  readonly text: string;
  readonly pointer: string;
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Prints JSON with two spaces a level, as `JSON.stringify` does, and knows where each line is. */
export function printJson(value: unknown, pointer = '', indent = '', lead = ''): JsonLine[] {
  const entries: readonly (readonly [key: string, member: unknown])[] | undefined = Array.isArray(
    value,
  )
    ? value.map((item, index) => [String(index), item] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).filter(([, member]) => member !== undefined)
      : undefined;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries === undefined || entries.length === 0) {
    const text = entries ? `${open}${close}` : JSON.stringify(value);
    return [{ text: `${indent}${lead}${text}`, pointer }];
  }
  const inner = entries.flatMap(([key, member], index) => {
    const name = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
    const lines = printJson(member, `${pointer}/${escaped(key)}`, `${indent}  `, name);
    const last = lines.at(-1);
    if (!last || index === entries.length - 1) return lines;
    return [...lines.slice(0, -1), { ...last, text: `${last.text},` }];
  });
  return [
    { text: `${indent}${lead}${open}`, pointer },
    ...inner,
    { text: `${indent}${close}`, pointer },
  ];
}

/**
 * The line of a pointer, from 0; where the document has no such place, that of the nearest one
 * around it. undefined for no pointer at all.
 */
export function lineOf(
  lines: readonly JsonLine[],
  pointer: string | null | undefined,
): number | undefined {
  if (!pointer) return undefined;
  for (
    let at = pointer.startsWith('/') ? pointer : `/${pointer}`;
    at;
    at = at.slice(0, at.lastIndexOf('/'))
  ) {
    const line = lines.findIndex((one) => one.pointer === at);
    if (line >= 0) return line;
  }
  return 0;
}

/** Reads an object as JSON. A fault says at which line the text breaks off, from 1, where that is known. */
export function readJsonObject(
  text: string,
):
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly fault: 'syntax' | 'not_object'; readonly line: number | undefined } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1];
    const line = place === undefined ? undefined : text.slice(0, Number(place)).split('\n').length;
    return { fault: 'syntax', line };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: 'not_object', line: undefined };
  }
  return { value: { ...value } };
}
