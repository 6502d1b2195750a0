import { Problem } from '@olympus/core';
import { formats } from './formats.js';

type Json = Readonly<Record<string, unknown>>;

/** What a keyword's value has to be. */
type Shape =
  | 'annotation'
  | 'schema'
  | 'schemas'
  | 'items'
  | 'members'
  | 'dependencies'
  | 'names'
  | 'types'
  | 'values'
  | 'value'
  | 'count'
  | 'number'
  | 'divisor'
  | 'flag'
  | 'format';

const keywords: Readonly<Record<string, Shape>> = {
  $schema: 'annotation',
  $comment: 'annotation',
  title: 'annotation',
  description: 'annotation',
  default: 'annotation',
  examples: 'annotation',
  deprecated: 'annotation',
  readOnly: 'annotation',
  writeOnly: 'annotation',
  type: 'types',
  nullable: 'flag',
  const: 'value',
  enum: 'values',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'divisor',
  minLength: 'count',
  maxLength: 'count',
  format: 'format',
  minItems: 'count',
  maxItems: 'count',
  uniqueItems: 'flag',
  items: 'items',
  additionalItems: 'schema',
  contains: 'schema',
  minProperties: 'count',
  maxProperties: 'count',
  required: 'names',
  properties: 'members',
  additionalProperties: 'schema',
  propertyNames: 'schema',
  dependencies: 'dependencies',
  dependentRequired: 'dependencies',
  not: 'schema',
  anyOf: 'schemas',
  oneOf: 'schemas',
  allOf: 'schemas',
  if: 'schema',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: 'schema',
  else: 'schema',
};
const types = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'];

const maxSchemaBytes = 64 * 1024;
/** Levels of schemas inside each other. */
const maxLevels = 32;
/** Keywords of a schema and of all inside it, with the names and values that they list. */
const maxKeywords = 4_000;

/**
 * What may be declared: keywords that are known, each with a value that it can have, so many in all
 * and so deep. Nothing that refers to elsewhere, and no regular expressions of a stranger, which could
 * take minutes over one text.
 * @throws Problem `invalid_schema`, with the place
 */
export function requireAllowedSchema(schema: unknown): asserts schema is object {
  if (!isObject(schema)) throw invalidSchema('', 'a schema is a JSON object');
  let counted = 0;

  function count(place: string, more: number): void {
    counted += more;
    if (counted <= maxKeywords) return;
    throw invalidSchema(place, `a schema has at most ${maxKeywords} keywords, names and values`);
  }

  function walk(part: unknown, place: string, level: number): void {
    if (typeof part === 'boolean') {
      count(place, 1);
      return;
    }
    if (!isObject(part)) throw invalidSchema(place, 'a schema is a JSON object, true or false');
    if (level > maxLevels) throw invalidSchema(place, `schemas nest at most ${maxLevels} levels`);
    for (const [keyword, value] of Object.entries(part)) {
      const at = `${place}/${escaped(keyword)}`;
      count(at, 1);
      if (keyword.startsWith('x-')) continue;
      const shape = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
      if (shape === undefined) throw unknownKeyword(at, keyword);
      const fault = faultOf(shape, value);
      if (fault !== undefined) throw invalidSchema(at, `"${keyword}" ${fault}`);
      if (Array.isArray(value)) count(at, value.length);
      walkInto(shape, value, at, level + 1);
    }
  }

  function walkInto(shape: Shape, value: unknown, at: string, level: number): void {
    const several = Array.isArray(value);
    if (shape === 'schema' || (shape === 'items' && !several)) {
      walk(value, at, level);
    } else if ((shape === 'schemas' || shape === 'items') && several) {
      for (const [index, part] of value.entries()) walk(part, `${at}/${index}`, level);
    } else if (shape === 'members' || shape === 'dependencies') {
      for (const [name, part] of Object.entries(value as Json)) {
        const place = `${at}/${escaped(name)}`;
        if (!Array.isArray(part)) walk(part, place, level);
        else if (shape === 'dependencies' && areNames(part)) count(place, part.length);
        else throw invalidSchema(place, 'it takes a schema or a list of names');
      }
    }
  }

  walk(schema, '', 1);
  if (JSON.stringify(schema).length > maxSchemaBytes) {
    throw invalidSchema('', 'a schema holds at most 64 KiB');
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** What is wrong with a keyword's value, as the end of a sentence; schemas inside it are walked. */
function faultOf(shape: Shape, value: unknown): string | undefined {
  switch (shape) {
    case 'types': {
      const named = Array.isArray(value) ? value : [value];
      const sound = named.length > 0 && named.every((name) => types.includes(name));
      return sound ? undefined : `is one or several of ${types.join(', ')}`;
    }
    case 'values':
      return Array.isArray(value) && value.length > 0 ? undefined : 'is a list of values';
    case 'names':
      return areNames(value) ? undefined : 'is a list of names';
    case 'count':
      return isCount(value) ? undefined : 'is a whole number from 0';
    case 'number':
      return Number.isFinite(value) ? undefined : 'is a number';
    case 'divisor':
      return Number.isFinite(value) && Number(value) > 0 ? undefined : 'is a number above 0';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'is true or false';
    case 'format': {
      const known = typeof value === 'string' && Object.hasOwn(formats, value);
      return known ? undefined : `is one of ${Object.keys(formats).join(', ')}`;
    }
    case 'schemas':
      return Array.isArray(value) && value.length > 0 ? undefined : 'is a list of schemas';
    case 'members':
    case 'dependencies':
      return isObject(value) ? undefined : 'is an object of schemas by name';
    default:
      return undefined;
  }
}

function unknownKeyword(at: string, keyword: string): Problem {
  return invalidSchema(
    at,
    `the keyword "${keyword.slice(0, 80)}" is not supported`,
    `Leave it out. What a schema may use: ${Object.keys(keywords).join(', ')}, and annotations whose name starts with "x-".`,
  );
}

export function invalidSchema(
  at: string,
  why: string,
  remedy = 'Send a JSON Schema of the event’s data; mark personal fields with "x-personal": true.',
): Problem {
  const place = at.length > 500 ? `${at.slice(0, 500)}…` : at;
  return new Problem({
    code: 'invalid_schema',
    kind: 'invalid',
    message: `The schema cannot be used: ${why}`,
    at: place === '' ? '/' : place,
    remedy,
  });
}
