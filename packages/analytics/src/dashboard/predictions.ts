import type { TenantId } from '@olympus/core';
import type { Model, ModelLanguage } from '@olympus/semantic';
import { forecastTotal } from '@olympus/stats';
import { compute } from '../engines/compute.js';
import type { EngineDependencies } from '../engines/engine.js';
import { coveredSeasons } from '../engines/history.js';
import { forecastMetric, type Outlook } from '../engines/outlook.js';
import type { DashboardPrediction } from './dashboard.js';

/** Metrics whose next days are forecast. */
export const predictedMetrics = ['revenue', 'orders'] as const;
/** Whole days after the running one. */
const daysAhead = 28;
const level = 0.8;
/** Finished days that a forecast needs. */
const fewestDays = 28;
/** Forecasts of the past that are held against what came. */
const mostTries = 3;

export type PredictionDependencies = EngineDependencies;

/** What is to come of revenue and orders; nothing where data ended or is too short. */
export async function readPredictions(
  deps: PredictionDependencies,
  model: Model,
  { tenantId, language }: { readonly tenantId: TenantId; readonly language: ModelLanguage },
): Promise<readonly DashboardPrediction[]> {
  const found = await Promise.all(
    predictedMetrics.map(async (name) => {
      const metric = model.metrics.get(name);
      if (metric === undefined) return [];
      const horizon = { n: daysAhead, grain: 'day' } as const;
      const one = await forecastMetric(deps, {
        tenantId,
        metric: name,
        language,
        grain: 'day',
        horizon,
        level,
      });
      if (one.kind !== 'outlook' || one.ended) return [];
      const told = predictionOf(one);
      if (told === undefined) return [];
      const past = await tryPast(
        deps,
        one.history.map(({ value }) => value),
      );
      return [{ metric: name, label: metric.label, unit: metric.unit, ...told, past }];
    }),
  );
  return found.flat();
}

function predictionOf(
  outlook: Outlook,
): Omit<DashboardPrediction, 'metric' | 'label' | 'unit' | 'past'> | undefined {
  const { ahead, history, model } = outlook;
  const values = history.map(({ value }) => value);
  const known = values.filter((value) => value !== null).length;
  // the running day is told with the rest, the total is of whole days to come
  const days = ahead.slice(1);
  if (known < fewestDays || days.length < daysAhead) return undefined;
  if (ahead.some(({ interval }) => interval === null)) return undefined;
  const total = forecastTotal(
    values,
    {
      mean: days.map(({ mean }) => mean),
      upper: days.map(({ mean, interval }) => interval?.high ?? mean),
    },
    {
      level,
      seasonLength: model.seasons[0] ?? 1,
      nonNegative: values.every((value) => value === null || value >= 0),
    },
  );
  if (total.kind === 'undefined') return undefined;
  return {
    grain: 'day',
    level,
    points: ahead.map(({ time, mean, interval }) => ({
      t: time,
      mean,
      low: interval?.low ?? mean,
      high: interval?.high ?? mean,
    })),
    total: { days: days.length, mean: total.mean, low: total.lower, high: total.upper },
    method: model.method,
  };
}

/** Forecasts as they would have been made this many times the horizon ago, against what came. */
async function tryPast(
  deps: PredictionDependencies,
  values: readonly (number | null)[],
): Promise<DashboardPrediction['past']> {
  const tries: { missed: number; missedTotal: number; came: number }[] = [];
  for (let turn = 1; turn <= mostTries; turn++) {
    const then = values.slice(0, -daysAhead * turn);
    const came = values.slice(then.length, then.length + daysAhead);
    if (then.filter((value) => value !== null).length < fewestDays) break;
    const made = await compute(deps, undefined, (stats) =>
      stats.forecast(then, {
        seasonLength: coveredSeasons('day', then.length, 2),
        horizon: daysAhead,
        levels: [level],
        nonNegative: then.every((value) => value === null || value >= 0),
      }),
    );
    if (made.kind === 'undefined') break;
    const errors = came.flatMap((value, day) =>
      value === null ? [] : [{ value, error: (made.mean[day] ?? 0) - value }],
    );
    const sum = (of: (one: (typeof errors)[number]) => number) =>
      errors.reduce((all, one) => all + of(one), 0);
    tries.push({
      missed: sum(({ error }) => Math.abs(error)),
      missedTotal: Math.abs(sum(({ error }) => error)),
      came: Math.abs(sum(({ value }) => value)),
    });
  }
  const came = tries.reduce((all, one) => all + one.came, 0);
  if (!(came > 0)) return null;
  const share = (of: (one: (typeof tries)[number]) => number) =>
    tries.reduce((all, one) => all + of(one), 0) / came;
  return {
    tries: tries.length,
    day_error: share(({ missed }) => missed),
    total_error: share(({ missedTotal }) => missedTotal),
  };
}
