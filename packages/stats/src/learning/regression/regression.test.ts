import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../fixtures/learning/golden.json' with { type: 'json' };
import { isUndefined, type Undefined } from '../../undefined.js';
import { fitRegression, type RegressionModel } from './fit.js';
import { predictRegression } from './predict.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

const { x, rows, columns, linear, logistic, poisson, weighted, ridge } = golden.regression;

const close = (actual: number, wanted: number, tolerance = 1e-9): void => {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(
    tolerance * Math.max(Math.abs(wanted), 1e-9),
  );
};

interface Reference {
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  readonly lower: readonly number[];
  readonly pValues: readonly number[];
  readonly logLikelihood: number;
}

const agrees = (model: RegressionModel, reference: Reference): void => {
  [model.intercept, ...model.coefficients].forEach((coefficient, j) => {
    close(coefficient.estimate, reference.estimates[j] ?? 0);
    close(coefficient.standardError, reference.standardErrors[j] ?? 0);
    close(coefficient.lower, reference.lower[j] ?? 0, 1e-8);
    close(coefficient.pValue, reference.pValues[j] ?? 0, 1e-8);
  });
  close(model.logLikelihood, reference.logLikelihood);
};

describe('regression', () => {
  it('agrees with statsmodels: linear', () => {
    const model = defined(fitRegression({ x, y: linear.y, rows, columns }));
    agrees(model, linear);
    expect(model.explained).toBeCloseTo(linear.rSquared, 10);
  });

  it('agrees with statsmodels: logistic', () => {
    const table = { x, y: logistic.y, rows, columns };
    agrees(defined(fitRegression(table, { family: 'logistic' })), logistic);
  });

  it('agrees with statsmodels: Poisson with exposure', () => {
    const table = { x, y: poisson.y, rows, columns };
    agrees(defined(fitRegression(table, { family: 'poisson', offset: poisson.offset })), poisson);
  });

  it('agrees with statsmodels: weights as frequencies', () => {
    const table = { x, y: logistic.y, rows, columns, weights: weighted.weights };
    agrees(defined(fitRegression(table, { family: 'logistic' })), weighted);
  });

  it('agrees with scikit-learn: ridge penalties on standardised columns', () => {
    const of = (family: 'linear' | 'logistic', y: readonly number[]) =>
      defined(fitRegression({ x, y, rows, columns }, { family, l2: ridge.l2 })).coefficients;
    of('linear', linear.y).forEach((c, j) => {
      close(c.estimate, ridge.linear[j] ?? 0);
    });
    of('logistic', logistic.y).forEach((c, j) => {
      close(c.estimate, ridge.logistic[j] ?? 0, 1e-6);
    });
  });

  it('predicts responses, and survives JSON', () => {
    const table = { x, y: poisson.y, rows, columns };
    const model = defined(fitRegression(table, { family: 'poisson', offset: poisson.offset }));
    const means = defined(predictRegression(model, x, poisson.offset));
    // With the canonical link fitted means add up to the counts.
    close(
      means.reduce((a, b) => a + b, 0),
      poisson.y.reduce((a, b) => a + b, 0),
    );
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('does not depend on the units of columns, with a penalty too', () => {
    const scaled = x.map((value, i) => (i % columns === 1 ? value * 1000 : value));
    const options = { family: 'logistic', l2: 2 } as const;
    const [a, b] = [x, scaled].map((data) =>
      defined(fitRegression({ x: data, y: logistic.y, rows, columns }, options)),
    );
    close(a?.coefficients[1]?.estimate ?? 0, 1000 * (b?.coefficients[1]?.estimate ?? 0), 1e-7);
    close(a?.coefficients[0]?.estimate ?? 0, b?.coefficients[0]?.estimate ?? 0, 1e-7);
  });

  it('refuses collinear columns and separated classes without a penalty, and takes both with one', () => {
    const collinear = { x: [1, 2, 2, 4, 3, 6, 5, 10], y: [1, 2, 2, 4], rows: 4, columns: 2 };
    const separated = { x: [1, 2, 3, 4], y: [0, 0, 1, 1], rows: 4, columns: 1 };
    expect(fitRegression(collinear).kind).toBe('undefined');
    expect(fitRegression(separated, { family: 'logistic' }).kind).toBe('undefined');
    expect(fitRegression(collinear, { l2: 1 }).kind).toBe('regression');
    expect(fitRegression(separated, { family: 'logistic', l2: 1 }).kind).toBe('regression');
  });

  it('never lets NaN or Infinity out', () => {
    const value = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { maxLength: 12 }),
        fc.constantFrom('linear' as const, 'logistic' as const, 'poisson' as const),
        fc.constantFrom(0, 0.5),
        (data, family, l2) => {
          const y = data.map(([, , t]) =>
            family === 'logistic' ? Number(t > 0) : family === 'poisson' ? Math.abs(t) : t,
          );
          const table = { x: data.flatMap((r) => r.slice(0, 2)), y, rows: data.length, columns: 2 };
          const model = fitRegression(table, { family, l2 });
          if (isUndefined(model)) return;
          expect(JSON.parse(JSON.stringify(model))).toEqual(model);
          const predicted = predictRegression(model, table.x);
          if (!isUndefined(predicted)) expect([...predicted].every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
