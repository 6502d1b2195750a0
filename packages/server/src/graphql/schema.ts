import type { Download, Operation } from '@olympus/contract';
import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { ImplementedOperation } from '../hall/open-rooms.js';
import type { Dispatcher, Input, Origin } from '../operations/dispatcher.js';
import { readDownload } from './download.js';
import { type Schema, shapeOf, withoutNull } from './json-schema.js';
import { fieldName, typeName } from './names.js';
import { createTypes, type Types } from './types.js';

type Field = GraphQLFieldConfig<unknown, Origin, Record<string, unknown>>;

/** The root under which an operation is a field. */
export function rootOf({ answer, repeats }: Operation): 'Query' | 'Mutation' | 'Subscription' {
  if (answer.kind === 'stream') return 'Subscription';
  return repeats === 'safe' ? 'Query' : 'Mutation';
}

/** Everything that is offered, as one schema; each root field calls its operation. */
export function createSchema(dispatcher: Dispatcher): GraphQLSchema {
  const types = createTypes();
  const roots = new Map<string, Record<string, Field>>();
  for (const implemented of dispatcher.offered('graphql')) {
    const { operation } = implemented;
    const root = rootOf(operation);
    const fields = roots.get(root) ?? {};
    fields[fieldName(operation)] = toField(implemented, types, dispatcher);
    roots.set(root, fields);
  }
  const typeOf = (name: string) => {
    const fields = roots.get(name);
    return fields === undefined ? null : new GraphQLObjectType({ name, fields });
  };
  return new GraphQLSchema({
    query: typeOf('Query'),
    mutation: typeOf('Mutation'),
    subscription: typeOf('Subscription'),
  });
}

function toField(implemented: ImplementedOperation, types: Types, dispatcher: Dispatcher): Field {
  const { operation } = implemented;
  const { summary, description, input } = operation;
  const schema: Schema = JSON.parse(JSON.stringify(input));
  const described = {
    description: [summary, description, `Permission: \`${operation.permission}\`.`]
      .filter((line) => line !== undefined)
      .join('\n\n'),
    // null, so that a fault of one field leaves the others their answers
    type: nullable(answerType(operation, types)),
    args: toArguments(operation, schema, types),
  };
  if (operation.answer.kind !== 'stream') {
    return {
      ...described,
      resolve: async (_, args, origin) => {
        const given = await dispatcher.run(implemented, asInput(schema, args) as Input, origin);
        return toValue(operation, given);
      },
    };
  }
  return {
    ...described,
    subscribe: (_, args, origin) =>
      dispatcher.follow(implemented, asInput(schema, args) as Input, origin),
    resolve: (message) => message,
  };
}

function answerType({ id, answer }: Operation, types: Types): GraphQLOutputType {
  switch (answer.kind) {
    case 'json':
    case 'stream':
      return types.output(JSON.parse(JSON.stringify(answer.schema)), `${typeName(id)}Answer`);
    case 'file':
      return GraphQLString;
    default:
      return GraphQLBoolean;
  }
}

const nullable = (type: GraphQLOutputType): GraphQLOutputType =>
  type instanceof GraphQLNonNull ? (type.ofType as GraphQLOutputType) : type;

function toArguments(
  operation: Operation,
  { properties = {}, required = [], title }: Schema,
  types: Types,
): GraphQLFieldConfigArgumentMap {
  const at = title ?? typeName(operation.id);
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      {
        type: types.input(schema, typeName(at, name), !required.includes(name)),
        description: schema.description ?? null,
      },
    ]),
  );
}

/** What a handler gave, as it would travel. */
async function toValue({ answer }: Operation, given: unknown): Promise<unknown> {
  if (answer.kind === 'file') return readDownload(given as Download);
  return given === undefined ? true : JSON.parse(JSON.stringify(given));
}

/** Null stands for what was left out, unless the schema has a meaning for it. */
function asInput(given: Schema, value: unknown): unknown {
  const { schema } = withoutNull(given);
  const shape = shapeOf(schema);
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item) => asInput(shape.of, item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {} } = schema;
  if (shape.kind !== 'object' && Object.keys(properties).length === 0) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const member = properties[name];
      if (member === undefined) return [[name, inner]];
      if (inner === null && !withoutNull(member).nullable && shapeOf(member).kind !== 'json') {
        return [];
      }
      return [[name, asInput(member, inner)]];
    }),
  );
}
