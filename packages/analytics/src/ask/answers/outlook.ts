import { addWall, type Grain, printBucket } from '@olympus/core';
import type { AnswerRow } from '@olympus/semantic';
import { forecast } from '@olympus/stats';
import type { AskTable, Insight } from '../ask-answer.js';
import { cellName, narrated, periodOf, tell } from '../insights.js';
import { type Answered, type Asking, dataOf, labelOf, unitOf, unsupported } from './asking.js';
import { readFinished, seasons } from './series.js';

/** Probability that the interval is made to hold. */
const level = 0.8;
const longestHorizon: Readonly<Record<Grain, number>> = {
  hour: 168,
  day: 180,
  week: 104,
  month: 36,
  quarter: 12,
  year: 10,
};
/** Finished buckets that are shown beside the forecast. */
const shownHistory = 60;

/**
 * Answers `forecast`: the metric's finished buckets and the buckets to come, with an interval that
 * is made to hold each of them with probability .8. The running bucket is forecast as a whole.
 */
export async function answerForecast(asking: Asking): Promise<Answered> {
  const { frame, language, locale } = asking;
  const [metric] = frame.metrics;
  if (metric === undefined) return unsupported('The question names no metric.');
  if (frame.metrics.length > 1) return unsupported('Please ask for the forecast of one metric.');
  if (frame.dimensions.length > 0) {
    return unsupported(
      'Forecasts by a breakdown are not available yet; a filter is ("… in Germany").',
    );
  }
  const grain = frame.horizon?.grain ?? frame.grain ?? 'day';
  // the running bucket comes first; what was asked for lies behind it
  const steps = (frame.horizon?.n ?? 28) + 1;
  if (steps > longestHorizon[grain] + 1) {
    return unsupported(`Forecasts reach up to ${longestHorizon[grain]} steps of a ${grain} ahead.`);
  }
  const label = labelOf(language, metric);
  const unit = unitOf(language, metric);
  const series = await readFinished(asking, metric, grain);
  if (series === undefined) return unsupported('There is no data to forecast from yet.');
  const { answer, times, values, nextWallMs } = series;
  const covered = seasons[grain].filter((length) => values.length >= 2 * length + 2);
  const outlook = forecast(values, {
    seasonLength: covered.length === 0 ? 1 : covered,
    horizon: steps,
    levels: [level],
    nonNegative: values.every((value) => value === null || value >= 0),
  });
  if (outlook.kind === 'undefined') {
    return unsupported(`${label} cannot be forecast: ${outlook.reason}.`);
  }
  const [interval] = outlook.intervals;
  const ahead: AnswerRow[] = [...outlook.mean].map((mean, step) => ({
    time: printBucket(addWall(nextWallMs, grain, step), grain),
    [metric]: null,
    forecast: mean,
    low: interval?.lower[step] ?? null,
    high: interval?.upper[step] ?? null,
  }));
  const history = times
    .map((time, index) => ({
      time,
      [metric]: values[index] ?? null,
      forecast: null,
      low: null,
      high: null,
    }))
    .slice(-Math.max(shownHistory, 2 * steps));
  const column = { type: 'number', unit } as const;
  const table: AskTable = {
    id: 'r1',
    title: label,
    columns: [
      { name: 'time', label: 'Time', type: grain === 'hour' ? 'datetime' : 'date', role: 'time' },
      { name: metric, label, role: 'metric', ...column },
      { name: 'forecast', label: `${label}, forecast`, role: 'forecast', ...column },
      { name: 'low', label: 'Low', role: 'low', ...column },
      { name: 'high', label: 'High', role: 'high', ...column },
    ],
    rows: [...history, ...ahead],
  };
  const facts: AskTable = {
    id: 'r2',
    title: 'Interval',
    columns: [
      { name: 'level', label: 'Probability', type: 'number', unit: 'ratio', role: 'metric' },
    ],
    rows: [{ level }],
  };
  const told = narrated(label, unit, answer.meta.currency);
  // the first whole bucket ahead and the last one
  const insights = [...new Set([Math.min(1, steps - 1), steps - 1])].flatMap(
    (step): readonly Insight[] => {
      const mean = outlook.mean[step];
      const low = interval?.lower[step];
      const high = interval?.upper[step];
      if (mean === undefined || low === undefined || high === undefined) return [];
      const row = history.length + step;
      return tell(
        {
          kind: 'forecast',
          metric: told,
          period: bucketPeriod(addWall(nextWallMs, grain, step), grain),
          forecast: { value: mean, cell: cellName('r1', row, 'forecast') },
          low: { value: low, cell: cellName('r1', row, 'low') },
          high: { value: high, cell: cellName('r1', row, 'high') },
          level: { value: level, cell: cellName('r2', 0, 'level') },
        },
        locale,
      );
    },
  );
  return {
    kind: 'answered',
    data: dataOf(asking, [answer], [table, facts], {
      chart: 'line',
      grain,
      truncated: false,
      notes: [
        `${outlook.why.slice(0, 1).toUpperCase()}${outlook.why.slice(1)}.`.replace(/\.\.$/, '.'),
        ...(series.ended ? ['The data ends there: the forecast goes on from its last day.'] : []),
      ],
    }),
    insights,
  };
}

/** A bucket as a period in words; an hour by its clock time. */
function bucketPeriod(wallMs: number, grain: Grain) {
  if (grain === 'hour') {
    const text = new Date(wallMs).toISOString();
    return { kind: 'label', label: `${text.slice(0, 10)} ${text.slice(11, 16)}` } as const;
  }
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return periodOf({ from: day(wallMs), to: day(addWall(wallMs, grain, 1)) });
}
