import type { AskColumn, AskData, AskTable, QuestionSpan } from '@olympus/sdk';
import { describe, expect, it } from 'vitest';
import { bandDataOf, deltaOf, groupSeries, seriesDataOf } from './figures.js';
import { partsOf } from './question-parts.js';

const revenue: AskColumn = {
  name: 'revenue',
  label: 'Revenue',
  type: 'number',
  unit: 'currency',
  polarity: 'up_good',
  role: 'metric',
};
const role = (name: string, of: AskColumn['role']): AskColumn => ({
  name,
  label: name,
  type: of === 'time' ? 'date' : of === 'dimension' ? 'string' : 'number',
  role: of,
});
const tableOf = (columns: readonly AskColumn[], rows: AskTable['rows']): AskTable => ({
  id: 'r1',
  title: 'Revenue',
  columns,
  rows,
});
const dataOf = (table: AskTable, more: Partial<AskData>): AskData => ({
  chart: 'line',
  tables: [table],
  grain: 'week',
  range: { from: '2026-10-01', to: '2026-10-21' },
  comparison_range: null,
  time_zone: 'Europe/Berlin',
  currency: 'EUR',
  freshness: { data_through: null, last_received_at: null },
  truncated: false,
  notes: [],
  ...more,
});

describe('the parts of a question', () => {
  const span = (from: number, to: number): QuestionSpan => ({
    from,
    to,
    role: 'metric',
    value: '',
    text: '',
  });

  it('are the whole question, in order, whatever spans are given', () => {
    const question = 'revenue by country';
    for (const spans of [[], [span(0, 7)], [span(11, 18), span(0, 7)], [span(0, 7), span(3, 9)]]) {
      const parts = partsOf(question, spans);
      expect(parts.map(({ text }) => text).join('')).toBe(question);
      expect(parts.every(({ text }) => text !== '')).toBe(true);
    }
    expect(partsOf(question, [span(0, 7), span(3, 9), span(11, 90)])).toEqual([
      { text: 'revenue', from: 0, role: 'metric' },
      { text: ' by country', from: 7, role: undefined },
    ]);
  });
});

describe('a series', () => {
  const table = tableOf(
    [role('time', 'time'), revenue, role('revenue_previous', 'previous')],
    [
      { time: '2026-09-28', revenue: 3, revenue_previous: 1 },
      { time: '2026-10-05', revenue: '4.5', revenue_previous: 2 },
      { time: '2026-10-12', revenue: 5, revenue_previous: null },
      { time: '2026-10-19', revenue: null, revenue_previous: 4 },
    ],
  );

  it('marks the buckets that are cut by the range or still go on', () => {
    const data = seriesDataOf(dataOf(table, {}), table, '2026-10-20T21:00:00Z');
    expect(data?.series[0]?.points).toEqual([
      { at: '2026-09-28', value: 3, provisional: 'partial' },
      { at: '2026-10-05', value: 4.5 },
      { at: '2026-10-12', value: 5 },
      { at: '2026-10-19', value: null, provisional: 'running' },
    ]);
    expect(data?.series[0]?.compared).toBeNull();
  });

  it('has the compared period’s buckets beside it, by their position', () => {
    const comparison_range = { from: '2026-09-10', to: '2026-10-01' };
    const data = seriesDataOf(dataOf(table, { comparison_range }), table, '2027-01-01T00:00:00Z');
    const [series] = data?.series ?? [];
    expect(series?.compared?.map(({ at, value }) => [at, value])).toEqual([
      ['2026-09-10', 1],
      ['2026-09-17', 2],
      ['2026-09-24', null],
      ['2026-10-01', 4],
    ]);
    expect(series?.points.map(({ provisional }) => provisional)).toEqual([
      'partial',
      undefined,
      undefined,
      'partial',
    ]);
  });

  it('with a range is a forecast, or the usual values with those marked that are not', () => {
    const usual = tableOf(
      [
        role('time', 'time'),
        revenue,
        ...(['expected', 'low', 'high', 'flag'] as const).map((of) => role(of, of)),
      ],
      [{ time: '2026-10-05', revenue: 9, expected: 4, low: 3, high: 5, flag: 'high' }],
    );
    const data = bandDataOf(dataOf(usual, {}), usual);
    expect(data.band).toEqual({ kind: 'expected' });
    expect(data.series[0]?.points).toEqual([
      { at: '2026-10-05', value: 9, expected: 4, low: 3, high: 5, flagged: true },
    ]);
    const ahead = tableOf([role('time', 'time'), revenue, role('forecast', 'forecast')], []);
    expect(bandDataOf(dataOf(ahead, {}), ahead).band?.kind).toBe('forecast');
  });

  it('is divided into groups, the largest first, the absent value by its name', () => {
    const grouped = tableOf(
      [role('time', 'time'), { ...role('channel', 'dimension'), label: 'Channel' }, revenue],
      [
        { time: '2026-10-05', channel: null, revenue: 1 },
        { time: '2026-10-05', channel: 'web', revenue: 7 },
        { time: '2026-10-12', channel: 'web', revenue: null },
        { time: '2026-10-12', channel: null, revenue: 2 },
      ],
    );
    expect(groupSeries(grouped).map(({ label, last, total }) => [label, last, total])).toEqual([
      ['Web', 7, 7],
      ['No channel', 2, 3],
    ]);
  });
});

describe('a change', () => {
  it('is told in points for rates, and not at all where nothing was compared', () => {
    const rate: AskColumn = { ...revenue, name: 'rate', unit: 'ratio', polarity: 'down_good' };
    const columns = [rate, role('rate_previous', 'previous'), role('rate_change', 'change')];
    const row = { rate: 0.05, rate_previous: 0.03, rate_change: 0.02 };
    const delta = deltaOf(tableOf(columns, [row]), row, rate, 'en');
    expect(delta).toMatchObject({ text: '2.0 pp', tone: 'bad' });
    expect(deltaOf(tableOf([rate], [row]), row, rate, 'en')).toBeUndefined();
  });
});
