import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskQuery, gatherRows } from './gather.js';
import type { Answered } from './make-sheet.js';

const dayMs = 86_400_000;

/** Answers `perDay` rows a day of May, and no more than `most` at once. */
function shop(perDay: number, most: number) {
  const asked: string[] = [];
  const ask: AskQuery = async ({ time }) => {
    const range = time && 'from' in time ? time : { from: '2026-05-01', to: '2026-06-01' };
    asked.push(`${range.from} ${range.to}`);
    const days = (Date.parse(range.to) - Date.parse(range.from)) / dayMs;
    const rows = Array.from({ length: days }, (_, day) =>
      Array.from({ length: perDay }, (_row, product) => ({
        time: new Date(Date.parse(range.from) + day * dayMs).toISOString().slice(0, 10),
        product,
      })),
    ).flat();
    return {
      columns: [],
      rows: rows.slice(0, most),
      meta: { range, truncated: rows.length > most } as Answered['meta'],
    };
  };
  return { ask, asked };
}

const query = { metrics: ['revenue'], dimensions: ['product.id'], grain: 'day' as const };

describe('an answer of more rows than come at once', () => {
  it('is gathered whole, each row once and in the order of time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (perDay) => {
        const { ask } = shop(perDay, 40);
        const shares: number[] = [];
        const answer = await gatherRows(ask, query, (share) => shares.push(share));
        expect(answer.rows).toHaveLength(31 * perDay);
        const keys = answer.rows.map(
          ({ time, product }) => `${time} ${String(product).padStart(3, '0')}`,
        );
        expect(keys).toEqual([...new Set(keys)].toSorted());
        expect(answer.meta.truncated).toBe(false);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is refused where one day has too many, or all have', async () => {
    await expect(gatherRows(shop(50, 40).ask, query, () => {})).rejects.toMatchObject({
      code: 'export_too_large',
    });
    await expect(gatherRows(shop(10, 40).ask, query, () => {}, 300)).rejects.toMatchObject({
      code: 'export_too_large',
    });
  });

  it.each([
    { ...query, grain: 'month' as const },
    { ...query, compare: 'previous_period' as const },
    { ...query, limit: 40 },
    { ...query, order: [{ by: 'revenue' }] },
  ])('is not cut where parts would say something else: %j', async (whole) => {
    const { ask, asked } = shop(10, 40);
    const answer = await gatherRows(ask, whole, () => {});
    expect(answer.meta.truncated).toBe(true);
    expect(asked).toHaveLength(1);
  });
});
