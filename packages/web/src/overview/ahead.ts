import type { Dashboard, DashboardPrediction } from '@olympus/sdk';
import { localDate } from '../format/dates.js';
import type { Trend } from './trend.js';

/** Days ahead that the chart shows; the total is of more. */
const DAYS_SHOWN = 14;

/** The forecast that goes on from a trend: of the same metric by days, where the range reaches today. */
export function predictionFor(
  trend: Trend,
  { grain, range, generated_at, outlook }: Dashboard,
): DashboardPrediction | undefined {
  const today = localDate(generated_at, range.time_zone);
  if (grain !== 'day' || today === undefined || range.to < today) return undefined;
  return outlook.predictions.find(({ metric }) => metric === trend.metric);
}

/** The trend with the next days and their interval; days that are over are as they were. */
export function withPrediction(
  trend: Trend,
  { points, level }: DashboardPrediction,
): Trend['data'] {
  const { data } = trend;
  const [shown] = data.series;
  if (shown === undefined) return data;
  const known = new Set(shown.points.map(({ at }) => at));
  const ahead = points.filter(({ t }) => !known.has(t)).slice(0, DAYS_SHOWN);
  if (ahead.length === 0) return data;
  return {
    ...data,
    band: { kind: 'forecast', level },
    series: [
      {
        ...shown,
        points: [
          ...shown.points,
          ...ahead.map(({ t, mean, low, high }) => ({
            at: t,
            value: null,
            expected: mean,
            low,
            high,
          })),
        ],
      },
    ],
  };
}
