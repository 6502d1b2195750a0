import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../fixtures/learning/golden.json' with { type: 'json' };
import { drawNormal } from '../../sampling/draws.js';
import { createRandom } from '../../sampling/random.js';
import { isUndefined, type Undefined } from '../../undefined.js';
import { fitPrincipalComponents, projectOnComponents } from '../components/pca.js';
import { nearestNeighbours, predictByNeighbours } from '../neighbours/k-nearest.js';
import { chooseKMeans } from './choose-k.js';
import { assignKMeans, fitKMeans } from './k-means.js';
import { fitGaussianMixture, mixtureShares } from './mixture.js';
import { silhouette } from './silhouette.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

const { points, rows, columns, ...wanted } = golden.clusters;

describe('k-means', () => {
  it('agrees with scikit-learn on inertia and silhouette', () => {
    const model = defined(fitKMeans(points, rows, columns, 3));
    expect(model.inertia).toBeCloseTo(wanted.inertia, 9);
    expect(model.sizes.reduce((a, b) => a + b)).toBe(rows);
    const labels = defined(assignKMeans(model, points));
    expect(silhouette(points, rows, columns, labels)).toBeCloseTo(wanted.silhouette, 10);
  });

  it('puts one row in each cluster when there are as many clusters as rows', () => {
    const model = defined(fitKMeans([1, 5, 9], 3, 1, 3));
    expect([...model.centres].sort()).toEqual([1, 5, 9]);
    expect(model.inertia).toBe(0);
  });

  it('refuses more clusters than distinct rows', () => {
    expect(fitKMeans([2, 2, 2, 3], 4, 1, 3).kind).toBe('undefined');
    expect(fitKMeans([], 0, 1, 1).kind).toBe('undefined');
    expect(fitKMeans([1, Number.NaN], 2, 1, 1).kind).toBe('undefined');
  });

  it('lowers inertia with every further cluster', () => {
    const inertias = [1, 2, 3, 4].map((k) => defined(fitKMeans(points, rows, columns, k)).inertia);
    for (let k = 1; k < 4; k++) expect(inertias[k]).toBeLessThan(inertias[k - 1] ?? 0);
  });
});

describe('the number of clusters', () => {
  it('is the one with the largest silhouette', () => {
    const chosen = defined(chooseKMeans(points, rows, columns, [2, 3, 4, 5]));
    expect(chosen.model.k).toBe(3);
    expect(chosen.silhouette).toBeCloseTo(wanted.silhouette, 10);
    expect(chosen.tried.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
  });

  it('is undefined when all rows are the same', () => {
    expect(chooseKMeans([1, 1, 1, 1], 4, 1).kind).toBe('undefined');
  });
});

describe('Gaussian mixtures', () => {
  it('agree with scikit-learn on likelihood and BIC', () => {
    const options = { components: [3], regularisation: 0, maxIterations: 5000 };
    const model = defined(fitGaussianMixture(points, rows, columns, options));
    expect(model.logLikelihood).toBeCloseTo(wanted.mixture.logLikelihood, 4);
    expect(model.bic).toBeCloseTo(wanted.mixture.bic, 3);
  });

  it('choose the number of components by BIC', () => {
    const model = defined(
      fitGaussianMixture(points, rows, columns, { components: [1, 2, 3, 4, 5] }),
    );
    expect(model.components).toHaveLength(3);
    const random = createRandom(1);
    const single = Float64Array.from({ length: 400 }, () => drawNormal(random));
    expect(defined(fitGaussianMixture(single, 200, 2)).components).toHaveLength(1);
  });

  it('give shares that add up to 1 and name the right component', () => {
    const model = defined(fitGaussianMixture(points, rows, columns, { components: [3] }));
    const shares = defined(mixtureShares(model, points));
    for (let i = 0; i < rows; i++) {
      const row = shares.subarray(i * 3, i * 3 + 3);
      expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      expect(Math.max(...row)).toBeGreaterThan(0.9);
    }
  });
});

describe('principal components', () => {
  it('agree with scikit-learn', () => {
    const model = defined(fitPrincipalComponents(points, rows, columns));
    model.variances.forEach((value, k) => {
      expect(value).toBeCloseTo(wanted.variances[k] ?? 0, 9);
    });
    wanted.components.flat().forEach((loading, at) => {
      expect(Math.abs(model.components[at] ?? 0)).toBeCloseTo(loading, 9);
    });
    expect(model.shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it('project onto coordinates whose variances are those of the components', () => {
    const model = defined(
      fitPrincipalComponents(points, rows, columns, { count: 2, standardise: true }),
    );
    const projected = defined(projectOnComponents(model, points));
    expect(projected).toHaveLength(rows * 2);
    for (let k = 0; k < 2; k++) {
      let squares = 0;
      for (let i = 0; i < rows; i++) squares += (projected[i * 2 + k] ?? 0) ** 2;
      expect(squares / (rows - 1)).toBeCloseTo(model.variances[k] ?? 0, 9);
    }
  });
});

describe('nearest neighbours', () => {
  it('are found by distance, ties by number', () => {
    const near = defined(nearestNeighbours([0, 10, 4, 6], 4, 1, [5], 3));
    expect([...near.rows]).toEqual([2, 3, 0]);
    expect([...near.distances]).toEqual([1, 1, 5]);
  });

  it('predict the mean of their targets, exact matches alone when weighted', () => {
    const table = { x: [0, 1, 2], y: [10, 20, 60], rows: 3, columns: 1 };
    expect([...defined(predictByNeighbours(table, [1], { k: 3 }))]).toEqual([30]);
    expect([...defined(predictByNeighbours(table, [1], { k: 3, weighted: true }))]).toEqual([20]);
    expect(defined(predictByNeighbours(table, [0.25], { k: 2, weighted: true }))[0]).toBeCloseTo(
      12.5,
      12,
    );
  });
});

describe('clusters, components and neighbours', () => {
  it('never let NaN or Infinity out', () => {
    const finite = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value !== 'object' || value === null || Object.values(value).every(finite);
    const value = fc.oneof(fc.double(), fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 12 }), fc.integer(), (data, k) => {
        const [x, n] = [data.flat(), data.length];
        const clusters = 1 + (Math.abs(k) % 4);
        const means = fitKMeans(x, n, 2, clusters, { starts: 2 });
        const mixture = fitGaussianMixture(x, n, 2, { components: [1, 2] });
        const components = fitPrincipalComponents(x, n, 2, { standardise: k % 2 === 0 });
        expect(finite([means, mixture, components])).toBe(true);
        if (!isUndefined(means)) {
          const labels = defined(assignKMeans(means, x));
          expect(finite(silhouette(x, n, 2, labels))).toBe(true);
        }
        if (!isUndefined(mixture)) expect(finite(mixtureShares(mixture, x))).toBe(true);
        if (!isUndefined(components)) expect(finite(projectOnComponents(components, x))).toBe(true);
        const table = { x, y: data.map(([a]) => a), rows: n, columns: 2 };
        expect(finite(predictByNeighbours(table, x, { k: clusters, weighted: true }))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
