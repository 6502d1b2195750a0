import type { CustomerDays } from '@olympus/semantic';
import {
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  isUndefined,
  lifetimeValueInterval,
  type PurchaseModel,
} from '@olympus/stats';
import { historyAt, outcomeOf } from '../features/history.js';
import {
  expectedOf,
  foretellValue,
  type IntervalBin,
  type Purchases,
  purchasesOf,
  spendHistoryOf,
  type ValueModel,
} from '../models/value-model.js';
import { clustered, compareLosses, defined, type Figure } from './metrics.js';
import { plan } from './rolling.js';

/** How a value model was judged: on what came after everything that it was fitted to. */
export interface ValueReport {
  readonly cut_off: number;
  readonly customers: number;
  /** Mean absolute error of a customer's value within the horizon. */
  readonly value_error: Figure;
  /** The same for “as much as in the horizon before”. */
  readonly baseline_value_error: Figure;
  /** Mean absolute error of a customer's days with an order. */
  readonly orders_error: Figure;
  readonly baseline_orders_error: Figure;
  /** Mean difference of absolute errors of value, model less baseline: below 0 the model is better. */
  readonly against_baseline: Figure;
  readonly against_running: Figure | null;
  /** Share of customers whose value lay in their interval; 0.8 is aimed at. */
  readonly coverage: Figure;
  readonly expected_total: number;
  readonly real_total: number;
}

export interface ValueTraining {
  readonly model: ValueModel;
  readonly report: ValueReport;
}

/** Customers whose year is simulated, and how often. */
const simulated = { customers: 300, times: 400 };
const bins = 8;

interface Known {
  readonly place: number;
  readonly purchases: Purchases;
  readonly before: { readonly orders: number; readonly value: number };
  readonly after: { readonly orders: number; readonly value: number };
}

function knownAt(customers: readonly CustomerDays[], cutOff: number): readonly Known[] {
  return customers.flatMap(({ days }, place) => {
    const history = historyAt(days, cutOff);
    if (history === undefined) return [];
    const of = (from: number) => {
      const { boughtDays, value } = outcomeOf(days, from, plan.horizon);
      return { orders: boughtDays, value };
    };
    return [
      {
        place,
        purchases: purchasesOf(history),
        before: of(cutOff - plan.horizon),
        after: of(cutOff),
      },
    ];
  });
}

/** Customers that models of buying are fitted to, at most: by chance, as their keys are. */
const mostFitted = { 'bg-nbd': 4_000, 'pareto-nbd': 600 } as const;
/** With more repeat purchases a customer, fitting Pareto/NBD takes too long. */
const mostRepeats = 2;
type PurchasesKind = keyof typeof mostFitted;

type Fit = Pick<ValueModel, 'purchases' | 'spend'>;

/** @throws Error where too few come back or spend for the models to be fitted */
export function fitValue(histories: readonly Purchases[], kind: PurchasesKind): Fit {
  const fit = kind === 'bg-nbd' ? fitBgNbd : fitParetoNbd;
  return {
    purchases: defined<PurchaseModel>(fit(histories.slice(0, mostFitted[kind]))),
    spend: defined(fitGammaGamma(histories.map(spendHistoryOf))),
  };
}

/** The model of buying till leaving that told orders best, of those that can be fitted. */
function chooseFit(known: readonly Known[]): { readonly kind: PurchasesKind; readonly fit: Fit } {
  const histories = known.map(({ purchases }) => purchases);
  const repeats = histories.reduce((sum, { frequency }) => sum + frequency, 0) / histories.length;
  const kinds =
    repeats <= mostRepeats ? (['bg-nbd', 'pareto-nbd'] as const) : (['bg-nbd'] as const);
  const tried = kinds.flatMap((kind) => {
    try {
      const fit = fitValue(histories, kind);
      const errors = known.map(
        ({ purchases, after }) =>
          (after.orders - expectedOf(fit, purchases, plan.horizon).orders) ** 2,
      );
      return [{ kind, fit, error: errors.reduce((a, b) => a + b, 0) }];
    } catch {
      return [];
    }
  });
  const [best] = tried.sort((a, b) => a.error - b.error);
  if (best === undefined) throw new Error('too few customers come back for a model of buying');
  return best;
}

/** Bins of equal numbers by what was foretold, each with where four of five outcomes lay. */
export function intervalsOf(
  pairs: readonly { readonly foretold: number; readonly lower: number; readonly upper: number }[],
): readonly IntervalBin[] {
  const sorted = [...pairs].sort((a, b) => a.foretold - b.foretold);
  const size = Math.max(1, Math.ceil(sorted.length / bins));
  const quantile = (values: number[], share: number) =>
    values.sort((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? 0;
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, bin) => {
    const members = sorted.slice(bin * size, (bin + 1) * size);
    const ratios = (end: 'lower' | 'upper') =>
      members.map((one) => (one.foretold > 0 ? one[end] / one.foretold : 0));
    return {
      upTo: members.at(-1)?.foretold ?? 0,
      lower: quantile(ratios('lower'), 0.1),
      upper: quantile(ratios('upper'), 0.9),
    };
  });
}

const measured = (fit: Fit, known: readonly Known[]) =>
  intervalsOf(
    known.map(({ purchases, after }) => ({
      foretold: expectedOf(fit, purchases, plan.horizon).value,
      lower: after.value,
      upper: after.value,
    })),
  );

/** A year is simulated for some customers; within a bin the middle of their ends counts. */
function simulatedYears(
  fit: Fit,
  histories: readonly Purchases[],
  seed: number,
): readonly IntervalBin[] {
  const every = Math.max(1, Math.floor(histories.length / simulated.customers));
  const pairs = histories
    .filter((_, place) => place % every === 0)
    .flatMap((history, place) => {
      const customer = { ...history, ...spendHistoryOf(history) };
      const ends = lifetimeValueInterval(fit.purchases, fit.spend, customer, {
        horizon: 365 / 7,
        alpha: 0.2,
        simulations: simulated.times,
        seed: seed + place,
      });
      if (isUndefined(ends)) return [];
      const foretold = expectedOf(fit, history, 365).value;
      return [{ foretold, lower: ends.lower, upper: ends.upper }];
    });
  const sorted = [...pairs].sort((a, b) => a.foretold - b.foretold);
  const size = Math.max(1, Math.ceil(sorted.length / bins));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, bin) => {
    const members = sorted.slice(bin * size, (bin + 1) * size);
    const sum = (of: 'foretold' | 'lower' | 'upper') => members.reduce((s, one) => s + one[of], 0);
    const total = sum('foretold');
    return {
      upTo: members.at(-1)?.foretold ?? 0,
      lower: total > 0 ? sum('lower') / total : 0,
      upper: total > 0 ? sum('upper') / total : 0,
    };
  });
}

/**
 * Fits the model to what is known at the end and judges it a horizon before, with intervals from
 * outcomes of a horizon before that.
 */
export function trainValue(
  customers: readonly CustomerDays[],
  { endDay, seed }: { readonly endDay: number; readonly seed: number },
  running: ValueModel | undefined,
  progress: (share: number) => void = () => {},
): ValueTraining {
  const cutOff = endDay - plan.horizon;
  const earlier = knownAt(customers, cutOff - plan.horizon);
  const judged = knownAt(customers, cutOff);
  const { kind, fit: earlierFit } = chooseFit(earlier);
  const fit = fitValue(
    judged.map(({ purchases }) => purchases),
    kind,
  );
  progress(0.4);
  const model: ValueModel = {
    kind: 'value',
    horizon: plan.horizon,
    ...fit,
    intervals: measured(earlierFit, earlier),
    yearIntervals: [],
  };
  const foretold = judged.map(({ purchases }) => foretellValue(model, purchases));
  const report = judge(judged, foretold, running);
  progress(0.7);
  const now = knownAt(customers, endDay).map(({ purchases }) => purchases);
  const last = fitValue(now, kind);
  return {
    model: {
      kind: 'value',
      horizon: plan.horizon,
      ...last,
      intervals: measured(fit, judged),
      yearIntervals: simulatedYears(last, now, seed),
    },
    report: { cut_off: cutOff, customers: judged.length, ...report },
  };
}

function judge(
  judged: readonly Known[],
  foretold: readonly ReturnType<typeof foretellValue>[],
  running: ValueModel | undefined,
) {
  const who = judged.map(({ place }) => place);
  const errorsOf = (
    of: 'orders' | 'value',
    values: readonly { readonly orders: number; readonly value: number }[],
  ) => judged.map(({ after }, row) => Math.abs(after[of] - (values[row]?.[of] ?? 0)));
  const before = judged.map((one) => one.before);
  const mean = (errors: readonly number[]): Figure =>
    clustered(who, (rows) => rows.reduce((sum, row) => sum + (errors[row] ?? 0), 0) / rows.length);
  const own = errorsOf('value', foretold);
  const rule = errorsOf('value', before);
  const covered = judged.map(({ after }, row) => {
    const { lower = 0, upper = 0 } = foretold[row] ?? {};
    return after.value >= lower && after.value <= upper ? 1 : 0;
  });
  const others = running && judged.map(({ purchases }) => foretellValue(running, purchases));
  return {
    value_error: mean(own),
    baseline_value_error: mean(rule),
    orders_error: mean(errorsOf('orders', foretold)),
    baseline_orders_error: mean(errorsOf('orders', before)),
    against_baseline: compareLosses(who, own, rule),
    against_running: others ? compareLosses(who, own, errorsOf('value', others)) : null,
    coverage: mean(covered),
    expected_total: foretold.reduce((sum, { value }) => sum + value, 0),
    real_total: judged.reduce((sum, { after }) => sum + after.value, 0),
  };
}
