import { describe, expect, it } from 'vitest';
import { cjkNumeral, numeralValue } from './index.js';

describe('numerals', () => {
  it('read the grouping and decimal marks of the language', () => {
    expect(numeralValue('1,000.5', false)).toBe(1000.5);
    expect(numeralValue('1.000,5', true)).toBe(1000.5);
    expect(numeralValue('1.000', true)).toBe(1000);
    expect(numeralValue('1.000', false)).toBe(1);
    expect(numeralValue('12,34,5', false)).toBeUndefined();
  });

  it('read Chinese numerals', () => {
    expect(cjkNumeral(['三', '十', '二'])).toBe(32);
    expect(cjkNumeral(['十'])).toBe(10);
    expect(cjkNumeral(['三', '二'])).toBeUndefined();
  });
});
