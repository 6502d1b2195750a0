import { expect, it } from 'vitest';
import { inTurns } from './turns.js';

it('runs so many at a time, and gives results in the order of the items', async () => {
  let running = 0;
  let most = 0;
  const waits = [5, 1, 4, 1, 3, 1];
  const results = await inTurns(waits, 2, async (ms) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, ms));
    running -= 1;
    return ms * 10;
  });
  expect(results).toEqual([50, 10, 40, 10, 30, 10]);
  expect(most).toBe(2);
  expect(await inTurns([], 2, async () => 1)).toEqual([]);
});

it('fails with the first that fails', async () => {
  const work = async (n: number) => {
    if (n === 2) throw new Error('two');
    return n;
  };
  await expect(inTurns([1, 2, 3], 2, work)).rejects.toThrow('two');
});
