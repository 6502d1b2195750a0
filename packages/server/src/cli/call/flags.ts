import type { Operation } from '@olympus/contract';
import { Problem } from '@olympus/core';
import { Option } from 'commander';
import { Compile } from 'typebox/compile';
import type { Input } from '../../operations/dispatcher.js';

/** The parts of a JSON Schema that flags are made from. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
}

/** Names that every call has a meaning for; members called so are given with `--input`. */
const reserved = new Set(['input', 'file', 'type', 'out', 'tenant', 'messages', 'json', 'help']);

/** `tenant_id` as it is written on the command line. */
export const flagOf = (member: string): string => `--${member.replaceAll('_', '-')}`;

const key = (member: string): string => `member:${member}`;

/** One option a member of the operation's input. */
export function flagsOf(operation: Operation): readonly Option[] {
  return membersOf(operation).map(([name, schema]) => {
    const required = operation.input.required?.includes(name) ?? false;
    const about = [schema.description, wordsOf(schema), required ? 'required' : undefined];
    const option = new Option(
      `${flagOf(name)} ${placeholderOf(schema)}`,
      about.filter((part) => part !== undefined).join('; '),
    );
    option.attributeName = () => key(name);
    return option.argParser((text: string, before: unknown) => read(schema, text, before));
  });
}

function membersOf(operation: Operation): readonly (readonly [string, Schema])[] {
  return Object.entries<Schema>(operation.input.properties).filter(
    ([name]) => !reserved.has(name.replaceAll('_', '-')),
  );
}

/** What the flags say, over what `--input` says. */
export function inputOf(
  operation: Operation,
  options: Readonly<Record<string, unknown>>,
  whole: Input,
): Input {
  const given = membersOf(operation).flatMap(([name]) => {
    const value = options[key(name)];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...whole, ...Object.fromEntries(given) };
}

/** @throws Problem `invalid_request` that names the flag */
export function requireValid(operation: Operation, input: Input): void {
  const validator = Compile(operation.input);
  if (validator.Check(input)) return;
  const [fault] = validator.Errors(input);
  const [, member = '', ...rest] = fault?.instancePath.split('/') ?? [];
  const { requiredProperties = [] } = (fault?.params ?? {}) as {
    readonly requiredProperties?: readonly string[];
  };
  const missing = member === '' ? requiredProperties.map(flagOf) : [];
  const place = member === '' ? 'the input' : [flagOf(member), ...rest].join('/');
  throw new Problem({
    code: 'invalid_request',
    kind: 'invalid',
    message:
      missing.length > 0
        ? `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} needed`
        : `${place} ${fault?.message ?? 'is invalid'}`,
    at: missing[0] ?? place,
    remedy: `olympus call ${operation.id} --help shows what it takes.`,
  });
}

const isList = ({ type }: Schema): boolean => type === 'array';

function placeholderOf(schema: Schema): string {
  switch (schema.type) {
    case 'boolean':
      return '[true|false]';
    case 'integer':
    case 'number':
      return '<number>';
    case 'array':
      return schema.items?.type === 'string' || schema.items?.enum ? '<a,b…>' : '<json…>';
    case 'string':
      return '<text>';
    default:
      return schema.enum === undefined ? '<json>' : '<word>';
  }
}

const wordsOf = ({ enum: words }: Schema): string | undefined =>
  words === undefined ? undefined : words.map(String).join(', ');

/** A text as what the schema asks for; what does not fit is left to be refused with its reason. */
function read(schema: Schema, text: string, before: unknown): unknown {
  if (isList(schema)) {
    const earlier: readonly unknown[] = Array.isArray(before) ? before : [];
    return [...earlier, ...readList(schema.items ?? {}, text)];
  }
  return readOne(schema, text);
}

function readList(items: Schema, text: string): readonly unknown[] {
  const whole = text.trimStart().startsWith('[') ? asJson(text) : undefined;
  if (Array.isArray(whole)) return whole;
  if (items.type !== 'string' && items.enum === undefined) return [readOne(items, text)];
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readOne(schema: Schema, text: string): unknown {
  if (schema.type === 'string') return text;
  return asJson(text) ?? text;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
