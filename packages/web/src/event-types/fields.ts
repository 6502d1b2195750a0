/** A member of an event's data, as its schema declares it. */
export interface SchemaField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly personal: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The members that a JSON Schema names, with those of the schemas that it is put together from. */
export function fieldsOf(schema: Json): readonly SchemaField[] {
  const parts = [schema, ...list(schema.allOf).filter(isObject)];
  const required = new Set(parts.flatMap((part) => list(part.required)));
  const members = new Map(
    parts.flatMap((part) => Object.entries(isObject(part.properties) ? part.properties : {})),
  );
  return [...members].map(([name, member]) => ({
    name,
    type: typeOf(member),
    required: required.has(name),
    personal: isObject(member) && member['x-personal'] === true,
  }));
}

function typeOf(schema: unknown): string {
  if (!isObject(schema)) return 'any';
  const choices = list(schema.anyOf ?? schema.oneOf);
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'array') return `${typeOf(schema.items)}[]`;
  return typeof schema.type === 'string' ? schema.type : 'any';
}
