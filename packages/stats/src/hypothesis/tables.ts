import { gammaSurvival } from '../distributions/gamma.js';
import { logGamma } from '../distributions/special/gamma-function.js';
import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** Pearson's χ² with its test. */
export interface ChiSquaredTest {
  readonly kind: 'chi-squared';
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Cramér's V in [0,1] for tables; absent for goodness of fit. */
  readonly cramersV?: number;
}

/**
 * χ² goodness of fit.
 * @param observed counts ≥ 0, at least two cells
 * @param shares expected shares, any positive scale; default equal
 */
export const chiSquaredFitTest = (
  observed: readonly number[],
  shares: readonly number[] = observed.map(() => 1),
): ChiSquaredTest | Undefined => {
  if (observed.length < 2 || shares.length !== observed.length) {
    return undefinedBecause('the test needs two cells and a share for each');
  }
  if (!allFinite(observed) || observed.some((o) => o < 0)) {
    return undefinedBecause('counts are finite and not negative');
  }
  if (!allFinite(shares) || shares.some((s) => s <= 0)) {
    return undefinedBecause('expected shares are positive');
  }
  const total = observed.reduce((a, b) => a + b, 0);
  const whole = shares.reduce((a, b) => a + b, 0);
  if (!(total > 0)) return undefinedBecause('there are no observations');
  let statistic = 0;
  observed.forEach((o, i) => {
    const expected = (total * (shares[i] ?? 0)) / whole;
    statistic += (o - expected) ** 2 / expected;
  });
  const degreesOfFreedom = observed.length - 1;
  if (!Number.isFinite(statistic)) return undefinedBecause('the counts are too large');
  const pValue = gammaSurvival(statistic / 2, degreesOfFreedom / 2);
  return { kind: 'chi-squared', statistic, degreesOfFreedom, pValue };
};

/**
 * χ² test of independence in a table of counts; empty rows and columns are left out.
 * @param options `yates` applies the continuity correction to 2×2 tables
 */
export const chiSquaredTableTest = (
  table: readonly (readonly number[])[],
  options: { readonly yates?: boolean } = {},
): ChiSquaredTest | Undefined => {
  if (!table.every((row) => allFinite(row) && row.every((o) => o >= 0))) {
    return undefinedBecause('counts are finite and not negative');
  }
  const width = Math.max(0, ...table.map((row) => row.length));
  const columnSums = Array.from({ length: width }, (_, j) =>
    table.reduce((sum, row) => sum + (row[j] ?? 0), 0),
  );
  const rowSums = table.map((row) => row.reduce((a, b) => a + b, 0));
  const rows = rowSums.filter((sum) => sum > 0).length;
  const columns = columnSums.filter((sum) => sum > 0).length;
  const total = rowSums.reduce((a, b) => a + b, 0);
  if (rows < 2 || columns < 2) {
    return undefinedBecause('independence needs two rows and two columns with counts');
  }
  const corrected = options.yates === true && rows === 2 && columns === 2;
  let statistic = 0;
  table.forEach((row, i) => {
    columnSums.forEach((columnSum, j) => {
      const expected = ((rowSums[i] ?? 0) * columnSum) / total;
      if (expected === 0) return;
      const gap = Math.abs((row[j] ?? 0) - expected);
      statistic += (corrected ? Math.max(0, gap - Math.min(0.5, gap)) : gap) ** 2 / expected;
    });
  });
  const degreesOfFreedom = (rows - 1) * (columns - 1);
  if (!Number.isFinite(statistic)) return undefinedBecause('the counts are too large');
  return {
    kind: 'chi-squared',
    statistic,
    degreesOfFreedom,
    pValue: gammaSurvival(statistic / 2, degreesOfFreedom / 2),
    cramersV: Math.min(1, Math.sqrt(statistic / (total * (Math.min(rows, columns) - 1)))),
  };
};

/** Fisher's exact test of a 2×2 table. */
export interface FisherTest {
  readonly kind: 'fisher';
  /** Sample odds ratio ad/bc; undefined when a cell it divides by is 0. */
  readonly oddsRatio: number | Undefined;
  /** Two-sided: tables with the same margins that are no likelier than the seen. */
  readonly pValue: number;
}

/** Fisher's exact test; counts are whole and not negative. */
export const fisherExactTest = (
  table: readonly [readonly [number, number], readonly [number, number]],
): FisherTest | Undefined => {
  const [[a, b], [c, d]] = table;
  if (![a, b, c, d].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return undefinedBecause('counts are whole numbers and not negative');
  }
  const row = a + b;
  const column = a + c;
  const total = row + c + d;
  if (total > 1e7) return undefinedBecause('the exact test takes up to 10 million observations');
  const low = Math.max(0, row + column - total);
  const high = Math.min(row, column);
  const choose = (n: number, k: number): number =>
    logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const logMass = (x: number): number =>
    choose(column, x) + choose(total - column, row - x) - choose(total, row);
  const seen = logMass(a) + 1e-7;
  let pValue = 0;
  for (let x = low; x <= high; x++) {
    const mass = logMass(x);
    if (mass <= seen) pValue += Math.exp(mass);
  }
  return {
    kind: 'fisher',
    oddsRatio: b * c > 0 ? (a * d) / (b * c) : undefinedBecause('a cell of the table is 0'),
    pValue: Math.min(1, pValue),
  };
};
