import type { Operation } from '../operation.js';
import { isOffered } from '../operation.js';
import { placementOf } from '../placement.js';
import type { Contract } from '../room.js';
import { createComponents, type JsonSchema } from './components.js';

const prefix = '#/';
const reference = (name: string) => ({ $ref: `${prefix}${name}` });

/**
 * What a typed client needs, as a module of TypeScript that imports nothing: a type for each titled
 * schema, the input and answer of each operation, and where each member of an input goes.
 */
export function toClientModule(contracts: readonly Contract[]): string {
  const components = createComponents(reference);
  const operations = contracts
    .flatMap((one) => one.operations)
    .filter((operation) => isOffered(operation, 'sdk'));
  const calls = operations.map((operation) => {
    const { answer } = operation;
    const input = printType(components.refer(operation.input));
    const gives =
      answer.kind === 'json' || answer.kind === 'stream'
        ? printType(components.refer(answer.schema))
        : answer.kind === 'file'
          ? 'Blob'
          : 'undefined';
    return [
      comment([operation.summary, operation.description]),
      `  readonly '${operation.id}': { readonly input: ${input}; readonly answer: ${gives} };`,
    ].join('\n');
  });
  const types = [...components.schemas].map(([name, schema]) =>
    [comment([schema.description]), `export interface ${name} ${printType(schema)}`]
      .filter((line) => line !== '')
      .join('\n'),
  );
  return [
    '// Made from the rooms’ contracts by scripts/generate-sdk.ts.',
    '',
    ...types,
    '',
    '/** What each operation takes and gives. */',
    'export interface Operations {',
    ...calls,
    '}',
    '',
    '/** How an operation is called: method, path, what of its input is the body, kind of answer. */',
    'export const operations = {',
    ...operations.map((operation) => `  '${operation.id}': ${printRoute(operation)},`),
    '} as const;',
    '',
  ].join('\n');
}

/** Short, since browsers load it: method, path, what of the input is the body, kind of answer. */
function printRoute(operation: Operation): string {
  const { method, path, answer } = operation;
  const { body } = placementOf(operation);
  const part = body.kind === 'whole' ? `=${body.name}` : body.kind;
  return `'${method} ${path} ${part} ${answer.kind === 'redirect' ? 'none' : answer.kind}'`;
}

function comment(parts: readonly unknown[]): string {
  const lines = parts.filter((part): part is string => typeof part === 'string');
  return lines.length === 0 ? '' : `/** ${lines.join('. ').replaceAll('*/', '*\\/')} */`;
}

function printType(schema: JsonSchema): string {
  const { $ref, anyOf, type } = schema;
  if (typeof $ref === 'string') return $ref.slice(prefix.length);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (Array.isArray(anyOf)) return anyOf.map((one: JsonSchema) => printType(one)).join(' | ');
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly (${printType(schema.items as JsonSchema)})[]`;
    case 'object':
      return printObject(schema);
    default:
      return 'unknown';
  }
}

function printObject(schema: JsonSchema): string {
  const {
    properties = {},
    required = [],
    patternProperties,
  } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
    readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  };
  const [pattern] = Object.values(patternProperties ?? {});
  if (pattern !== undefined) return `Readonly<Record<string, ${printType(pattern)}>>`;
  const members = Object.entries(properties).map(([name, member]) => {
    const optional = required.includes(name) ? '' : '?';
    const about = comment([member.description]);
    return `${about === '' ? '' : `${about}\n`}readonly ${name}${optional}: ${printType(member)}${optional === '' ? '' : ' | undefined'};`;
  });
  if (members.length > 0) return `{\n${members.join('\n')}\n}`;
  return schema.additionalProperties === true
    ? 'Readonly<Record<string, unknown>>'
    : 'Readonly<Record<string, never>>';
}
