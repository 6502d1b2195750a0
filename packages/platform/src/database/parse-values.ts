/**
 * The one place where text from PostgreSQL becomes a value, by type OID, for every engine alike.
 * int8 is a number (all of ours stay below 2^53), a timestamptz is milliseconds since 1970 UTC,
 * JSON stays text because the schema's column type parses it.
 */
export const valueParsers: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't' || text === 'true',
  20: Number,
  21: Number,
  23: Number,
  114: (text) => text,
  3802: (text) => text,
  1184: parseInstant,
};

/** `2026-11-20 14:19:06.123+00` → milliseconds. */
function parseInstant(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`);
}
