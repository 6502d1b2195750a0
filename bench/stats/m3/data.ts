import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One series of the M3 competition. */
export interface M3Series {
  readonly id: string;
  readonly period: string;
  readonly seasonLength: number;
  readonly train: number[];
  readonly test: number[];
}

/** One line of R's results: a method on a series. */
export interface ReferenceResult {
  readonly id: string;
  readonly method: string;
  readonly sMAPE: number;
  readonly MASE: number;
  /** NaN where the method gives no intervals. */
  readonly MSIS: number;
  readonly coverage: number;
  readonly cpuSeconds: number;
}

const SEASON_LENGTHS: Readonly<Record<string, number>> = { MONTHLY: 12, QUARTERLY: 4 };

export function readSeries(path: string): M3Series[] {
  const byId = new Map<string, M3Series>();
  const text = gunzipSync(readFileSync(path)).toString();
  for (const row of text.trim().split('\n').slice(1)) {
    const [id = '', period = '', , set, , value] = row.split(',');
    let series = byId.get(id);
    if (!series) {
      series = { id, period, seasonLength: SEASON_LENGTHS[period] ?? 1, train: [], test: [] };
      byId.set(id, series);
    }
    (set === 'train' ? series.train : series.test).push(Number(value));
  }
  return [...byId.values()];
}

export function readReference(path: string): ReferenceResult[] {
  const number = (text: string | undefined): number => (text ? Number(text) : Number.NaN);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [, id = '', , , , method = '', sMAPE, MASE, MSIS, coverage, , cpu] = row.split(',');
      return {
        id,
        method,
        sMAPE: number(sMAPE),
        MASE: number(MASE),
        MSIS: number(MSIS),
        coverage: number(coverage),
        cpuSeconds: number(cpu),
      };
    });
}

/** Published sMAPE by method and frequency. */
export function readPublished(path: string): Map<string, Record<string, number>> {
  const [head = '', ...rows] = readFileSync(path, 'utf8').trim().replaceAll('"', '').split('\n');
  const columns = head.split(',').slice(1);
  return new Map(
    rows.map((row) => {
      const [name = '', ...values] = row.split(',');
      return [name, Object.fromEntries(columns.map((c, i) => [c, Number(values[i])]))];
    }),
  );
}
