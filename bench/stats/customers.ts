import { readFileSync } from 'node:fs';
import {
  type CustomerHistory,
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  isUndefined,
  lifetimeValueInterval,
  type Undefined,
} from '@olympus/stats';
import { cpuSeconds, line, sharedFile } from './shared.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

interface Customer extends CustomerHistory {
  /** Repeat purchases and their value in the 39 weeks after the calibration. */
  readonly holdoutPurchases: number;
  readonly holdoutValue: number;
}

const day = (text: string): number =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6, 8))) /
  86_400_000;

/** The 2,357 customers of the sample: calibration to 1997-09-30, holdout to 1998-06-30, in weeks. */
const readCustomers = (path: string): readonly Customer[] => {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const row of readFileSync(path, 'utf8').split('\n')) {
    const [, id, date, , value] = row.trim().split(/\s+/);
    if (id === undefined || date === undefined) continue;
    const days = byCustomer.get(id) ?? new Map<number, number>();
    days.set(day(date), (days.get(day(date)) ?? 0) + Number(value));
    byCustomer.set(id, days);
  }
  const end = day('19970930');
  return [...byCustomer.values()].map((purchases) => {
    const days = [...purchases.keys()].sort((a, b) => a - b);
    const first = days[0] ?? 0;
    const repeats = days.filter((d) => d > first && d <= end);
    const later = days.filter((d) => d > end);
    const value = (list: readonly number[]): number =>
      list.reduce((sum, d) => sum + (purchases.get(d) ?? 0), 0);
    return {
      frequency: repeats.length,
      recency: ((repeats[repeats.length - 1] ?? first) - first) / 7,
      age: (end - first) / 7,
      meanValue: repeats.length > 0 ? value(repeats) / repeats.length : 0,
      holdoutPurchases: later.length,
      holdoutValue: value(later),
    };
  });
};

/** CDNOW: published parameters, holdout error, and whether intervals of value cover. */
export const run = async (): Promise<void> => {
  const path = sharedFile('cdnow/CDNOW_sample.txt');
  if (path === undefined) return;
  const customers = readCustomers(path);
  const { result: bg, seconds } = cpuSeconds(() => defined(fitBgNbd(customers)));
  const parameters = [bg.r, bg.alpha, bg.a, bg.b].map((x) => x.toFixed(3)).join(' ');
  line('BG/NBD r α a b', parameters, '0.243 4.414 0.793 2.426');
  line('BG/NBD log likelihood', bg.logLikelihood.toFixed(2), '−9582.43 ± 0.01');
  line('BG/NBD fit, CPU', `${seconds.toFixed(2)} s`);
  const predicted = customers.map((c) => defined(expectedPurchases(bg, c, 39)));
  const absolute = customers.map((c, i) => Math.abs(c.holdoutPurchases - (predicted[i] ?? 0)));
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const actual = sum(customers.map((c) => c.holdoutPurchases));
  line('holdout repeat purchases', `${actual}`, '1,882');
  line('predicted', sum(predicted).toFixed(0), '1,653');
  line('BG/NBD holdout MAE', (sum(absolute) / customers.length).toFixed(5), '≤ 0.785');
  const pareto = cpuSeconds(() => defined(fitParetoNbd(customers)));
  const { r, alpha, s, beta, logLikelihood } = pareto.result;
  const figures = [r, alpha, s, beta].map((x) => x.toFixed(3)).join(' ');
  line('Pareto/NBD r α s β', figures, '0.553 10.578 0.606 11.669 (published)');
  line('Pareto/NBD log likelihood', logLikelihood.toFixed(2), '−9595.0 (published)');
  line('Pareto/NBD fit, CPU', `${pareto.seconds.toFixed(2)} s`);
  const paretoError = customers.map((c) =>
    Math.abs(c.holdoutPurchases - defined(expectedPurchases(pareto.result, c, 39))),
  );
  line('Pareto/NBD holdout MAE', (sum(paretoError) / customers.length).toFixed(4));
  const spend = defined(fitGammaGamma(customers));
  const spent = [spend.p, spend.q, spend.v].map((x) => x.toFixed(4)).join(' ');
  line('gamma-gamma p q v', spent, '6.25 3.74 15.45');
  const sampled = customers.filter((_, i) => i % 8 === 0);
  let covered = 0;
  let expectedValue = 0;
  const intervals = cpuSeconds(() => {
    sampled.forEach((customer, i) => {
      const interval = defined(
        lifetimeValueInterval(bg, spend, customer, {
          horizon: 39,
          alpha: 0.1,
          simulations: 1000,
          seed: i,
        }),
      );
      expectedValue += interval.mean;
      const inside = interval.lower <= customer.holdoutValue;
      covered += inside && customer.holdoutValue <= interval.upper ? 1 : 0;
    });
  });
  line(
    '90 % intervals of 39-week value that cover',
    `${((100 * covered) / sampled.length).toFixed(1)} %`,
    '≥ 90 %',
  );
  const real = sum(sampled.map((customer) => customer.holdoutValue));
  line(
    'value predicted / real, every 8th customer',
    `${expectedValue.toFixed(0)} / ${real.toFixed(0)}`,
  );
  line(
    'CPU an interval of 1,000 simulations',
    `${((1000 * intervals.seconds) / sampled.length).toFixed(1)} ms`,
  );
};
