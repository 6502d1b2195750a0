import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import { jsonScalar } from './json-scalar.js';
import { type Schema, type Shape, shapeOf, withoutNull } from './json-schema.js';
import { enumName, typeName } from './names.js';

/** GraphQL types by name, made from JSON Schemas as they are met. */
export interface Types {
  /** @param at names the type when the schema has no title */
  output(schema: Schema, at: string): GraphQLOutputType;
  /** @param optional whether it may be left out */
  input(schema: Schema, at: string, optional: boolean): GraphQLInputType;
}

type NullableOutput =
  | GraphQLScalarType
  | GraphQLInterfaceType
  | GraphQLObjectType
  | GraphQLUnionType
  | GraphQLEnumType
  | GraphQLList<GraphQLOutputType>;
type NullableInput =
  | GraphQLScalarType
  | GraphQLEnumType
  | GraphQLInputObjectType
  | GraphQLList<GraphQLInputType>;
type Made = GraphQLObjectType | GraphQLInputObjectType | GraphQLUnionType | GraphQLEnumType;

const scalars = {
  text: GraphQLString,
  number: GraphQLFloat,
  integer: GraphQLInt,
  boolean: GraphQLBoolean,
  json: jsonScalar,
} as const;

export function createTypes(): Types {
  const made = new Map<string, { readonly source: string; readonly type: Made }>();

  /** One type a name; a name that already stands for something else gets a number. */
  function once<T extends Made>(
    wanted: string,
    schema: Schema,
    kind: new (...of: never[]) => T,
    make: (name: string) => T,
  ): T {
    const source = JSON.stringify(schema);
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted}${number}`;
      const known = made.get(name);
      if (known === undefined) {
        const type = make(name);
        made.set(name, { source, type });
        return type;
      }
      if (known.source === source && known.type instanceof kind) return known.type;
    }
  }

  const enumOf = (schema: Schema, words: readonly string[], name: string) =>
    once(
      name,
      schema,
      GraphQLEnumType,
      (name) =>
        new GraphQLEnumType({
          name,
          description: schema.description ?? null,
          values: Object.fromEntries(words.map((word) => [enumName(word), { value: word }])),
        }),
    );

  function objectOf(schema: Schema, members: Readonly<Record<string, Schema>>, at: string) {
    return once(
      schema.title ?? at,
      schema,
      GraphQLObjectType,
      (name) =>
        new GraphQLObjectType({
          name,
          description: schema.description ?? null,
          fields: () =>
            Object.fromEntries(
              Object.entries(members).map(([member, inner]) => {
                const type = output(inner, typeName(name, member));
                const required = schema.required?.includes(member) ?? false;
                const nullable = required ? type : withoutRequired(type);
                return [member, { type: nullable, description: inner.description ?? null }];
              }),
            ),
        }),
    );
  }

  function unionOf(schema: Schema, of: readonly Schema[], at: string) {
    const types = of.map((one) => output({ ...one }, at)).map(withoutRequired);
    const objects = types.filter((type) => type instanceof GraphQLObjectType);
    return once(
      schema.title ?? at,
      schema,
      GraphQLUnionType,
      (name) =>
        new GraphQLUnionType({
          name,
          description: schema.description ?? null,
          types: objects,
          resolveType: (value) => objects[bestFit(of, value)]?.name,
        }),
    );
  }

  function nullableOutput(schema: Schema, shape: Shape, at: string): NullableOutput {
    switch (shape.kind) {
      case 'words':
        return enumOf(schema, shape.words, at);
      case 'list':
        return new GraphQLList(output(shape.of, at));
      case 'object':
        return objectOf(schema, shape.members, at);
      case 'union':
        return unionOf(schema, shape.of, at);
      default:
        return scalars[shape.kind];
    }
  }

  function output(given: Schema, at: string): GraphQLOutputType {
    const { schema, nullable } = withoutNull(given);
    const shape = shapeOf(schema);
    const type = nullableOutput(schema, shape, at);
    // anything may be null, too
    return nullable || shape.kind === 'json' ? type : new GraphQLNonNull(type);
  }

  function inputObjectOf(schema: Schema, members: Readonly<Record<string, Schema>>, at: string) {
    return once(
      schema.title === undefined ? at : `${schema.title}Input`,
      schema,
      GraphQLInputObjectType,
      (name) =>
        new GraphQLInputObjectType({
          name,
          description: schema.description ?? null,
          fields: () =>
            Object.fromEntries(
              Object.entries(members).map(([member, inner]) => {
                const optional = !(schema.required?.includes(member) ?? false);
                const type = input(inner, typeName(name.replace(/Input$/, ''), member), optional);
                return [member, { type, description: inner.description ?? null }];
              }),
            ),
        }),
    );
  }

  function nullableInput(schema: Schema, shape: Shape, at: string): NullableInput {
    switch (shape.kind) {
      case 'words':
        return enumOf(schema, shape.words, `${at}Choice`);
      case 'list':
        return new GraphQLList(input(shape.of, at, false));
      case 'object':
        return inputObjectOf(schema, shape.members, `${at}Input`);
      case 'union':
        return jsonScalar;
      default:
        return scalars[shape.kind];
    }
  }

  function input(given: Schema, at: string, optional: boolean): GraphQLInputType {
    const { schema, nullable } = withoutNull(given);
    const type = nullableInput(schema, shapeOf(schema), at);
    return nullable || optional ? type : new GraphQLNonNull(type);
  }

  return { output, input };
}

const withoutRequired = (type: GraphQLOutputType): NullableOutput =>
  type instanceof GraphQLNonNull ? (type.ofType as NullableOutput) : type;

/** The member of a union that a value is: the first whose fixed words and required members it has. */
function bestFit(of: readonly Schema[], value: unknown): number {
  const has = value as Readonly<Record<string, unknown>>;
  return of.findIndex(({ properties = {}, required = [] }) =>
    required.every((name) => {
      const { const: fixed, enum: words } = properties[name] ?? {};
      if (fixed !== undefined) return has[name] === fixed;
      return words === undefined ? name in has : words.includes(has[name]);
    }),
  );
}
