import { type Static, type TProperties, type TSchema, Type } from 'typebox';

/** An object that has these members and no others. */
export function record<const P extends TProperties>(
  members: P,
  about: { readonly title?: string; readonly description?: string } = {},
) {
  return Type.Object(members, { ...about, additionalProperties: false });
}

export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const optional = Type.Optional;

/** One of some words. */
export const oneOf = <const T extends readonly string[]>(
  words: T,
  about: { readonly description?: string } = {},
) => Type.Enum([...words] as unknown as T[number][], about);

/** Any JSON object. */
export const anyObject = (about: { readonly title?: string; readonly description?: string } = {}) =>
  Type.Object({}, { ...about, additionalProperties: true });

export const tenantField = Type.String({
  minLength: 1,
  maxLength: 63,
  description: 'Id of the tenant',
});

/** The input of most operations on a tenant starts with it. */
export const ofTenant = { tenant_id: tenantField };

export const instantField = (description: string) =>
  Type.String({ format: 'date-time', description });

/** What stands under these members of an answer, by their names. */
export type Members<S extends TSchema> = Static<S>;
