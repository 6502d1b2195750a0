import {
  auc,
  brierScore,
  calibrationError,
  createRandom,
  isUndefined,
  type Undefined,
} from '@olympus/stats';

/** A measured figure with the interval that holds nineteen of twenty. */
export interface Figure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

type Statistic = (rows: readonly number[]) => number;

const resamples = 200;

/**
 * A statistic of rows with its interval by the bootstrap over customers: all rows of a customer go
 * together, as they are not independent.
 * @param customers  of each row, whole numbers
 */
export function clustered(customers: readonly number[], statistic: Statistic, seed = 1): Figure {
  const rowsOf = new Map<number, number[]>();
  customers.forEach((customer, row) => {
    const rows = rowsOf.get(customer);
    if (rows === undefined) rowsOf.set(customer, [row]);
    else rows.push(row);
  });
  const clusters = [...rowsOf.values()];
  const random = createRandom(seed);
  const drawn = Array.from({ length: resamples }, () => {
    const rows: number[] = [];
    for (let k = 0; k < clusters.length; k++) {
      for (const row of clusters[random.integer(clusters.length)] ?? []) rows.push(row);
    }
    return statistic(rows);
  }).filter(Number.isFinite);
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? Number.NaN;
  const value = statistic(customers.map((_, row) => row));
  return { value, lower: at(0.025), upper: at(0.975) };
}

const orNaN = (value: number | { readonly kind: 'undefined' }) =>
  typeof value === 'number' ? value : Number.NaN;

/** How well probabilities told who left. */
export interface RiskFigures {
  readonly auc: Figure;
  readonly brier: Figure;
  readonly calibration_error: Figure;
}

/** @param left  1 where the customer left, else 0 */
export function judgeRisk(
  customers: readonly number[],
  left: readonly number[],
  risk: readonly number[],
): RiskFigures {
  const of = (measure: (y: number[], p: number[]) => ReturnType<typeof auc>) =>
    clustered(customers, (rows) =>
      orNaN(
        measure(
          rows.map((row) => left[row] ?? 0),
          rows.map((row) => risk[row] ?? 0),
        ),
      ),
    );
  return { auc: of(auc), brier: of(brierScore), calibration_error: of(calibrationError) };
}

/** Mean difference of two losses of the same rows, first less second: below 0 the first is better. */
export const compareLosses = (
  customers: readonly number[],
  first: readonly number[],
  second: readonly number[],
): Figure =>
  clustered(
    customers,
    (rows) =>
      rows.reduce((sum, row) => sum + (first[row] ?? 0) - (second[row] ?? 0), 0) / rows.length,
  );

/** Throws where a fit is undefined, saying why. */
export function defined<T>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
}
