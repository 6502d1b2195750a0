import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alike,
  COLUMNS,
  freePlace,
  type Placed,
  place,
  readingOrder,
  type Step,
  settle,
  step,
} from './grid.js';

const tile = (id: string, x: number, y: number, w = 6, h = 2): Placed => ({ id, x, y, w, h });

const tiles = fc
  .array(
    fc.record({
      w: fc.integer({ min: 1, max: COLUMNS }),
      h: fc.integer({ min: 1, max: 6 }),
      x: fc.integer({ min: 0, max: COLUMNS - 1 }),
      y: fc.integer({ min: 0, max: 30 }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    settle(
      all.map((one, index) => ({ ...one, id: `t${index}`, x: Math.min(one.x, COLUMNS - one.w) })),
    ),
  );

const steps: readonly Step[] = [
  'left',
  'right',
  'up',
  'down',
  'wider',
  'narrower',
  'taller',
  'shorter',
];

function expectSound(all: readonly Placed[]): void {
  for (const a of all) {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.x + a.w).toBeLessThanOrEqual(COLUMNS);
    for (const b of all) {
      if (a.id >= b.id) continue;
      const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
      expect(apart).toBe(true);
    }
  }
}

describe('the grid', () => {
  it('has no two tiles in one place, none outside and none lost, whatever is moved where', () => {
    fc.assert(
      fc.property(
        tiles,
        fc.nat(11),
        fc.record({
          x: fc.integer({ min: -3, max: 15 }),
          y: fc.integer({ min: -3, max: 40 }),
          w: fc.integer({ min: -1, max: 14 }),
          h: fc.integer({ min: 0, max: 9 }),
        }),
        (all, which, to) => {
          const moved = place(all, `t${which}`, to);
          expectSound(moved);
          expect(moved.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
          expect(alike(settle(moved), moved)).toBe(true);
        },
      ),
    );
  });

  it('leaves every tile of another size than the moved one as it was', () => {
    fc.assert(
      fc.property(tiles, fc.nat(11), fc.constantFrom(...steps), (all, which, direction) => {
        const moved = step(all, `t${which}`, direction) ?? all;
        expectSound(moved);
        for (const { id, w, h, x } of moved) {
          if (id === `t${which}`) continue;
          expect(all.find((one) => one.id === id)).toMatchObject({ w, h, x });
        }
      }),
    );
  });

  it('gives a new tile a place where nothing has to move', () => {
    fc.assert(
      fc.property(
        tiles,
        fc.integer({ min: 1, max: COLUMNS }),
        fc.integer({ min: 1, max: 6 }),
        (all, w, h) => {
          const added = [...all, { id: 'new', ...freePlace(all, { w, h }) }];
          expect(alike(settle(added), added)).toBe(true);
        },
      ),
    );
  });

  it('passes a neighbour with one step up or down', () => {
    const all = [tile('a', 0, 0), tile('b', 0, 2), tile('c', 0, 4)];
    const order = (moved: readonly Placed[] | undefined) =>
      readingOrder(moved ?? []).map(({ id }) => id);
    expect(order(step(all, 'a', 'down'))).toEqual(['b', 'a', 'c']);
    expect(order(step(all, 'c', 'up'))).toEqual(['a', 'c', 'b']);
    expect(step(all, 'a', 'up')).toBeUndefined();
    expect(step(all, 'c', 'down')).toBeUndefined();
  });

  it('moves aside until the edge and makes a tile wider towards where there is room', () => {
    const all = [tile('a', 6, 0)];
    expect(step(all, 'a', 'right')).toBeUndefined();
    expect(step(all, 'a', 'left')).toEqual([tile('a', 5, 0)]);
    expect(step(all, 'a', 'wider')).toEqual([tile('a', 5, 0, 7)]);
    expect(step([tile('a', 0, 0, 12)], 'a', 'wider')).toBeUndefined();
    expect(step([tile('a', 0, 0, 1, 1)], 'a', 'shorter')).toBeUndefined();
  });
});
