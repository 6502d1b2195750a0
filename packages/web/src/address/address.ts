/** The query part of an address as plain text; a key that is there several times has several values. */
export type Address = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `?r=today&f=a&f=b` → `{ r: 'today', f: ['a', 'b'] }`. Empty values count as absent. */
export function parseAddress(text: string): Address {
  const found = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(text)) {
    if (value !== '') found.set(key, [...(found.get(key) ?? []), value]);
  }
  return Object.fromEntries([...found].map(([key, values]) => [key, one(values)]));
}

/** The inverse: nothing quoted, no JSON; with its question mark, or nothing at all. */
export function printAddress(address: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(address).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((text): [string, string][] =>
      typeof text === 'string' && text !== '' ? [[key, text]] : [],
    ),
  );
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : '';
}

const one = (values: readonly string[]) => (values.length === 1 ? values[0] : values);

/** A key's value; the first one of several. */
export function textAt(address: Address, key: string): string | undefined {
  return textsAt(address, key)[0];
}

export function textsAt(address: Address, key: string): readonly string[] {
  const value = address[key];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** An address without some of its keys. */
export function withoutKeys(address: Address, keys: Iterable<string>): Address {
  const left = new Set(keys);
  return Object.fromEntries(Object.entries(address).filter(([key]) => !left.has(key)));
}
