import { describe, expect, it } from 'vitest';
import { lineOf, printJson, readJsonObject } from './print-json.js';

const event = {
  id: 'e-1',
  data: { items: [{ quantity: -2, 'a/b': true }, []], empty: {}, nothing: null },
};

describe('printed JSON', () => {
  it('is what JSON.stringify prints', () => {
    for (const value of [event, [], {}, 'text', 1.5, null, [[1, [2]], { a: [{}] }]]) {
      const text = printJson(value)
        .map((line) => line.text)
        .join('\n');
      expect(text).toBe(JSON.stringify(value, null, 2));
    }
  });

  it('knows the line of a place, or of what is around a place that is missing', () => {
    const lines = printJson(event);
    const at = (pointer: string) => lines[lineOf(lines, pointer) ?? -1]?.text.trim();
    expect(at('/data/items/0/quantity')).toBe('"quantity": -2,');
    expect(at('/data/items/0/a~1b')).toBe('"a/b": true');
    expect(at('/data/items/0/unit_price')).toBe('{');
    expect(at('/data/order_id')).toBe('"data": {');
    expect(at('/nowhere')).toBe('{');
    expect(lineOf(lines, null)).toBeUndefined();
  });

  it('is read with the line where it breaks off', () => {
    expect(readJsonObject('{"a": 1}')).toEqual({ value: { a: 1 } });
    expect(readJsonObject('[1]')).toEqual({ fault: 'not_object', line: undefined });
    expect(readJsonObject('{\n  "a": 1,\n  b\n}')).toEqual({ fault: 'syntax', line: 3 });
  });
});
