import { Type } from 'typebox';

/** Identifier that a business uses: 1–256 characters, no control characters. */
export const Id = Type.String({
  minLength: 1,
  maxLength: 256,
  pattern: '^[^\\u0000-\\u001f\\u007f]*$',
});

/** Short free text such as a channel or a category. */
export const Label = Type.String({ maxLength: 512 });

/** Decimal number, or decimal text where a double would not be exact. */
export const Decimal = Type.Union([
  Type.Number({ minimum: -1e12, maximum: 1e12 }),
  Type.String({ pattern: '^[+-]?[0-9]{1,12}(\\.[0-9]{1,12})?$' }),
]);

/** ISO 4217. */
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' });

/** RFC 3339 instant. */
export const Instant = Type.String({ format: 'date-time' });

/** Marks a field as personal: it is sealed under the person's key before it is stored. */
export const personal = { 'x-personal': true } as const;

/** Marks an address of a page: what names somebody in it is sealed, the rest is stored in clear. */
export const webAddress = { 'x-web-address': true } as const;

/** What a business adds of its own accord, so that nobody knows what is in it. */
export const Attributes = Type.Record(Type.String(), Type.Unknown(), personal);

/** Free words of a person. */
export const Words = Type.String({ maxLength: 512, ...personal });
