import { enumName, isName } from './names.js';

/** The parts of a JSON Schema that types are made from. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly maximum?: number;
}

/** What a schema comes to, as far as GraphQL can say it. */
export type Shape =
  | { readonly kind: 'text' | 'number' | 'integer' | 'boolean' | 'json' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly of: Schema }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Schema>> }
  | { readonly kind: 'union'; readonly of: readonly Schema[] };

/** The schema without the part that lets it be null, and whether there was one. */
export function withoutNull(schema: Schema): {
  readonly schema: Schema;
  readonly nullable: boolean;
} {
  const { anyOf, type, description } = schema;
  if (anyOf !== undefined) {
    const rest = anyOf.filter((one) => one.type !== 'null');
    const nullable = rest.length < anyOf.length;
    const [only] = rest;
    if (rest.length === 1 && only !== undefined) {
      const inner = withoutNull(only);
      return {
        schema: description === undefined ? inner.schema : { ...inner.schema, description },
        nullable: nullable || inner.nullable,
      };
    }
    return { schema: { ...schema, anyOf: rest }, nullable };
  }
  if (Array.isArray(type)) {
    const rest = type.filter((name) => name !== 'null');
    const [only] = rest;
    const single = rest.length === 1 && only !== undefined;
    return {
      schema: { ...schema, type: single ? only : rest },
      nullable: rest.length < type.length,
    };
  }
  return { schema, nullable: type === 'null' };
}

/** Of a schema that {@link withoutNull} gave. */
export function shapeOf(schema: Schema): Shape {
  const { anyOf, enum: words, type, items, properties = {}, maximum } = schema;
  if (words !== undefined) return ofWords(words);
  if ('const' in schema) return ofConst(schema.const);
  if (anyOf !== undefined) return ofUnion(anyOf);
  switch (type) {
    case 'string':
      return { kind: 'text' };
    case 'integer':
      // GraphQL's own integers end at 32 bits
      return { kind: maximum !== undefined && maximum < 2 ** 31 ? 'integer' : 'number' };
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return items === undefined ? { kind: 'json' } : { kind: 'list', of: items };
    case 'object': {
      const names = Object.keys(properties);
      const named = names.length > 0 && names.every(isName);
      return named ? { kind: 'object', members: properties } : { kind: 'json' };
    }
    default:
      return { kind: 'json' };
  }
}

function ofWords(words: readonly unknown[]): Shape {
  const texts = words.filter((word) => typeof word === 'string');
  if (texts.length < words.length) return { kind: 'json' };
  const names = new Set(texts.map(enumName));
  return names.size === texts.length ? { kind: 'words', words: texts } : { kind: 'text' };
}

function ofConst(value: unknown): Shape {
  if (typeof value === 'string') return { kind: 'text' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  return { kind: typeof value === 'number' ? 'number' : 'json' };
}

function ofUnion(members: readonly Schema[]): Shape {
  const shapes = members.map(shapeOf);
  const isText = ({ kind }: Shape) => kind === 'text' || kind === 'words';
  if (shapes.every(isText)) return { kind: 'text' };
  const isTitled = shapes.every(
    ({ kind }, index) => kind === 'object' && members[index]?.title !== undefined,
  );
  return isTitled ? { kind: 'union', of: members } : { kind: 'json' };
}
