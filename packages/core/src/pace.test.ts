import { expect, it, vi } from 'vitest';
import { createPace } from './pace.js';

it('lets one of those that rest go on in each turn of the loop, shared work first', async () => {
  const order: string[] = [];
  let turns = 0;
  const count = () => {
    turns += 1;
    if (turns < 50) setImmediate(count);
  };
  const resumed = ['a', 'b', 'shared'].map(async (name) => {
    await createPace({ shared: name === 'shared' }).rest();
    order.push(`${name} ${turns}`);
  });
  setImmediate(count);
  await Promise.all(resumed);
  expect(order.map((entry) => entry.split(' ')[0])).toEqual(['shared', 'a', 'b']);
  expect(new Set(order.map((entry) => entry.split(' ')[1])).size).toBe(3);
});

it('is due when a slice is used up, and not right after a rest', async () => {
  const now = vi.spyOn(performance, 'now');
  now.mockReturnValue(0);
  const pace = createPace();
  now.mockReturnValue(10);
  expect(pace.due()).toBe(false);
  now.mockReturnValue(11);
  expect(pace.due()).toBe(true);
  await pace.rest();
  expect(pace.due()).toBe(false);
  now.mockRestore();
});
