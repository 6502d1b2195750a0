import { describe, expect, it } from 'vitest';
import { fieldsOf } from './fields.js';

describe('fields of a schema', () => {
  it('are those of all its parts, with their types in a word', () => {
    const fields = fieldsOf({
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string' },
        email: { type: 'string', 'x-personal': true },
        items: { type: 'array', items: { type: 'object' } },
        price: { anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'number' }] },
        kind: { enum: ['a', 1] },
        free: true,
      },
      allOf: [{ required: ['guests'], properties: { guests: { type: ['integer', 'null'] } } }],
    });
    expect(fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'id: string',
      'email: string',
      'items: object[]',
      'price: number | string',
      'kind: "a" | 1',
      'free: any',
      'guests: integer | null',
    ]);
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'id',
      'guests',
    ]);
    expect(fields.filter(({ personal }) => personal).map(({ name }) => name)).toEqual(['email']);
  });
});
