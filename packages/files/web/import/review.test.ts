import { describe, expect, it } from 'vitest';
import { assigned, type Column } from './assign.js';
import { bothReadings } from './date-readings.js';
import { datesOf, formatBytes } from './formats.js';

const column = (name: string, role: Column['role']): Column => ({
  column: name,
  role,
  confidence: 1,
  sure: true,
  reasons: [],
  examples: [],
});

describe('what a person says of columns', () => {
  const sku = column('SKU', 'product_id');
  const title = column('Title', 'product_id');
  const price = column('Price', 'unit_price');

  it('gives a column its role, and takes it from the one said before', () => {
    const said = assigned({}, [sku, price], price, 'line_total');
    expect(said).toEqual({ line_total: 'Price' });
    expect(assigned(said, [sku, price], column('Price', 'line_total'), 'unit_price')).toEqual({
      unit_price: 'Price',
    });
  });

  it('leaves a role to another column that has it too, and to none where there is no other', () => {
    expect(assigned({}, [sku, title], sku, null)).toEqual({ product_id: 'Title' });
    expect(assigned({}, [sku, price], price, null)).toEqual({ unit_price: null });
  });
});

describe('a date that can be read in two ways', () => {
  it('is read in both', () => {
    expect(bothReadings('3/4/26')).toEqual({ dmy: '2026-04-03', mdy: '2026-03-04' });
    expect(bothReadings('2026-04-03 of the year')).toBeUndefined();
    expect(bothReadings('soon')).toBeUndefined();
  });
});

describe('the dates of an import', () => {
  it('are whole days of the shop, the last one included', () => {
    const totals = { first: '2026-06-30T22:30:00Z', last: '2026-07-31T21:59:00Z' };
    expect(datesOf(totals, 'Europe/Berlin')).toBe('2026-07-01..2026-08-01');
    expect(datesOf({ first: null, last: null }, 'UTC')).toBeUndefined();
  });
});

describe('sizes of files', () => {
  it('are written in the unit that fits', () => {
    const plain = (bytes: number) => formatBytes(bytes, 'en').replaceAll(/\s/g, ' ');
    expect([74, 12_345, 2_400_000, 3e9, 5e12].map(plain)).toEqual([
      '0.1 kB',
      '12 kB',
      '2.4 MB',
      '3 GB',
      '5,000 GB',
    ]);
  });
});
