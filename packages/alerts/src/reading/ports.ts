import type { Analytics } from '@olympus/analytics';
import type { TenantId } from '@olympus/core';
import type { Zone } from './windows.js';

/** What alerts ask of analytics. */
export type AlertAnalytics = Pick<Analytics, 'query' | 'model' | 'holidays'> & {
  readonly engines: Pick<Analytics['engines'], 'backtest' | 'explain'>;
};

export type AlertModel = Awaited<ReturnType<Analytics['model']>>;
export type AlertMetric = AlertModel['metrics'][number];

/** A KPI's place between behind and ahead. */
export interface Pace {
  /** What there is less what the goal asks for by now, better being more; null before it can be told. */
  readonly value: number | null;
  readonly expected: number | null;
}

/** One reading of a tenant's data: its questions share their answers. */
export interface Reading {
  readonly analytics: AlertAnalytics;
  readonly tenantId: TenantId;
  readonly zone: Zone;
  readonly nowMs: number;
  readonly model: AlertModel;
  /** How a KPI stands. @throws Problem `kpi_not_found` */
  readonly paceOf: (kpi: string, signal: AbortSignal | undefined) => Promise<Pace>;
  /** Answers that are on their way or there, by their question. */
  readonly answers: Map<string, Promise<unknown>>;
  readonly signal?: AbortSignal | undefined;
}

/** One computation for each question that differs, whoever asks. */
export function once<T>({ answers }: Reading, question: unknown, ask: () => Promise<T>) {
  const key = JSON.stringify(question);
  const known = answers.get(key) as Promise<T> | undefined;
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(key, answer);
  answer.catch(() => undefined);
  return answer;
}
