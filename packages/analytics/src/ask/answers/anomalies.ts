import type { AnswerRow } from '@olympus/semantic';
import type { Anomalies } from '../../engines/index.js';
import type { AskTable, Insight } from '../ask-answer.js';
import { bucketPeriod, cellName, narrated, tell } from '../insights.js';
import { fill } from '../texts/index.js';
import {
  type Answered,
  type Asking,
  dataOf,
  declined,
  hasConditions,
  requestOf,
  spanText,
} from './asking.js';
import { labelOf, metricColumn, timeColumn, unitOf } from './columns.js';

/** Unusual values that sentences are told of. */
const toldAnomalies = 3;

/**
 * Answers `anomalies`: the metric's finished buckets with the range that level, trend and season
 * would have them in, and those outside of it.
 */
export async function answerAnomalies(asking: Asking): Promise<Answered> {
  const { frame, language } = asking;
  const [metric] = frame.metrics;
  if (metric === undefined) return declined(asking, 'noMetric');
  if (frame.metrics.length > 1) return declined(asking, 'oneMetric');
  if (frame.dimensions.length > 0) return declined(asking, 'anomaliesByDimension');
  if (hasConditions(asking)) return declined(asking, 'metricCondition');
  const result = await asking.engines.anomalies({
    ...requestOf(asking, metric),
    grain: frame.grain ?? undefined,
    time: frame.time ?? undefined,
  });
  if (result.kind === 'unsupported') {
    if (result.reason === 'span_too_long') {
      const span = spanText(asking, result.longest, frame.grain ?? 'day');
      return declined(asking, 'spanTooLong', { span });
    }
    return declined(asking, declines[result.reason], { metric: labelOf(language, metric) });
  }
  const { buckets, until, grain, source } = result;
  const [first] = buckets;
  return {
    kind: 'answered',
    data: dataOf(asking, source, [bucketTable(asking, metric, result)], {
      chart: 'line',
      grain,
      range: first === undefined ? null : { from: first.time, to: until },
      truncated: false,
      notes: notesOf(asking, metric, result),
    }),
    insights: tellUnusual(asking, metric, result),
  };
}

const declines = {
  no_data: 'nothingFinished',
  too_few_buckets: 'tooFewBuckets',
  not_computable: 'notComputable',
} as const;

function bucketTable(asking: Asking, metric: string, { buckets, grain }: Anomalies): AskTable {
  const { language, texts } = asking;
  const { expected, usualFrom, usualTo, unusual } = texts.columns;
  const column = { type: 'number', unit: unitOf(language, metric) } as const;
  return {
    id: 'r1',
    title: labelOf(language, metric),
    columns: [
      timeColumn(asking, grain === 'hour' ? 'datetime' : 'date'),
      metricColumn(asking, metric),
      { name: 'expected', label: expected, role: 'expected', ...column },
      { name: 'low', label: usualFrom, role: 'low', ...column },
      { name: 'high', label: usualTo, role: 'high', ...column },
      { name: 'unusual', label: unusual, type: 'string', role: 'flag' },
    ],
    rows: buckets.map(
      (bucket): AnswerRow => ({
        time: bucket.time,
        [metric]: bucket.value,
        expected: bucket.expected,
        low: bucket.low,
        high: bucket.high,
        unusual: bucket.unusual?.direction ?? null,
      }),
    ),
  };
}

function notesOf(
  { language, texts: { notes } }: Asking,
  metric: string,
  { buckets, levelShifts }: Anomalies,
): readonly string[] {
  const found = buckets.filter(({ unusual }) => unusual !== null).length;
  return [
    found === 0
      ? fill(notes.nothingUnusual, { metric: labelOf(language, metric) })
      : fill(notes.unusual, { count: found, all: buckets.length }),
    ...levelShifts.map(({ time, shift }) => fill(shift > 0 ? notes.rose : notes.fell, { time })),
    notes.finishedOnly,
  ];
}

function tellUnusual(
  { language, locale }: Asking,
  metric: string,
  { buckets, grain, source }: Anomalies,
): readonly Insight[] {
  const told = narrated(labelOf(language, metric), unitOf(language, metric), source.currency);
  return buckets
    .map((bucket, row) => ({ bucket, row, deviations: bucket.unusual?.deviations ?? 0 }))
    .filter(({ bucket }) => bucket.unusual !== null)
    .sort((a, b) => b.deviations - a.deviations)
    .slice(0, toldAnomalies)
    .flatMap(({ bucket, row }) => {
      const figure = (value: number, column: string) => ({
        value,
        cell: cellName('r1', row, column),
      });
      return tell(
        {
          kind: 'anomaly',
          metric: told,
          period: bucketPeriod(bucket.time, grain),
          actual: figure(bucket.value ?? 0, metric),
          expected: figure(bucket.expected, 'expected'),
          low: figure(bucket.low, 'low'),
          high: figure(bucket.high, 'high'),
        },
        locale,
      );
    });
}
