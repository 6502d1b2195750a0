import { beginningOf, Problem } from '@olympus/core';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifySchemaCompiler,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

/** Lets handlers see the types of the TypeBox schemas that their route declares. */
export interface TypeBoxProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
  readonly serializer: unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxProvider
>;

/**
 * Checks what comes in. Bodies are taken as they are; query strings and path parameters, which can
 * only be text, are converted to what the schema asks for.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  const converts = httpPart !== 'body';
  const { required } = schema as { readonly required?: readonly string[] };
  // a body of which nothing is required may be left out
  const optional = httpPart === 'body' && 'properties' in schema && required === undefined;
  const { properties = {} } = schema as { readonly properties?: Readonly<Record<string, TSchema>> };
  const integers = Object.keys(properties).filter(
    (name) => 'type' in (properties[name] ?? {}) && Object(properties[name]).type === 'integer',
  );
  return (given: unknown) => {
    const input = optional && (given === undefined || given === null) ? {} : given;
    if (validator.Check(input)) return { value: input };
    // converting costs more than checking, and most addresses fit as they are
    const value = converts ? convert(schema, input as Fields, integers) : input;
    if (converts && validator.Check(value)) return { value };
    const [first] = validator.Errors(beginningOf(value));
    return { error: invalidRequest(first, converts ? `/${httpPart}` : '', 'the body') };
  };
};

type Fields = Readonly<Record<string, unknown>>;

/** Texts as the schema's types. Of whole numbers only those written as such: 1.5 is not cut to 1. */
function convert(schema: TSchema, input: Fields, integers: readonly string[]): unknown {
  const converted = Value.Convert(schema, { ...input }) as Record<string, unknown>;
  for (const name of integers) {
    const text = input[name];
    if (typeof text === 'string' && !/^-?\d+$/.test(text)) converted[name] = text;
  }
  return converted;
}

/** What a schema found wrong. */
export interface SchemaFault {
  readonly instancePath: string;
  readonly message: string;
  readonly params: object;
}

/**
 * @param base where in the request the value stands
 * @param whole what the value is called when all of it is meant
 */
export function invalidRequest(
  fault: SchemaFault | undefined,
  base: string,
  whole: string,
): Problem {
  const place = `${base}${fault?.instancePath ?? ''}`;
  return new Problem({
    code: 'invalid_request',
    kind: 'invalid',
    message: `The request is not as expected: ${place === '' ? whole : place} ${describe(fault)}`,
    at: place === '' ? '/' : place,
    remedy: 'The reference at /docs shows what this route takes.',
  });
}

function describe(error: SchemaFault | undefined): string {
  if (error === undefined) return 'is invalid';
  const params = Object.entries(error.params)
    .filter(([, value]) => Array.isArray(value) && value.length > 0 && value.length < 20)
    .map(([, value]) => ` (${(value as unknown[]).map(String).join(', ')})`);
  return `${error.message}${params.join('')}`;
}
