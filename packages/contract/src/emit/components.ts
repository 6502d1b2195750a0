/** A JSON Schema, as plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Schemas by name, out of which others are made by reference. */
export interface Components {
  /** The schema with every titled object in it replaced by a reference. */
  refer(schema: unknown): JsonSchema;
  readonly schemas: ReadonlyMap<string, JsonSchema>;
}

/**
 * Collects titled objects of schemas under their titles.
 * @param reference how a name is referred to
 * @throws when two different schemas bear one title
 */
export function createComponents(reference: (name: string) => JsonSchema): Components {
  const schemas = new Map<string, JsonSchema>();
  const sources = new Map<string, string>();

  function walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const schema = value as JsonSchema;
    const { title } = schema;
    const members = () =>
      Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, walk(inner)]));
    if (typeof title !== 'string' || schema.type !== 'object') return members();
    const source = JSON.stringify(schema);
    const known = sources.get(title);
    if (known === undefined) {
      sources.set(title, source);
      schemas.set(title, members());
    } else if (known !== source) {
      throw new Error(`Two different schemas are titled ${title}`);
    }
    return reference(title);
  }

  return { refer: (schema) => walk(schema) as JsonSchema, schemas };
}
