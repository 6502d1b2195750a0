import { expect, test } from 'vitest';
import { allotArms, allotTraffic, bucketsOfShares, keptShare, sizeOf } from './allocation.js';

test('thirds are whole buckets that add up', () => {
  expect(bucketsOfShares([1 / 3, 1 / 3, 1 / 3])).toEqual([3334, 3333, 3333]);
  expect(bucketsOfShares([0.5, 0.5])).toEqual([5000, 5000]);
});

test('a change of weights moves only what has to move', () => {
  const before = allotArms([
    { key: 'a', weight: 0.5 },
    { key: 'b', weight: 0.5 },
  ]);
  const after = allotArms(
    [
      { key: 'a', weight: 0.8 },
      { key: 'b', weight: 0.2 },
    ],
    before,
  );
  // three of ten units have to go from b to a, nobody from a to b
  expect(keptShare(before, after)).toBeCloseTo(0.7, 10);
  expect(after).toEqual([
    {
      key: 'a',
      buckets: [
        [0, 5000],
        [7000, 10_000],
      ],
    },
    { key: 'b', buckets: [[5000, 7000]] },
  ]);
  const three = allotArms(
    ['a', 'b', 'c'].map((key) => ({ key, weight: 1 / 3 })),
    after,
  );
  expect(three.map(({ buckets }) => sizeOf(buckets))).toEqual([3334, 3333, 3333]);
  const covered = three.flatMap(({ buckets }) => buckets).sort((one, two) => one[0] - two[0]);
  for (const [index, [from]] of covered.entries()) {
    expect(from).toBe(index === 0 ? 0 : covered[index - 1]?.[1]);
  }
});

test('experiments of a layer share no bucket, until it is full', () => {
  const one = allotTraffic(0.4, []) ?? [];
  const two = allotTraffic(0.4, one) ?? [];
  expect(one).toEqual([[0, 4000]]);
  expect(two).toEqual([[4000, 8000]]);
  expect(allotTraffic(0.3, [...one, ...two])).toBeUndefined();
  // more traffic keeps who takes part already
  expect(allotTraffic(0.5, two, one)).toEqual([
    [0, 4000],
    [8000, 9000],
  ]);
  // less lets the last go
  expect(allotTraffic(0.1, two, one)).toEqual([[0, 1000]]);
});
