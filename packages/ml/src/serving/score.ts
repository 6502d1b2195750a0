import type { CustomerDays } from '@olympus/semantic';
import { gapOf, recencyOf, valuesOf } from '../features/features.js';
import { historyAt } from '../features/history.js';
import { bandOf, type ChurnModel, churnRisks, type RiskBand } from '../models/churn-model.js';
import {
  type Foretold,
  foretellValue,
  foretellYear,
  purchasesOf,
  type ValueModel,
} from '../models/value-model.js';

/** Between now and when the risk is compared with, days. */
const earlier = 28;

/** The models that run. */
export interface RunningModels {
  readonly churn?: ChurnModel | undefined;
  readonly value?: ValueModel | undefined;
}

/** What is foretold of one customer. */
export interface Score {
  readonly key: string;
  readonly risk: number | null;
  readonly band: RiskBand | null;
  /** The risk 28 days before, by the same model; null for who had not ordered by then. */
  readonly riskBefore: number | null;
  /** What the customer spends within the horizon at the pace of the last year. */
  readonly usualValue: number;
  readonly next: Foretold | null;
  readonly year: Foretold | null;
  /** Days since the last order, and between orders as a rule; null with one. */
  readonly recency: number;
  readonly gap: number | null;
}

const horizon = 90;

/** Scores customers as of a local day, exclusive; those who had not ordered by then are left out. */
export function scoreCustomers(
  { churn, value }: RunningModels,
  customers: readonly CustomerDays[],
  cutOff: number,
): readonly Score[] {
  const known = customers.flatMap(({ key, days }) => {
    const now = historyAt(days, cutOff);
    return now === undefined ? [] : [{ key, now, before: historyAt(days, cutOff - earlier) }];
  });
  const risksOf = (rows: readonly (readonly number[])[]) =>
    churn === undefined || rows.length === 0
      ? []
      : churnRisks(churn, Float64Array.from(rows.flat()));
  const risks = risksOf(known.map(({ now }) => valuesOf(now)));
  const beforeRows = known.flatMap(({ before }) =>
    before === undefined ? [] : [valuesOf(before)],
  );
  const beforeRisks = risksOf(beforeRows);
  let next = 0;
  return known.map(({ key, now, before }, row) => {
    const risk = risks[row] ?? null;
    const riskBefore = before === undefined ? null : (beforeRisks[next++] ?? null);
    const purchases = purchasesOf(now);
    const gap = gapOf(now);
    return {
      key,
      risk,
      band: risk === null ? null : bandOf(risk),
      riskBefore,
      usualValue: usualValueOf(now),
      next: value === undefined ? null : foretellValue(value, purchases),
      year: value === undefined ? null : foretellYear(value, purchases),
      recency: recencyOf(now),
      gap: Number.isNaN(gap) ? null : gap,
    };
  });
}

/** Sold within the last year, or since the first order but at least a horizon, brought to a horizon. */
function usualValueOf({ bought, cutOff }: NonNullable<ReturnType<typeof historyAt>>): number {
  const from = cutOff - 365;
  const first = bought[0]?.day ?? cutOff;
  const days = Math.max(horizon, Math.min(365, cutOff - first));
  const spent = bought.reduce((sum, { day, net }) => sum + (day >= from ? net : 0), 0);
  return (Math.max(0, spent) * horizon) / days;
}

/** A value rounded down to 0, 1, 2, 5, 10, 20, 50, … */
export function valueBandOf(value: number): number {
  if (!(value >= 1)) return 0;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const step = [5, 2, 1].find((one) => value >= one * power) ?? 1;
  return step * power;
}
