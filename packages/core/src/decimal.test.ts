import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiplyToAmount, parseAmount, printAmount } from './decimal.js';

describe('amounts', () => {
  it('keep decimal numbers exactly', () => {
    expect(parseAmount(0.1)).toBe(1000);
    expect(parseAmount('9747747.934')).toBe(97477479340);
    expect(parseAmount(1e-7)).toBe(0);
    expect(parseAmount('-0.00005')).toBe(0);
    expect(parseAmount('0.00015')).toBe(2);
    expect(parseAmount('0.00025')).toBe(2);
  });

  it('refuse what is not a decimal number', () => {
    for (const text of ['', '1,5', '0x10', 'NaN', '1e5', '--1', '1.', ' ']) {
      expect(parseAmount(text)).toBeUndefined();
    }
    expect(parseAmount(Number.NaN)).toBeUndefined();
    expect(parseAmount(1e15)).toBeUndefined();
  });

  it('print and parse back to themselves', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (units) => {
        const amount = parseAmount(printAmount(units as never));
        expect(amount).toBe(units === 0 ? 0 : units);
      }),
    );
  });

  it('multiply quantity and price exactly, by the fast way and the slow way alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: -(10 ** 8), max: 10 ** 8 }),
        (quantity, priceUnits) => {
          const price = printAmount(priceUnits as never);
          const fast = multiplyToAmount(quantity, Number(price));
          const slow = multiplyToAmount(String(quantity), price);
          expect((fast ?? 0) + 0).toBe(quantity * priceUnits + 0);
          expect((slow ?? 0) + 0).toBe(quantity * priceUnits + 0);
        },
      ),
    );
  });

  it('round a product once, at the end', () => {
    expect(multiplyToAmount(10000, '0.00035')).toBe(35000);
    expect(multiplyToAmount(1.5, 2.5)).toBe(37500);
  });
});
