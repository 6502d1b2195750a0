import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kpss } from './arima/differencing.js';
import { fitArima } from './arima/fit.js';
import { projectArima } from './arima/forecast.js';
import { armaLikelihood } from './arima/likelihood.js';
import { multiplySeasonal } from './arima/polynomials.js';
import { autocorrelation } from './autocorrelation.js';
import { stl } from './decomposition/stl.js';
import { fitEts } from './ets/fit.js';
import { type EtsForm, type EtsState, filterEts, projectEts } from './ets/model.js';
import { etsStandardErrors } from './ets/variance.js';
import { demandRate } from './intermittent/rates.js';
import { toSeries } from './members/member.js';
import { theta } from './members/theta.js';

/** Written by fixtures/forecasting/generate.R; its `versions` name what computed it. */
interface Golden {
  ets: {
    model: string;
    damped: boolean;
    m: number;
    values: number[];
    parameters: [number, number, number, number];
    initial: number[];
    loglik: [number];
    fitted: number[];
    mean: number[];
    sigma2: [number];
    halfWidth: number[];
  }[];
  arima: {
    order: [number, number, number, number, number, number, number];
    constant: boolean;
    values: number[];
    coefficients: number[];
    names: string[];
    loglik: [number];
    mean: number[];
  }[];
  stl: {
    window: number | 'periodic';
    m: number;
    values: number[];
    seasonal: number[];
    trend: number[];
  }[];
  croston: { values: number[]; alpha: number; rate: [number] };
  theta: { values: number[]; mean: number[] };
}

/** Written by fixtures/forecasting/generate.py. */
interface StatsmodelsGolden {
  stl: {
    m: number;
    window: number;
    values: number[];
    trend: number[];
    seasonal: number[];
    weights: number[];
  };
  kpss: { values: number[]; statistic: number }[];
  autocorrelation: { values: number[]; r: number[] };
}

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/forecasting/${name}`, import.meta.url), 'utf8');
const golden: Golden = JSON.parse(read('golden.json'));
const statsmodels: StatsmodelsGolden = JSON.parse(read('golden-statsmodels.json'));

function expectClose(
  found: ArrayLike<number>,
  expected: readonly number[],
  relative: number,
): void {
  const size = Math.max(...expected.map(Math.abs));
  const worst = expected.reduce(
    (w, y, i) => Math.max(w, Math.abs((found[i] ?? NaN) - y) / size),
    0,
  );
  expect(found.length).toBe(expected.length);
  expect(worst).toBeLessThan(relative);
}

function formOf(model: string, damped: boolean): EtsForm {
  const [error, trend, season] = model;
  return {
    error: error === 'M' ? 'M' : 'A',
    trend: trend === 'N' ? 'N' : damped ? 'Ad' : 'A',
    season: season === 'M' ? 'M' : season === 'A' ? 'A' : 'N',
  };
}

describe('exponential smoothing against R’s ets', () => {
  for (const example of golden.ets) {
    const form = formOf(example.model, example.damped);
    const values = Float64Array.from(example.values);
    const [alpha, beta, gamma, phi] = example.parameters;
    const m = form.season === 'N' ? 1 : example.m;

    it(`gives the fitted values, likelihood, forecasts and errors of ${example.model}`, () => {
      const head = form.trend === 'N' ? 1 : 2;
      const seasonal = Float64Array.from(example.initial.slice(head)).reverse();
      const state: EtsState = {
        level: example.initial[0] ?? 0,
        slope: form.trend === 'N' ? 0 : (example.initial[1] ?? 0),
        seasonal: form.season === 'N' ? new Float64Array(1) : seasonal,
      };
      const sums = { squared: 0, relativeSquared: 0, logFitted: 0, valid: true };
      const fitted = new Float64Array(values.length);
      const parameters = { alpha, beta, gamma, phi };
      filterEts(values, m, form, parameters, state, sums, fitted);
      expectClose(fitted, example.fitted, 1e-9);
      const n = values.length;
      const deviance =
        form.error === 'A'
          ? n * Math.log(sums.squared)
          : n * Math.log(sums.relativeSquared) + 2 * sums.logFitted;
      expect(-0.5 * deviance).toBeCloseTo(example.loglik[0], 7);
      const mean = projectEts(n, m, form, phi, state, example.mean.length);
      // R forecasts the mean for multiplicative seasons, this library the path without errors.
      expectClose(mean, example.mean, form.season === 'M' ? 1e-6 : 1e-9);
      const fit = {
        form,
        seasonLength: m,
        observations: n,
        parameters,
        state,
        deviance,
        aicc: 0,
        variance: example.sigma2[0],
        fitted,
      };
      const spread = etsStandardErrors(fit, mean);
      // With multiplicative seasons R adds the variance of the season itself, which is small.
      const tolerance = form.season === 'M' ? 0.05 : 1e-6;
      expectClose(
        spread.map((s) => s * 1.959963984540054),
        example.halfWidth,
        tolerance,
      );
    });

    it(`finds a likelihood near R’s for ${example.model}`, () => {
      const fit = fitEts(values, example.m, form);
      expect(fit).toBeDefined();
      // R also searches the first seasonal indices, which this fit takes from a decomposition.
      const loss = form.season === 'N' ? 0.5 : 12;
      expect(-0.5 * (fit?.deviance ?? NaN)).toBeGreaterThan(example.loglik[0] - loss);
    });
  }
});

describe('ARIMA against R’s Arima', () => {
  for (const example of golden.arima) {
    const [p, d, q, P, D, Q, m] = example.order;
    const order = { p, d, q, P, D, Q, m, constant: example.constant };
    const values = Float64Array.from(example.values);
    const named = (prefix: string): Float64Array =>
      Float64Array.from(
        example.coefficients.filter((_, i) => example.names[i]?.match(`^${prefix}[0-9]+$`)),
      );
    const label = `(${p},${d},${q})(${P},${D},${Q})[${m}]`;

    it(`computes the exact likelihood of ${label} at R’s coefficients`, () => {
      let w = values;
      const at = example.names.findIndex((name) => name === 'intercept' || name === 'drift');
      let centre = at >= 0 ? (example.coefficients[at] ?? 0) : 0;
      if (D > 0) {
        w = w.slice(m).map((y, t) => y - (values[t] ?? 0));
        centre *= m;
      }
      for (let i = 0; i < d; i++) {
        const before = w;
        w = before.slice(1).map((y, t) => y - (before[t] ?? 0));
      }
      const n = w.length;
      const { deviance } = armaLikelihood(
        w.map((y) => y - centre),
        multiplySeasonal(named('ar'), named('sar'), m, -1),
        multiplySeasonal(named('ma'), named('sma'), m, 1),
      );
      const loglik = -0.5 * (deviance + n * (1 + Math.log(2 * Math.PI)));
      // R treats seasonal differences as a diffuse start, an approximation of the exact value, and any difference nearly so.
      expect(Math.abs(loglik - example.loglik[0])).toBeLessThan(D > 0 ? 0.01 : 1e-4);
    });

    it(`fits ${label} to R’s likelihood and forecasts`, () => {
      const fit = fitArima(values, order, 'ml');
      if (!fit) throw new Error('no fit');
      const n = fit.residuals.length;
      const loglik = -0.5 * (fit.deviance + n * (1 + Math.log(2 * Math.PI)));
      expect(loglik).toBeGreaterThan(example.loglik[0] - 0.01);
      expectClose(projectArima(values, fit, example.mean.length), example.mean, 2e-3);
    });
  }
});

describe('STL against R’s stl', () => {
  for (const example of golden.stl) {
    it(`takes a series apart the same way (window ${example.window})`, () => {
      const parts = stl(Float64Array.from(example.values), {
        seasonLength: example.m,
        seasonalSpan: example.window,
        jump: 0,
      });
      expectClose(parts.trend, example.trend, 1e-9);
      expectClose(parts.seasonal, example.seasonal, 1e-8);
    });
  }
});

describe('robust STL, KPSS and autocorrelations against statsmodels', () => {
  it('takes a series apart the same way with robustness weights', () => {
    const { values, m, window, trend, seasonal, weights } = statsmodels.stl;
    const parts = stl(Float64Array.from(values), {
      seasonLength: m,
      seasonalSpan: window,
      robust: true,
      jump: 0,
    });
    expectClose(parts.trend, trend, 1e-9);
    expectClose(parts.seasonal, seasonal, 1e-8);
    expectClose(parts.weights, weights, 1e-7);
  });

  it('computes the KPSS statistic', () => {
    for (const { values, statistic } of statsmodels.kpss) {
      expect(kpss(Float64Array.from(values))).toBeCloseTo(statistic, 9);
    }
  });

  it('computes autocorrelations', () => {
    const { values, r } = statsmodels.autocorrelation;
    expectClose(autocorrelation(Float64Array.from(values), r.length - 1), r, 1e-12);
  });
});

describe('Croston and theta against R', () => {
  it('gives the demand rate of croston', () => {
    const { values, alpha, rate } = golden.croston;
    const found = demandRate(Float64Array.from(values), 'croston', alpha);
    expect(found.rate).toBeCloseTo(rate[0], 9);
  });

  it('comes within one percent of thetaf', () => {
    const { values, mean } = golden.theta;
    const found = theta(toSeries(Float64Array.from(values), 12), mean.length);
    expectClose(found?.mean ?? [], mean, 1e-2);
  });
});
