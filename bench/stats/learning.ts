import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  auc,
  type BoostingModel,
  type BoostingOptions,
  brierScore,
  calibrate,
  calibrationError,
  explainBoosting,
  fitBoosting,
  fitIsotonic,
  fitPlatt,
  fitRegression,
  isUndefined,
  logLoss,
  predictBoosting,
  predictRegression,
  randomFolds,
  scoreBoosting,
  takeRows,
  type Undefined,
} from '@olympus/stats';
import { cpuSeconds, line, sharedFile } from './shared.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

interface Table {
  readonly x: Float64Array;
  readonly columns: number;
  readonly categorical: readonly number[];
}

const NUMBERS = ['SeniorCitizen', 'tenure', 'MonthlyCharges', 'TotalCharges'];

/** The customers as category codes for trees and as indicators for the linear model. */
const readChurn = (path: string) => {
  const [header = '', ...lines] = gunzipSync(readFileSync(path)).toString().trim().split(/\r?\n/);
  const names = header.split(',').slice(1, -1);
  const rows = lines.map((row) => row.split(','));
  const churned = Float64Array.from(rows, (row) => (row[row.length - 1] === 'Yes' ? 1 : 0));
  const coded: number[][] = [];
  const indicators: number[][] = [];
  const categorical: number[] = [];
  names.forEach((name, j) => {
    const values = rows.map((row) => row[j + 1] ?? '');
    if (NUMBERS.includes(name)) {
      coded.push(values.map((v) => (v.trim() === '' ? Number.NaN : Number(v))));
      // The 11 customers without total charges have paid nothing yet.
      indicators.push(values.map(Number));
      return;
    }
    const levels = [...new Set(values)].sort();
    categorical.push(coded.length);
    coded.push(values.map((v) => levels.indexOf(v)));
    for (const level of levels.slice(1)) indicators.push(values.map((v) => Number(v === level)));
  });
  // Each service repeats that there is no internet: one column for it is enough.
  const distinct = [...new Map(indicators.map((c) => [c.join(), c])).values()];
  const table = (columns: readonly number[][], codes: readonly number[]): Table => ({
    x: Float64Array.from(rows.flatMap((_, i) => columns.map((column) => column[i] ?? 0))),
    columns: columns.length,
    categorical: codes,
  });
  return { churned, trees: table(coded, categorical), linear: table(distinct, []) };
};

const OPTIONS: BoostingOptions = {
  objective: 'binary',
  rounds: 150,
  learningRate: 0.06,
  maxLeaves: 6,
  maxDepth: 3,
  columnShare: 0.3,
  rowShare: 0.5,
  l2: 5,
  maxBins: 64,
};

const REPORTED_SEEDS = [1, 2, 3, 4, 5];
const FOLDS = 5;

/** Churn of a telephone company: boosting and logistic regression over five times five folds. */
export const run = async (): Promise<void> => {
  const path = sharedFile('churn/telco.csv.gz');
  if (path === undefined) return;
  const { churned, trees, linear } = readChurn(path);
  console.log(
    `  5-fold stratified cross-validation, mean over fold seeds ${REPORTED_SEEDS.join(', ')};`,
  );
  console.log('  settings were chosen on the folds of seeds 101 and 102.');
  const sums = new Map<string, number>();
  const add = (name: string, value: number | Undefined): void => {
    sums.set(name, (sums.get(name) ?? 0) + defined(value));
  };
  const runs = REPORTED_SEEDS.length * FOLDS;
  let last: BoostingModel | undefined;
  for (const seed of REPORTED_SEEDS) {
    const n = churned.length;
    const boosted = new Float64Array(n);
    const platt = new Float64Array(n);
    const isotonic = new Float64Array(n);
    const logistic = new Float64Array(n);
    for (const { train, test } of defined(randomFolds(n, { stratifyBy: churned, seed }))) {
      const y = takeRows(churned, 1, train);
      const learn = (table: Table) => ({
        x: takeRows(table.x, table.columns, train),
        y,
        rows: train.length,
        columns: table.columns,
      });
      const outcomes = takeRows(churned, 1, test);
      const x = takeRows(trees.x, trees.columns, test);
      const table = learn(trees);
      const options = { ...OPTIONS, categorical: trees.categorical };
      const fitted = cpuSeconds(() => defined(fitBoosting(table, options)));
      last = fitted.result;
      add('fit', fitted.seconds);
      const p = defined(predictBoosting(fitted.result, x));
      const area = defined(auc(outcomes, p));
      add('auc', area);
      add(`auc of seed ${seed}`, area);
      const fit = cpuSeconds(() =>
        defined(fitRegression(learn(linear), { family: 'logistic', l2: 5 })),
      );
      add('logistic fit', fit.seconds);
      const q = defined(predictRegression(fit.result, takeRows(linear.x, linear.columns, test)));
      add('logistic auc', auc(outcomes, q));

      // Calibrators learn from scores of inner folds, which their models have not seen.
      const inner = new Float64Array(train.length);
      for (const part of defined(randomFolds(train.length, { stratifyBy: y, seed }))) {
        const some = {
          x: takeRows(table.x, table.columns, part.train),
          y: takeRows(y, 1, part.train),
          rows: part.train.length,
          columns: table.columns,
        };
        const model = defined(fitBoosting(some, options));
        const held = defined(scoreBoosting(model, takeRows(table.x, table.columns, part.test)));
        part.test.forEach((i, at) => {
          inner[i] = held[at] ?? 0;
        });
      }
      const scores = defined(scoreBoosting(fitted.result, x));
      const [a, b] = [fitPlatt(inner, y), fitIsotonic(inner, y)].map((map) =>
        defined(calibrate(defined(map), scores)),
      );
      test.forEach((i, at) => {
        boosted[i] = p[at] ?? 0;
        logistic[i] = q[at] ?? 0;
        platt[i] = a?.[at] ?? 0;
        isotonic[i] = b?.[at] ?? 0;
      });
    }
    for (const [name, p] of Object.entries({ boosted, platt, isotonic, logistic })) {
      add(`${name} ece`, calibrationError(churned, p));
      add(`${name} logLoss`, logLoss(churned, p));
      add(`${name} brier`, brierScore(churned, p));
    }
  }
  const mean = (name: string, count = runs): number => (sums.get(name) ?? 0) / count;
  line('boosting AUC', mean('auc').toFixed(4), '≥ .848');
  const areas = REPORTED_SEEDS.map((seed) => mean(`auc of seed ${seed}`, FOLDS).toFixed(4));
  line('  of each fold seed', areas.join(' '));
  line('boosting fit, CPU s a fold', mean('fit').toFixed(3), '≤ .3');
  line('logistic ridge AUC', mean('logistic auc').toFixed(4), '.845');
  line('logistic ridge fit, CPU s a fold', mean('logistic fit').toFixed(3));
  for (const [name, label] of [
    ['boosted', 'boosting'],
    ['platt', 'boosting, Platt'],
    ['isotonic', 'boosting, isotonic'],
    ['logistic', 'logistic ridge'],
  ]) {
    const part = (metric: string): string =>
      mean(`${name} ${metric}`, REPORTED_SEEDS.length).toFixed(4);
    line(`${label}: calibration error`, part('ece'), '≤ .02');
    line(`${label}: log loss, Brier`, `${part('logLoss')}, ${part('brier')}`);
  }
  const model = last;
  if (model === undefined) return;
  predictBoosting(model, trees.x);
  const repeats = 5;
  const predicted = cpuSeconds(() => {
    for (let k = 0; k < repeats; k++) predictBoosting(model, trees.x);
  });
  const micros = (1e6 * predicted.seconds) / (repeats * churned.length);
  line('prediction, CPU µs a row (batch)', micros.toFixed(2), '≤ 5');
  const single = cpuSeconds(() => {
    for (let i = 0; i < churned.length; i++) {
      predictBoosting(model, trees.x.subarray(i * trees.columns, (i + 1) * trees.columns));
    }
  });
  line(
    'prediction, CPU µs a row (one by one)',
    ((1e6 * single.seconds) / churned.length).toFixed(2),
  );
  const explained = cpuSeconds(() => defined(explainBoosting(model, trees.x)));
  line('explanation, CPU µs a row', ((1e6 * explained.seconds) / churned.length).toFixed(0));
  const scores = defined(scoreBoosting(model, trees.x));
  const { base, contributions } = explained.result;
  let worst = 0;
  scores.forEach((score, i) => {
    let sum = base[0] ?? 0;
    for (let j = 0; j < trees.columns; j++) sum += contributions[i * trees.columns + j] ?? 0;
    worst = Math.max(worst, Math.abs(sum - score));
  });
  line('largest |base + contributions − score|', worst.toExponential(1), '0');
};
