import { toWall } from '@olympus/core';
import type { AnswerRow } from '@olympus/semantic';
import { localDate, type Outlook } from '../../engines/index.js';
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

/** Finished buckets that are shown beside the forecast, at least. */
const shownHistory = 60;

/**
 * Answers `forecast`: the metric's finished buckets and the buckets to come, each with an interval
 * where the history tells its width.
 */
export async function answerForecast(asking: Asking): Promise<Answered> {
  const { frame, language, texts } = asking;
  const [metric] = frame.metrics;
  if (metric === undefined) return declined(asking, 'noMetric');
  if (frame.metrics.length > 1) return declined(asking, 'oneMetric');
  if (frame.dimensions.length > 0) return declined(asking, 'forecastByDimension');
  if (hasConditions(asking)) return declined(asking, 'metricCondition');
  if (isBegun(asking)) return declined(asking, 'notAhead');
  const grain = frame.grain ?? frame.horizon?.grain ?? 'day';
  const result = await asking.engines.outlook({
    ...requestOf(asking, metric),
    grain,
    horizon: frame.horizon ?? undefined,
  });
  if (result.kind === 'unsupported') {
    if (result.reason === 'horizon_too_long') {
      return declined(asking, 'horizonTooLong', { span: spanText(asking, result.longest, grain) });
    }
    const reason = result.reason === 'no_data' ? 'nothingFinished' : 'notComputable';
    return declined(asking, reason, { metric: labelOf(language, metric) });
  }
  const { history, ahead, level, source } = result;
  const shown = history.slice(-Math.max(shownHistory, 2 * ahead.length));
  const interval: AskTable = {
    id: 'r2',
    title: texts.tables.interval,
    columns: [
      {
        name: 'level',
        label: texts.columns.probability,
        type: 'number',
        unit: 'ratio',
        role: 'metric',
      },
    ],
    rows: [{ level }],
  };
  return {
    kind: 'answered',
    data: dataOf(asking, source, [outlookTable(asking, metric, result, shown), interval], {
      chart: 'line',
      grain,
      truncated: false,
      notes: notesOf(asking, result),
    }),
    insights: tellOutlook(asking, metric, result, shown.length),
  };
}

/** Whether the time that a forecast names has begun: nothing of it is ahead. */
function isBegun({ frame: { time }, nowMs, language: { tenant } }: Asking): boolean {
  return time !== null && time.from <= localDate(toWall(tenant.timeZone, nowMs));
}

function outlookTable(
  asking: Asking,
  metric: string,
  { ahead, grain }: Outlook,
  history: Outlook['history'],
): AskTable {
  const { language, texts } = asking;
  const label = labelOf(language, metric);
  const column = { type: 'number', unit: unitOf(language, metric) } as const;
  const past = history.map(
    ({ time, value }): AnswerRow => ({
      time,
      [metric]: value,
      forecast: null,
      low: null,
      high: null,
    }),
  );
  const future = ahead.map(
    ({ time, mean, interval }): AnswerRow => ({
      time,
      [metric]: null,
      forecast: mean,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    }),
  );
  const forecast = fill(texts.columns.forecast, { metric: label });
  return {
    id: 'r1',
    title: label,
    columns: [
      timeColumn(asking, grain === 'hour' ? 'datetime' : 'date'),
      metricColumn(asking, metric),
      { name: 'forecast', label: forecast, role: 'forecast', ...column },
      { name: 'low', label: texts.columns.low, role: 'low', ...column },
      { name: 'high', label: texts.columns.high, role: 'high', ...column },
    ],
    rows: [...past, ...future],
  };
}

function notesOf(
  { locale, texts: { notes, methods } }: Asking,
  { model, ahead, ended }: Outlook,
): readonly string[] {
  const { method, heldOut } = model;
  const ratio = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return [
    methods[methodKinds[method] ?? 'combination'],
    ...(heldOut === undefined
      ? []
      : [
          fill(heldOut.against === 'season' ? notes.heldOutSeason : notes.heldOutLast, {
            count: heldOut.stretches,
            ratio: ratio.format(heldOut.errorRatio),
          }),
        ]),
    ...(ahead.every(({ interval }) => interval === null) ? [notes.noInterval] : []),
    ...(ended ? [notes.dataEnded] : []),
  ];
}

/** The methods that the look of a series calls for, by how they are told. */
const methodKinds: Readonly<Record<string, keyof Asking['texts']['methods']>> = {
  combination: 'combination',
  'multiple-seasons': 'seasons',
  croston: 'intermittent',
  sba: 'intermittent',
  tsb: 'intermittent',
  naive: 'last',
};

/** The first whole bucket ahead and the last one. */
function tellOutlook(
  { language, locale }: Asking,
  metric: string,
  { ahead, grain, level, source }: Outlook,
  before: number,
): readonly Insight[] {
  const told = narrated(labelOf(language, metric), unitOf(language, metric), source.currency);
  const last = ahead.length - 1;
  return [...new Set([Math.min(1, last), last])].flatMap((step): readonly Insight[] => {
    const bucket = ahead[step];
    if (bucket === undefined || bucket.interval === null) return [];
    const { time, mean, interval } = bucket;
    const figure = (value: number, column: string) => ({
      value,
      cell: cellName('r1', before + step, column),
    });
    return tell(
      {
        kind: 'forecast',
        metric: told,
        period: bucketPeriod(time, grain),
        forecast: figure(mean, 'forecast'),
        low: figure(interval.low, 'low'),
        high: figure(interval.high, 'high'),
        level: { value: level, cell: cellName('r2', 0, 'level') },
      },
      locale,
    );
  });
}
