/** Text that PostgreSQL can hold: NUL and broken Unicode become U+FFFD. */
export function storable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what PostgreSQL cannot hold
  return text.replace(/[\u0000\ud800-\udfff]/gu, '\ufffd');
}

/** A JSON object with every text made {@link storable}. */
export function storableJson(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'string' ? storable(inner) : inner,
    ),
  );
}
