import { addWall, type Grain } from '@olympus/core';
import type { AnswerRow } from '@olympus/semantic';
import { detectAnomalies } from '@olympus/stats';
import type { AskTable } from '../ask-answer.js';
import { cellName, narrated, periodOf, tell } from '../insights.js';
import { type Answered, type Asking, dataOf, labelOf, unitOf, unsupported } from './asking.js';
import { readFinished, seasons } from './series.js';

/** Unusual values that sentences are told of. */
const toldAnomalies = 3;
const defaultDays = 90;

/**
 * Answers `anomalies`: the metric's finished buckets with the range that level, trend and season
 * would have them in, and those outside of it. Buckets before the span asked for are looked at too,
 * to know what is usual, but not shown.
 */
export async function answerAnomalies(asking: Asking): Promise<Answered> {
  const { frame, language, locale, nowMs } = asking;
  const [metric] = frame.metrics;
  if (metric === undefined) return unsupported('The question names no metric.');
  if (frame.metrics.length > 1) return unsupported('Please ask about one metric at a time.');
  if (frame.dimensions.length > 0) {
    return unsupported(
      'Unusual values by a breakdown are not looked for yet; a filter is possible.',
    );
  }
  const grain: Grain = frame.grain ?? 'day';
  const label = labelOf(language, metric);
  const unit = unitOf(language, metric);
  const series = await readFinished(asking, metric, grain, frame.time?.to);
  if (series === undefined) return unsupported('There is no data to look at yet.');
  const { answer, times, values, nextWallMs } = series;
  const covered = seasons[grain].filter((length) => values.length >= 2 * length + 1);
  const report = detectAnomalies(values, { seasonLength: covered.length === 0 ? 1 : covered });
  if (report.kind === 'undefined') {
    return unsupported(`Unusual values of ${label} cannot be told: ${report.reason}.`);
  }
  const backTo = new Date(nowMs - defaultDays * 86_400_000).toISOString().slice(0, 10);
  const from = frame.time?.from ?? (series.ended ? (times.at(-defaultDays) ?? '') : backTo);
  const unusual = new Map(report.points.map((point) => [point.index, point]));
  // what was never below zero is not expected there
  const never = values.every((value) => value === null || value >= 0);
  const floored = (low: number | undefined): number | null =>
    low === undefined ? null : never ? Math.max(0, low) : low;
  const rows: AnswerRow[] = times.flatMap((time, index) =>
    time < from
      ? []
      : [
          {
            time,
            [metric]: values[index] ?? null,
            expected: report.expected[index] ?? null,
            low: floored(report.lower[index]),
            high: report.upper[index] ?? null,
            unusual: unusual.get(index)?.direction ?? null,
          },
        ],
  );
  const first = times.length - rows.length;
  const column = { type: 'number', unit } as const;
  const table: AskTable = {
    id: 'r1',
    title: label,
    columns: [
      { name: 'time', label: 'Time', type: grain === 'hour' ? 'datetime' : 'date', role: 'time' },
      { name: metric, label, role: 'metric', ...column },
      { name: 'expected', label: 'Expected', role: 'expected', ...column },
      { name: 'low', label: 'Usual from', role: 'low', ...column },
      { name: 'high', label: 'Usual to', role: 'high', ...column },
      { name: 'unusual', label: 'Unusual', type: 'string', role: 'flag' },
    ],
    rows,
  };
  const found = report.points
    .filter((point) => point.index >= first)
    .sort((a, b) => b.deviations - a.deviations);
  const told = narrated(label, unit, answer.meta.currency);
  const insights = found.slice(0, toldAnomalies).flatMap(({ index, value, expected }) => {
    const row = index - first;
    const day = String(times[index]).slice(0, 10);
    const end = addWall(Date.parse(`${day}T00:00:00Z`), grain === 'hour' ? 'day' : grain, 1);
    return tell(
      {
        kind: 'anomaly',
        metric: told,
        period:
          grain === 'hour'
            ? { kind: 'label', label: String(times[index]).replace('T', ' ') }
            : periodOf({ from: day, to: new Date(end).toISOString().slice(0, 10) }),
        actual: { value, cell: cellName('r1', row, metric) },
        expected: { value: expected, cell: cellName('r1', row, 'expected') },
        low: { value: floored(report.lower[index]) ?? expected, cell: cellName('r1', row, 'low') },
        high: { value: report.upper[index] ?? expected, cell: cellName('r1', row, 'high') },
      },
      locale,
    );
  });
  const shifts = report.changes.filter(({ index, change }) => index >= first && change === 'level');
  const notes = [
    found.length === 0
      ? `No ${grain} of ${label.toLowerCase()} stands out from level, trend and season.`
      : `${found.length} of ${rows.length} values stand out.`,
    ...shifts.map(
      ({ index, shift }) => `The level ${shift > 0 ? 'rose' : 'fell'} about ${times[index]}.`,
    ),
    'What has not ended is left out.',
  ];
  const last = new Date(nextWallMs).toISOString().slice(0, 10);
  return {
    kind: 'answered',
    data: dataOf(asking, [answer], [table], {
      chart: 'line',
      grain,
      range: rows[0] === undefined ? null : { from: String(rows[0].time), to: last },
      truncated: false,
      notes,
    }),
    insights,
  };
}
