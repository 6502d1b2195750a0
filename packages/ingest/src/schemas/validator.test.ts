import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from './formats.js';
import { compileSchema } from './validator.js';
import { requireAllowedSchema } from './vocabulary.js';

const scalar = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'ä😀', 0, 1, 1.5, -3, 10, true, false, null),
  fc.constantFrom('a', 'b'),
);
const names = ['a', 'b', 'c'];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('any'), { maxKeys: 3 }),
  ),
})).any;
const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object');
const small = fc.integer({ min: 0, max: 3 });
const schema = fc.letrec((tie) => {
  const part = tie('any');
  const parts = fc.array(part, { minLength: 1, maxLength: 2 });
  const members = fc.dictionary(fc.constantFrom(...names), part, { maxKeys: 2 });
  const some = fc.subarray(names, { minLength: 1 });
  return {
    any: fc.oneof(
      { depthSize: 'small' },
      fc.boolean(),
      fc.record({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 2 })) }),
      fc.record(
        {
          type,
          const: value,
          enum: fc.uniqueArray(value, {
            minLength: 1,
            maxLength: 3,
            selector: (v) => JSON.stringify(v),
          }),
          minimum: small,
          maximum: small,
          exclusiveMinimum: small,
          exclusiveMaximum: small,
          multipleOf: fc.constantFrom(1, 2, 0.5),
          minLength: small,
          maxLength: small,
          minItems: small,
          maxItems: small,
          uniqueItems: fc.boolean(),
          minProperties: small,
          maxProperties: small,
          required: some,
          dependencies: fc.dictionary(fc.constantFrom(...names), fc.oneof(some, part), {
            maxKeys: 1,
          }),
          properties: members,
          additionalProperties: part,
          propertyNames: part,
          items: fc.oneof(part, parts),
          additionalItems: part,
          contains: part,
          not: part,
          anyOf: parts,
          oneOf: parts,
          allOf: parts,
          if: part,
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: part,
          else: part,
        },
        { requiredKeys: [] },
      ),
    ),
  };
}).any as fc.Arbitrary<object>;

describe('a schema', () => {
  it('lets through what another implementation of draft 7 lets through', () => {
    const ajv = new Ajv({ strict: false, validateSchema: false, code: { optimize: false } });
    fc.assert(
      fc.property(schema, value, (given, made) => {
        const data: unknown = JSON.parse(JSON.stringify(made));
        expect(compileSchema(given)(data) === undefined).toBe(ajv.compile(given)(data));
      }),
      { numRuns: 150 },
    );
  });

  it('says where a value does not fit and why', () => {
    const check = compileSchema({
      required: ['a/b'],
      properties: {
        'a/b': { type: 'array', items: { anyOf: [{ type: 'number' }, { maxLength: 2 }] } },
      },
    });
    expect(check({})).toMatchObject({ path: '/a/b', reason: 'is missing' });
    expect(check({ 'a/b': [1, 'ab', 'abc'] })).toEqual({
      path: '/a~1b/2',
      reason: 'must be number',
      rule: { keyword: 'type', type: 'number' },
    });
    expect(compileSchema({ maximum: 3 })(4)).toMatchObject({
      reason: 'must be <= 3',
      rule: { keyword: 'maximum', limit: 3 },
    });
  });

  it('takes a member that is undefined for one that is not there, as JSON does', () => {
    const check = compileSchema({
      required: ['id'],
      properties: { id: { type: 'string' }, utm: { type: 'object' } },
      additionalProperties: false,
    });
    expect(check({ id: 'a', utm: undefined, other: undefined })).toBeUndefined();
    expect(check({ id: undefined })).toMatchObject({ path: '/id', reason: 'is missing' });
  });

  it('gives up on what takes too many steps', () => {
    const branches = Array.from({ length: 400 }, (_, i) => ({ required: [`a${i}`] }));
    const check = compileSchema({ items: { not: { anyOf: branches } } });
    const startedMs = performance.now();
    expect(check(Array.from({ length: 50_000 }, () => ({})))).toMatchObject({
      rule: { keyword: 'steps' },
    });
    expect(performance.now() - startedMs).toBeLessThan(500);
  });

  it('finds repeated items in a time that grows with their number', () => {
    const check = compileSchema({ uniqueItems: true });
    const items = Array.from({ length: 8_000 }, (_, i) => ({ a: { b: i } }));
    expect(check(items)).toBeUndefined();
    expect(check([...items, { a: { b: 5 } }])).toMatchObject({ rule: { keyword: 'uniqueItems' } });
  });
});

describe('a format', () => {
  const signs = [':', '.', 'a', '-', '{', '/', '@', '~1', '%', '0', 'a:', 'a.', '=', '1H', ' '];
  const begins = ['', 'http://', 'a@', 'P', '2026-01-01T00:00:00', '/', '::'];

  it.each(Object.keys(formats))('%s is checked in a moment, however long the text', (name) => {
    const check = formats[name] ?? (() => true);
    const startedMs = performance.now();
    for (const begin of begins) for (const sign of signs) check(`${begin}${sign.repeat(40_000)}!`);
    // 105 texts of 40 kB and more
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });

  it.each([
    ['date', ['2026-02-28', '2024-02-29'], ['2026-02-29', '2026-13-01', '26-01-01']],
    ['time', ['10:00:00Z', '23:59:60+01:00'], ['10:00:00', '24:00:00Z']],
    ['date-time', ['2026-05-05T10:00:00Z'], ['2026-05-05', '2026-02-30T10:00:00Z']],
    ['duration', ['P1DT2H', 'PT5M', 'P2W'], ['P', 'PT', 'P1H', '1D']],
    ['url', ['https://a.example/b?c#d'], ['mailto:a@b.c', '//a', 'http://', 'a']],
    ['uri', ['urn:isbn:1', 'mailto:a@b.c'], ['a', '/a', 'http://a b']],
    ['uri-reference', ['/a?b', '../c', 'https://a'], ['a b', '\\']],
    ['email', ['a.b+c@shop.example'], ['a', '@b', 'a@', 'a b@c.d', 'a@-b.c']],
    ['hostname', ['a.example', 'localhost'], ['-a', 'a..b', '']],
    ['ipv4', ['10.0.0.1'], ['256.0.0.1', '1.2.3']],
    ['ipv6', ['::1'], ['::g']],
    ['uuid', ['2f1b4c1e-9c1d-4a6f-8a52-0a8a3b1a6c11'], ['2f1b']],
    ['json-pointer', ['', '/a~1b/0'], ['a', '/~2']],
    ['byte', ['YWJj', ''], ['YWJ', '?===']],
  ])('%s tells right from wrong', (name, right, wrong) => {
    const check = formats[name] ?? (() => false);
    expect(right.filter((text) => !check(text))).toEqual([]);
    expect(wrong.filter((text) => check(text))).toEqual([]);
  });
});

describe('what may be declared', () => {
  const nested = (levels: number): object => (levels === 0 ? {} : { not: nested(levels - 1) });

  it.each<[string, unknown, string]>([
    ['$async', { $async: true }, '/$async'],
    ['a reference', { properties: { a: { $ref: '#' } } }, '/properties/a/$ref'],
    ['a pattern', { items: { pattern: '(a+)+$' } }, '/items/pattern'],
    ['patterns of names', { patternProperties: {} }, '/patternProperties'],
    ['an unknown keyword', { anyOf: [{ typ: 'string' }] }, '/anyOf/0/typ'],
    [
      'an unknown format',
      { properties: { 'a/b': { format: 'regex' } } },
      '/properties/a~1b/format',
    ],
    ['an unknown type', { type: 'colour' }, '/type'],
    ['a bound that is none', { maxLength: '3' }, '/maxLength'],
    ['members that are none', { properties: [] }, '/properties'],
    ['too many levels', nested(40), `${'/not'.repeat(32)}`],
    ['too many keywords', { enum: Array.from({ length: 5_000 }, (_, i) => i) }, '/enum'],
    ['too many bytes', { title: 'a'.repeat(70_000) }, '/'],
    ['text', 'text', '/'],
  ])('is not %s, and the place is told', (_, given, at) => {
    expect(() => requireAllowedSchema(given)).toThrow(
      expect.objectContaining({ code: 'invalid_schema', at, remedy: expect.any(String) }),
    );
  });

  it('is a property of any name, and annotations of one’s own', () => {
    const properties = { pattern: { type: 'string', 'x-personal': true }, $ref: true };
    expect(() => requireAllowedSchema({ properties, 'x-owner': { any: 'thing' } })).not.toThrow();
  });
});
