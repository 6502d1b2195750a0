import { expect, test } from 'vitest';
import { spansOf } from './anomalies-answer.js';

const one = (
  time: string,
  kind: 'outlier' | 'level_shift' = 'outlier',
  until: string | null = null,
) => ({
  time,
  kind,
  until,
});

test('an anomaly is explained against the same weekday before, larger buckets against the one before', () => {
  expect(spansOf(one('2026-11-20'), 'day', '2026-11-28')).toEqual({
    time: { from: '2026-11-20', to: '2026-11-21' },
    compare: { from: '2026-11-13', to: '2026-11-14' },
  });
  expect(spansOf(one('2026-11-20T14:00'), 'hour', '2026-11-28')).toEqual({
    time: { from: '2026-11-20T14:00', to: '2026-11-20T15:00' },
    compare: { from: '2026-11-13T14:00', to: '2026-11-13T15:00' },
  });
  expect(spansOf(one('2026-11-01'), 'month', '2026-12-01')).toEqual({
    time: { from: '2026-11-01', to: '2026-12-01' },
    compare: { from: '2026-10-01', to: '2026-11-01' },
  });
});

test('a new level is explained by what of two weeks is over, against the same weekdays before', () => {
  expect(spansOf(one('2026-11-22', 'level_shift'), 'day', '2026-11-28')).toEqual({
    time: { from: '2026-11-22', to: '2026-11-28' },
    compare: { from: '2026-11-15', to: '2026-11-21' },
  });
  expect(spansOf(one('2026-10-01', 'level_shift', '2026-10-07'), 'day', '2026-11-28')).toEqual({
    time: { from: '2026-10-01', to: '2026-10-08' },
    compare: { from: '2026-09-24', to: '2026-10-01' },
  });
});
