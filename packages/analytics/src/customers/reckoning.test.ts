import { createManualClock } from '@olympus/core';
import { expect, test } from 'vitest';
import { createKeptStandings } from './reckoning.js';

test('a standing that took long is kept for twenty times as long, a quick one not at all', async () => {
  const stopwatch = createManualClock(0);
  const kept = createKeptStandings(stopwatch);
  const take = (key: string, ms: number) =>
    kept.make(key, async () => {
      stopwatch.set(stopwatch.now() + ms);
      return [];
    });
  await take('quick', 199);
  expect(kept.get('quick')).toBeUndefined();
  await take('slow', 500);
  expect(kept.get('slow')).toEqual([]);
  expect(kept.get('other')).toBeUndefined();
  stopwatch.set(stopwatch.now() + 9_999);
  expect(kept.get('slow')).toEqual([]);
  stopwatch.set(stopwatch.now() + 1);
  expect(kept.get('slow')).toBeUndefined();
});
