import { readFileSync } from 'node:fs';
import {
  betaDistribution,
  binomialDistribution,
  chiSquaredDistribution,
  type Distribution,
  exponentialDistribution,
  fDistribution,
  fisherExactTest,
  gammaDistribution,
  isUndefined,
  kolmogorovSmirnovTest,
  logNormalDistribution,
  mannWhitneyTest,
  normalDistribution,
  poissonDistribution,
  probabilityGreater,
  proportionTest,
  sampleRatioCheck,
  sampleSizeForMeans,
  sampleSizeForProportions,
  summarize,
  tDistribution,
  type Undefined,
  undefinedBecause,
  welchTest,
  wilsonInterval,
} from '@olympus/stats';
import { cpuSeconds, line, sharedFile } from './shared.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

type Answer = readonly number[];
const at = (
  distribution: Distribution | Undefined,
  fn: 'cdf' | 'survival' | 'quantile',
  x: number,
): Answer => [defined(defined(distribution)[fn](x))];
const fn = (name: string): 'cdf' | 'survival' | 'quantile' =>
  name.endsWith('ppf') ? 'quantile' : name.endsWith('sf') ? 'survival' : 'cdf';

const n = (values: readonly unknown[], i: number): number => Number(values[i]);
const samples = (input: readonly unknown[]): readonly [number[], number[]] => {
  const [a, b] = input;
  if (!Array.isArray(a) || !Array.isArray(b)) throw new Error('two samples expected');
  return [a.map(Number), b.map(Number)];
};

const answer = (name: string, input: readonly unknown[]): Answer => {
  if (name.startsWith('norm.')) return at(normalDistribution(), fn(name), n(input, 0));
  if (name.startsWith('t.')) return at(tDistribution(n(input, 1)), fn(name), n(input, 0));
  if (name.startsWith('chi2.')) {
    return at(chiSquaredDistribution(n(input, 1)), fn(name), n(input, 0));
  }
  if (name.startsWith('beta.')) {
    return at(betaDistribution(n(input, 1), n(input, 2)), fn(name), n(input, 0));
  }
  switch (name) {
    case 'welch': {
      const [a, b] = samples(input);
      const test = defined(welchTest(defined(summarize(a)), defined(summarize(b))));
      return [test.statistic, test.pValue];
    }
    case 'mannwhitney': {
      // The reference counts U for its second sample.
      const [a, b] = samples(input);
      const test = defined(mannWhitneyTest(b, a));
      return [test.statistic, test.pValue];
    }
    case 'ks_2samp': {
      const test = defined(kolmogorovSmirnovTest(...samples(input)));
      return [test.statistic, test.pValue];
    }
    case 'prop_z': {
      const test = defined(
        proportionTest(
          { successes: n(input, 0), trials: n(input, 1) },
          { successes: n(input, 2), trials: n(input, 3) },
        ),
      );
      return [test.statistic, test.pValue];
    }
    case 'wilson95': {
      const share = defined(wilsonInterval({ successes: n(input, 0), trials: n(input, 1) }));
      return [share.lower, share.upper];
    }
    case 'fisher':
      return [
        defined(
          fisherExactTest([
            [n(input, 0), n(input, 1)],
            [n(input, 2), n(input, 3)],
          ]),
        ).pValue,
      ];
    case 'srm_chi2_50_50': {
      const check = defined(sampleRatioCheck([n(input, 0), n(input, 1)]));
      return [check.statistic, check.pValue];
    }
    case 'n_per_arm_prop_.05_to_.055_80pct':
      return [defined(sampleSizeForProportions(n(input, 0), n(input, 1)))];
    case 'n_per_arm_t_d.1':
      return [defined(sampleSizeForMeans(n(input, 0)))];
    case 'P(B>A) beta exact':
      return [
        defined(
          probabilityGreater(
            { a: n(input, 2), b: n(input, 3) },
            { a: n(input, 0), b: n(input, 1) },
          ),
        ),
      ];
    case 'newsvendor_normal_q':
      return at(normalDistribution(n(input, 0), n(input, 1)), 'quantile', n(input, 2));
    default:
      throw new Error(`no function for ${name}`);
  }
};

interface DistributionCase {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly function: 'logDensity' | 'cdf' | 'survival' | 'quantile' | 'upperQuantile';
  readonly argument: number;
  readonly value: number;
}
const makers: Readonly<Record<string, (a: number, b: number) => Distribution | Undefined>> = {
  normal: normalDistribution,
  'log-normal': logNormalDistribution,
  exponential: (rate) => exponentialDistribution(rate),
  t: (nu) => tDistribution(nu),
  'chi-squared': (nu) => chiSquaredDistribution(nu),
  gamma: gammaDistribution,
  beta: betaDistribution,
  F: fDistribution,
  binomial: binomialDistribution,
  Poisson: (mean) => poissonDistribution(mean),
};

/** The project's own fixture: values to 40 digits, deep in both tails. */
const runFixture = (): void => {
  const path = new URL('../../packages/stats/fixtures/distributions.json', import.meta.url);
  const { cases }: { readonly cases: readonly DistributionCase[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  let worst = 0;
  const { seconds } = cpuSeconds(() => {
    for (const c of cases) {
      const [a = 1, b = 1] = c.parameters;
      const distribution = defined(makers[c.name]?.(a, b) ?? undefinedBecause(c.name));
      const got = defined(distribution[c.function](c.argument));
      worst = Math.max(worst, Math.abs(got - c.value) / Math.abs(c.value || 1));
    }
  });
  line(
    `${cases.length} values of ten distributions, largest error`,
    worst.toExponential(1),
    '≤ 1e-9',
  );
  line('CPU a value', `${((1e6 * seconds) / cases.length).toFixed(0)} µs`);
};

/** The 45 golden values computed with scipy: relative error of each. */
export const run = async (): Promise<void> => {
  runFixture();
  const path = sharedFile('statistics/scipy_golden.json');
  if (path === undefined) return;
  const cases: readonly { name: string; input: readonly unknown[]; value: number | number[] }[] =
    JSON.parse(readFileSync(path, 'utf8'));
  let worst = 0;
  let passed = 0;
  for (const { name, input, value } of cases) {
    const wanted = Array.isArray(value) ? value : [value];
    const got = answer(name, input);
    const error = Math.max(
      ...wanted.map((w, i) => {
        const difference = Math.abs((got[i] ?? Number.NaN) - w);
        // The reference gives 7e-17 for the median of t, which is 0.
        const zero = name.endsWith('ppf') && Math.abs(w) < 1e-15;
        return zero ? difference : difference / Math.abs(w || 1);
      }),
    );
    worst = Math.max(worst, error);
    if (error <= 1e-9) passed++;
    else line(name, `${got} against ${wanted}`, `relative error ${error.toExponential(1)}`);
  }
  line('scipy cases within 1e-9', `${passed} of ${cases.length}`, 'all');
  line('largest relative error', worst.toExponential(1), '≤ 1e-9');
};
