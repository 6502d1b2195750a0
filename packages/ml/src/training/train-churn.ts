import type { CustomerDays } from '@olympus/semantic';
import {
  type BoostingOptions,
  fitBoosting,
  fitRegression,
  predictRegression,
  type RegressionModel,
  type ReliabilityBin,
  reliability,
} from '@olympus/stats';
import { features } from '../features/features.js';
import { type ChurnModel, churnRisks } from '../models/churn-model.js';
import { columnOf, type Examples, examplesAt, recencyColumn } from './examples.js';
import { compareLosses, defined, type Figure, judgeRisk, type RiskFigures } from './metrics.js';
import { judgedCutOffs, plan, trainingCutOffs } from './rolling.js';

export const churnParameters = {
  objective: 'binary',
  rounds: 120,
  learningRate: 0.05,
  maxLeaves: 6,
  maxDepth: 3,
  columnShare: 0.5,
  rowShare: 0.5,
  l2: 5,
  minLeafRows: 100,
} as const satisfies BoostingOptions;

/** Customers that models are judged on, at most: by chance, as their keys are. */
const mostJudged = 4_000;

/** Risks by the rule of recency: a curve over days since the last order, fitted like the model. */
export function fitRecencyRule(examples: Examples): RegressionModel {
  return defined(
    fitRegression(
      {
        x: columnOf(examples, recencyColumn),
        y: Float64Array.from(examples.left),
        rows: examples.rows,
        columns: 1,
      },
      { family: 'logistic', l2: 1e-3 },
    ),
  );
}

export function fitChurn(examples: Examples, seed: number): ChurnModel {
  const trees = defined(
    fitBoosting(
      {
        x: examples.x,
        y: Float64Array.from(examples.left),
        rows: examples.rows,
        columns: features.length,
      },
      { ...churnParameters, seed, monotone: features.map(({ monotone }) => monotone) },
    ),
  );
  return {
    kind: 'churn',
    features: features.map(({ name }) => name),
    horizon: plan.horizon,
    trees,
  };
}

/** How a churn model was judged: on cut-offs after everything that it was fitted to. */
export interface ChurnReport {
  readonly cut_offs: readonly number[];
  /** Customers at cut-offs. */
  readonly rows: number;
  /** Of them, the share that left. */
  readonly base_rate: number;
  readonly model: RiskFigures;
  readonly baseline: RiskFigures;
  /** Mean difference of squared errors, model less baseline: below 0 the model is better. */
  readonly against_baseline: Figure;
  /** The same against the model that runs, on the newest cut-off; it may have been fitted to some of it. */
  readonly against_running: Figure | null;
  readonly reliability: readonly ReliabilityBin[];
  /** Of each feature, its share of what the trees explain. */
  readonly importance: readonly { readonly feature: string; readonly share: number }[];
}

export interface ChurnTraining {
  readonly model: ChurnModel;
  readonly report: ChurnReport;
}

const squared = (examples: Examples, risks: ArrayLike<number>) =>
  examples.left.map((left, row) => (left - (risks[row] ?? 0)) ** 2);

/**
 * Fits the model to what is known at the end, and judges the same recipe on earlier cut-offs.
 * @param endDay  the first local day that is not known as a whole
 * @throws Error where the outcomes are all alike
 */
export function trainChurn(
  customers: readonly CustomerDays[],
  {
    startDay,
    endDay,
    seed,
  }: { readonly startDay: number; readonly endDay: number; readonly seed: number },
  running: ChurnModel | undefined,
  progress: (share: number) => void = () => {},
): ChurnTraining {
  const judged = customers.slice(0, mostJudged);
  const cutOffs = judgedCutOffs(startDay, endDay);
  const customer: number[] = [];
  const left: number[] = [];
  const losses: number[][] = [[], []];
  const risks: number[][] = [[], []];
  let againstRunning: Figure | null = null;
  cutOffs.forEach((cutOff, fold) => {
    const learned = examplesAt(customers, trainingCutOffs(startDay, cutOff, customers.length));
    const test = examplesAt(judged, [cutOff]);
    const recency = columnOf(test, recencyColumn);
    const foretold = [
      churnRisks(fitChurn(learned, seed), test.x),
      defined(predictRegression(fitRecencyRule(learned), recency)),
    ];
    foretold.forEach((risk, which) => {
      for (const loss of squared(test, risk)) losses[which]?.push(loss);
      for (const one of risk) risks[which]?.push(one);
    });
    if (fold === 0 && running !== undefined && isReadable(running)) {
      const own = squared(test, foretold[0] ?? []);
      againstRunning = compareLosses(
        test.customer,
        own,
        squared(test, churnRisks(running, test.x)),
      );
    }
    for (const one of test.left) left.push(one);
    for (const one of test.customer) customer.push(one);
    progress(((fold + 1) / (cutOffs.length + 1)) * 0.8);
  });
  const [own = [], rule = []] = risks;
  const curve = reliability(left, own);
  const report = {
    cut_offs: cutOffs,
    rows: left.length,
    base_rate: left.reduce((sum, one) => sum + one, 0) / Math.max(1, left.length),
    model: judgeRisk(customer, left, own),
    baseline: judgeRisk(customer, left, rule),
    against_baseline: compareLosses(customer, losses[0] ?? [], losses[1] ?? []),
    against_running: againstRunning,
    reliability: 'kind' in curve ? [] : curve,
  };
  progress(0.9);
  const model = fitChurn(
    examplesAt(customers, trainingCutOffs(startDay, endDay, customers.length)),
    seed,
  );
  return { model, report: { ...report, importance: importanceOf(model) } };
}

const importanceOf = ({ trees }: ChurnModel) =>
  features
    .map(({ name }, column) => ({ feature: name, share: trees.importance[column] ?? 0 }))
    .sort((a, b) => b.share - a.share);

/** Whether a model that was fitted by an earlier release knows the features of this one. */
export const isReadable = (model: ChurnModel): boolean =>
  model.features.length === features.length &&
  model.features.every((name, column) => name === features[column]?.name);
