/** A list of texts as one PostgreSQL array literal, to be bound as `$n::text::text[]`. */
export function printTextArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
