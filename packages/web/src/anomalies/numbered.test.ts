import { expect, test } from 'vitest';
import { numberedOf } from './numbered.js';

test('rings are numbered in the order of time, those of the shown series only', () => {
  const one = (id: string, time: string, series: string | null, kind = 'outlier') => ({
    id,
    time,
    series,
    kind,
  });
  const anomalies = [
    one('c', '2026-05-09', null),
    one('x', '2026-05-08', 'web'),
    one('s', '2026-05-07', null, 'level_shift'),
    one('a', '2026-05-01', null),
  ];
  // the rest of an anomaly does not matter here
  const numbers = numberedOf({ anomalies } as unknown as Parameters<typeof numberedOf>[0], null);
  expect([...numbers]).toEqual([
    ['a', 1],
    ['c', 2],
  ]);
});
