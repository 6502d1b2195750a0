import { dayMs, hourMs } from '@olympus/core';

const minute = 60_000;

/** Spans that people think in, in milliseconds. */
const nice: readonly number[] = [
  10_000,
  30_000,
  ...[1, 5, 15, 30].map((n) => n * minute),
  ...[1, 3, 6, 12].map((n) => n * hourMs),
  ...[1, 2, 3, 5, 7, 14, 30, 60, 90, 180].map((n) => n * dayMs),
];
const most = 11;

/** Bounds between which times to convert are counted: the longest few below the window. */
export const timeBounds = (windowMs: number): readonly number[] =>
  nice.filter((ms) => ms < windowMs).slice(-most);
