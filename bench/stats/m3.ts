import { type Forecast, forecast } from '@olympus/stats';
import {
  type M3Series,
  type ReferenceResult,
  readPublished,
  readReference,
  readSeries,
} from './m3/data.js';
import { cpuSeconds, line, sharedFile } from './shared.js';

const PERIODS = ['YEARLY', 'QUARTERLY', 'MONTHLY', 'OTHER'] as const;

/** Accuracy of one method on one series, as the competition measures it. */
interface Accuracy {
  readonly id: string;
  readonly period: string;
  readonly sMAPE: number;
  readonly MASE: number;
  readonly MSIS: number;
  readonly coverage: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

function judge(series: M3Series, said: Forecast): Accuracy {
  const { train, test, seasonLength: m, id, period } = series;
  let scale = 0;
  for (let t = m; t < train.length; t++) {
    scale += Math.abs((train[t] ?? 0) - (train[t - m] ?? 0)) / (train.length - m);
  }
  const interval = said.intervals[0];
  const steps = test.map((y, h) => {
    const f = said.mean[h] ?? 0;
    const lower = interval?.lower[h] ?? 0;
    const upper = interval?.upper[h] ?? 0;
    return {
      sMAPE: (200 * Math.abs(y - f)) / (Math.abs(y) + Math.abs(f)),
      MASE: Math.abs(y - f) / scale,
      MSIS: (upper - lower + 40 * Math.max(0, lower - y) + 40 * Math.max(0, y - upper)) / scale,
      coverage: y >= lower && y <= upper ? 1 : 0,
    };
  });
  return {
    id,
    period,
    sMAPE: mean(steps.map((s) => s.sMAPE)),
    MASE: mean(steps.map((s) => s.MASE)),
    MSIS: mean(steps.map((s) => s.MSIS)),
    coverage: mean(steps.map((s) => s.coverage)),
  };
}

type Figures = Pick<Accuracy, 'sMAPE' | 'MASE' | 'MSIS' | 'coverage'>;

function average(rows: readonly Figures[]): Figures {
  return {
    sMAPE: mean(rows.map((r) => r.sMAPE)),
    MASE: mean(rows.map((r) => r.MASE)),
    MSIS: mean(rows.map((r) => r.MSIS)),
    coverage: mean(rows.map((r) => r.coverage)),
  };
}

/** Overall weighted average: the mean of sMAPE and MASE relative to Naive2's. */
const owa = (f: Figures, naive2: Figures): number =>
  0.5 * (f.sMAPE / naive2.sMAPE + f.MASE / naive2.MASE);

const show = (f: Figures, naive2: Figures): string =>
  [
    f.sMAPE.toFixed(3).padStart(7),
    f.MASE.toFixed(4).padStart(8),
    owa(f, naive2).toFixed(4).padStart(7),
    (Number.isNaN(f.coverage) ? '–' : f.coverage.toFixed(4)).padStart(7),
    (Number.isNaN(f.MSIS) ? '–' : f.MSIS.toFixed(3)).padStart(7),
  ].join(' ');

function compareWithR(ours: readonly Accuracy[], reference: readonly ReferenceResult[]): void {
  const ids = new Set(reference.map((r) => r.id));
  const periodOf = new Map(ours.map((a) => [a.id, a.period]));
  const methods = ['naive2', 'ets', 'auto.arima', 'thetaf', 'avg3'];
  console.log(
    `\n  The ${ids.size} series with R’s own results; members and constants were set on the others`,
  );
  console.log(`  ${''.padEnd(22)}   sMAPE     MASE     OWA   cover    MSIS`);
  for (const period of [...PERIODS, 'ALL']) {
    const within = (id: string): boolean => period === 'ALL' || periodOf.get(id) === period;
    const of = (method: string): Figures =>
      average(reference.filter((r) => r.method === method && within(r.id)));
    const naive2 = of('naive2');
    const own = average(ours.filter((a) => ids.has(a.id) && within(a.id)));
    console.log(`  ${`${period} olympus`.padEnd(22)} ${show(own, naive2)}`);
    for (const method of methods) {
      console.log(`  ${`  R ${method}`.padEnd(22)} ${show(of(method), naive2)}`);
    }
    if (period !== 'ALL') continue;
    const best = of('avg3');
    line(
      'OWA on R’s series',
      owa(own, naive2).toFixed(4),
      `≤ .825 and < ${owa(best, naive2).toFixed(4)}`,
    );
    line('MSIS on R’s series', own.MSIS.toFixed(3), `< ${best.MSIS.toFixed(3)}`);
  }
}

/** Forecasts all of M3 with the default method and compares with R and the published methods. */
export async function run(): Promise<void> {
  const data = sharedFile('m3/m3.csv.gz');
  const rFile = sharedFile('m3/r_forecast_reference.csv');
  const publishedFile = sharedFile('m3/published_methods.csv');
  if (!data || !rFile || !publishedFile) return;
  const all = readSeries(data);
  const ours: Accuracy[] = [];
  const spent = new Map<string, number>();
  for (const series of all) {
    const { result, seconds } = cpuSeconds(() =>
      forecast(series.train, {
        seasonLength: series.seasonLength,
        horizon: series.test.length,
        levels: [0.95],
        nonNegative: true,
      }),
    );
    if (result.kind === 'undefined') throw new Error(`${series.id}: ${result.reason}`);
    ours.push(judge(series, result));
    spent.set(series.period, (spent.get(series.period) ?? 0) + seconds);
  }
  const published = readPublished(publishedFile);
  const theta = published.get('THETA') ?? {};
  const pro = published.get('ForecastPro') ?? {};
  console.log(`  All ${all.length} series`);
  for (const period of PERIODS) {
    const rows = ours.filter((a) => a.period === period);
    const figures = average(rows);
    line(
      `${period} sMAPE (Theta, ForecastPro published)`,
      `${figures.sMAPE.toFixed(2)} (${theta[period]?.toFixed(2)}, ${pro[period]?.toFixed(2)})`,
    );
    line(`${period} 95 % intervals cover`, figures.coverage.toFixed(4), '.93–.97');
    line(`${period} CPU ms a series`, ((1000 * (spent.get(period) ?? 0)) / rows.length).toFixed(2));
  }
  const total = average(ours);
  line(
    'ALL sMAPE (Theta, ForecastPro published)',
    `${total.sMAPE.toFixed(3)} (${theta.ALL?.toFixed(2)}, ${pro.ALL?.toFixed(2)})`,
    '≤ 12.3',
  );
  const seconds = [...spent.values()].reduce((a, b) => a + b, 0);
  line('ALL CPU ms a series', ((1000 * seconds) / all.length).toFixed(2), '≤ 10');
  const better = [...published].filter(([, p]) => (p.ALL ?? Infinity) < total.sMAPE);
  line('published methods with a lower sMAPE', `${better.length} of ${published.size}`);
  compareWithR(ours, readReference(rFile));
}
