import type { Amount } from '@olympus/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BookedVersion, bookVersion, type DocumentVersion, type Entry } from './document.js';
import { addLines, type Line, type Lines, noLines, noNumbers } from './line.js';

function line(lineId: string, quantity: number, gross: number): Line {
  return {
    costKnown: false,
    context: {
      line_id: lineId,
      customer_key: 'c',
      country: null,
      product_id: `p${lineId}`,
      location_id: null,
      channel: 'web',
      promotion_id: null,
      currency: 'EUR',
    },
    numbers: {
      ...noNumbers,
      quantity: quantity as Amount,
      gross: gross as Amount,
      net: gross as Amount,
      orders: lineId === '1' ? 1 : 0,
    },
  };
}

function version(eventId: string, atMs: number, entry: Entry, lines: Line[]): DocumentVersion {
  return {
    documentId: 'order:1',
    documentHash: 1,
    orderId: '1',
    eventId,
    entry,
    atMs,
    receivedAtMs: 0,
    lines,
  };
}

/** Ledger sums by time after booking versions in the order given. */
function book(versions: readonly DocumentVersion[]): Map<number, Lines> {
  let history: readonly BookedVersion[] = [];
  const sums = new Map<number, Lines>();
  for (const incoming of versions) {
    const booked = bookVersion(history, incoming);
    history = booked.versions;
    for (const { version: at, lines } of booked.bookings) {
      sums.set(at.atMs, addLines(sums.get(at.atMs) ?? noLines, lines.values()));
    }
  }
  return sums;
}

const printed = (sums: Map<number, Lines>) =>
  [...sums]
    .map(([at, lines]) => [at, [...lines].map(([key, { numbers }]) => [key, numbers]).sort()])
    .filter(([, lines]) => (lines as unknown[]).length > 0)
    .sort(([a], [b]) => Number(a) - Number(b));

describe('documents', () => {
  it('book an order once, then only what changes', () => {
    const sums = book([
      version('a', 1, 'sale', [line('1', 2, 20), line('2', 1, 5)]),
      version('b', 2, 'sale', [line('1', 2, 20), line('2', 1, 5)]),
      version('c', 3, 'sale', [line('1', 3, 30)]),
    ]);
    expect(sums.get(2)?.size).toBe(0);
    const third = [...(sums.get(3)?.values() ?? [])].map((l) => [
      l.context.line_id,
      l.numbers.gross,
    ]);
    expect(third.sort()).toEqual([
      ['1', 10],
      ['2', -5],
    ]);
  });

  it('cancel an order that is sent after its cancellation', () => {
    const sums = book([
      version('x', 5, 'cancellation', []),
      version('a', 1, 'sale', [line('1', 2, 20)]),
    ]);
    expect([...(sums.get(5)?.values() ?? [])].map((l) => l.numbers.gross)).toEqual([-20]);
  });

  it('book a cancellation as it stands when its order was never sent', () => {
    const sums = book([version('x', 5, 'cancellation', [line('1', 2, 20)])]);
    expect([...(sums.get(5)?.values() ?? [])].map((l) => l.numbers.quantity)).toEqual([-2]);
  });

  it('come out alike in every order of arrival', () => {
    const anyVersion = fc.record({
      atMs: fc.integer({ min: 1, max: 4 }),
      entry: fc.constantFrom<Entry>('sale', 'sale', 'sale', 'cancellation'),
      lines: fc.array(
        fc.tuple(
          fc.constantFrom('1', '2', '3'),
          fc.integer({ min: -3, max: 5 }),
          fc.integer({ min: -50, max: 50 }),
        ),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(anyVersion, { minLength: 1, maxLength: 6 }).chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(
              list.map((_, i) => i),
              { minLength: list.length, maxLength: list.length },
            ),
          ),
        ),
        ([list, order]) => {
          const versions = list.map((v, i) =>
            version(
              `e${i}`,
              v.atMs,
              v.entry,
              v.lines.map(([id, q, g]) => line(id, q, g)),
            ),
          );
          const inOrder = [...versions].sort(
            (a, b) => a.atMs - b.atMs || (a.eventId < b.eventId ? -1 : 1),
          );
          const shuffled = order.flatMap((i) => versions[i] ?? []);
          expect(printed(book(shuffled))).toEqual(printed(book(inOrder)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
