import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../sampling/random.js';
import { isUndefined, type Undefined } from '../../undefined.js';
import { explainBoosting } from './explain.js';
import { fitBoosting } from './fit.js';
import type { BoostingModel } from './model.js';
import { predictBoosting, scoreBoosting } from './predict.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

/** Two numbers (some missing), a category code that matters, and noise. */
const sampleTable = (rows: number, seed: number) => {
  const random = createRandom(seed);
  const x = new Float64Array(rows * 4);
  const signal = new Float64Array(rows);
  const effect = [2, -1, 0, 3, -2];
  for (let i = 0; i < rows; i++) {
    const a = random.next() * 10;
    const b = random.next();
    const category = random.integer(5);
    const missing = random.next() < 0.1;
    x.set([missing ? Number.NaN : a, b, category * 7, random.next()], i * 4);
    signal[i] = (missing ? 4 : Math.sin(a)) + 2 * b * b + (effect[category] ?? 0);
  }
  return { x, signal, rows, columns: 4, random };
};

/** Shapley values by their definition: over all subsets of columns, paths weighed by cover. */
const bruteForce = (model: BoostingModel, row: ArrayLike<number>): number[] => {
  const { trees, columns } = model;
  const expected = (node: number, known: number): number => {
    const feature = trees.feature[node] ?? -1;
    if (feature < 0) return trees.value[node] ?? 0;
    const [left, right] = [trees.left[node] ?? 0, trees.right[node] ?? 0];
    const value = row[feature] ?? Number.NaN;
    const codes = trees.codes[feature] ?? [];
    const at = codes.indexOf(value);
    const missing = trees.missingLeft[node] === 1;
    const goesLeft =
      codes.length > 0
        ? at < 0
          ? missing
          : trees.sets[trees.threshold[node] ?? 0]?.[at] === 1
        : Number.isNaN(value)
          ? missing
          : value <= (trees.threshold[node] ?? 0);
    if (known & (1 << feature)) return expected(goesLeft ? left : right, known);
    const share = (trees.cover[left] ?? 0) / (trees.cover[node] ?? 1);
    return share * expected(left, known) + (1 - share) * expected(right, known);
  };
  const value = (known: number): number =>
    trees.roots.reduce((sum, root) => sum + expected(root, known), 0);
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  return Array.from({ length: columns }, (_, j) => {
    let phi = 0;
    for (let known = 0; known < 1 << columns; known++) {
      if (known & (1 << j)) continue;
      const size = known.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(columns - size - 1)) / factorial(columns);
      phi += weight * (value(known | (1 << j)) - value(known));
    }
    return phi;
  });
};

describe('gradient boosting', () => {
  it('learns numbers, missing values and categories of a noisy function', () => {
    const { x, signal, rows, columns, random } = sampleTable(3000, 1);
    const y = signal.map((s) => s + 0.3 * (random.next() - 0.5));
    const model = defined(fitBoosting({ x, y, rows, columns }, { categorical: [2] }));
    const fresh = sampleTable(500, 2);
    const predicted = defined(predictBoosting(model, fresh.x));
    let squares = 0;
    let total = 0;
    const mean = fresh.signal.reduce((a, b) => a + b, 0) / 500;
    fresh.signal.forEach((s, i) => {
      squares += (s - (predicted[i] ?? 0)) ** 2;
      total += (s - mean) ** 2;
    });
    expect(1 - squares / total).toBeGreaterThan(0.98);
    expect(model.importance[3]).toBeLessThan(0.01);
    expect(model.importance.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('explains each score by its exact Shapley values', () => {
    const { x, signal, rows, columns } = sampleTable(400, 3);
    const options = { categorical: [2], rounds: 12, maxDepth: 5, minLeafRows: 5, rowShare: 0.7 };
    const model = defined(fitBoosting({ x, y: signal, rows, columns }, options));
    const explained = defined(explainBoosting(model, x.subarray(0, 40 * columns)));
    const scores = defined(scoreBoosting(model, x));
    for (let i = 0; i < 40; i++) {
      const own = explained.contributions.subarray(i * columns, (i + 1) * columns);
      bruteForce(model, x.subarray(i * columns, (i + 1) * columns)).forEach((phi, j) => {
        expect(own[j]).toBeCloseTo(phi, 10);
      });
      const sum = own.reduce((a, b) => a + b, explained.base[0] ?? 0);
      expect(sum).toBeCloseTo(scores[i] ?? 0, 10);
    }
  });

  it('gives probabilities of several classes that add up to 1 and explanations of each', () => {
    const { x, signal, rows, columns } = sampleTable(900, 4);
    const y = signal.map((s) => (s < -0.5 ? 0 : s < 1.5 ? 1 : 2));
    const options = { objective: 'multiclass', categorical: [2], rounds: 30 } as const;
    const model = defined(fitBoosting({ x, y, rows, columns }, options));
    const p = defined(predictBoosting(model, x));
    let right = 0;
    for (let i = 0; i < rows; i++) {
      const row = p.subarray(i * 3, i * 3 + 3);
      expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      if (row.indexOf(Math.max(...row)) === y[i]) right++;
    }
    expect(right / rows).toBeGreaterThan(0.95);
    const { base, contributions } = defined(explainBoosting(model, x.subarray(0, columns)));
    const scores = defined(scoreBoosting(model, x.subarray(0, columns)));
    for (let k = 0; k < 3; k++) {
      const sum = contributions.subarray(k * columns, (k + 1) * columns).reduce((a, b) => a + b);
      expect(sum + (base[k] ?? 0)).toBeCloseTo(scores[k] ?? 0, 10);
    }
  });

  it('never falls in a column that is constrained to rise, whatever the noise', () => {
    const random = createRandom(5);
    const rows = 600;
    const x = Float64Array.from({ length: rows * 2 }, () => random.next());
    const y = Float64Array.from(
      { length: rows },
      (_, i) => Math.sin(9 * (x[i * 2] ?? 0)) + 2 * (x[i * 2] ?? 0) + random.next(),
    );
    const table = { x, y, rows, columns: 2 };
    const falls = (monotone: number[]): number => {
      const model = defined(fitBoosting(table, { monotone, minLeafRows: 5 }));
      let count = 0;
      for (let other = 0; other < 5; other++) {
        const grid = Float64Array.from({ length: 200 }, (_, i) =>
          i % 2 === 0 ? i / 200 : other / 5,
        );
        const curve = defined(predictBoosting(model, grid));
        for (let i = 1; i < curve.length; i++) {
          if ((curve[i] ?? 0) < (curve[i - 1] ?? 0) - 1e-12) count++;
        }
      }
      return count;
    };
    expect(falls([1, 0])).toBe(0);
    expect(falls([0, 0])).toBeGreaterThan(0);
  });

  it('stops early and keeps the best round', () => {
    const { x, signal, rows, columns, random } = sampleTable(800, 6);
    const y = signal.map((s) => (random.next() < 1 / (1 + Math.exp(-s)) ? 1 : 0));
    const model = defined(
      fitBoosting(
        { x, y, rows, columns },
        { objective: 'binary', rounds: 500, categorical: [2], earlyStopping: { patience: 10 } },
      ),
    );
    const losses = model.validationLoss ?? [];
    expect(losses.length).toBe(model.rounds + 10);
    expect(losses[model.rounds - 1]).toBe(Math.min(...losses));
    expect(model.trees.roots.length).toBe(model.rounds);
    const reachable = model.trees.feature.filter((f) => f >= 0).length * 2 + model.rounds;
    expect(model.trees.feature.length).toBe(reachable);
  });

  it('is the same for the same seed, after JSON, and row by row', () => {
    const { x, signal, rows, columns } = sampleTable(300, 7);
    const options = { rounds: 10, rowShare: 0.5, columnShare: 0.5, categorical: [2], seed: 9 };
    const model = defined(fitBoosting({ x, y: signal, rows, columns }, options));
    const again = defined(fitBoosting({ x, y: signal, rows, columns }, options));
    expect(again).toEqual(model);
    const revived: BoostingModel = JSON.parse(JSON.stringify(model));
    expect(revived).toEqual(model);
    const all = defined(predictBoosting(model, x));
    for (let i = 0; i < 20; i++) {
      const one = defined(predictBoosting(revived, x.subarray(i * columns, (i + 1) * columns)));
      expect(one[0]).toBe(all[i]);
    }
  });

  it('refuses what cannot be learnt from, with a reason', () => {
    const refused = [
      fitBoosting({ x: [], y: [], rows: 0, columns: 1 }),
      fitBoosting({ x: [1, 2], y: [1], rows: 2, columns: 1 }),
      fitBoosting({ x: [1, Number.POSITIVE_INFINITY], y: [1, 2], rows: 2, columns: 1 }),
      fitBoosting({ x: [1, 2], y: [1, Number.NaN], rows: 2, columns: 1 }),
      fitBoosting({ x: [1, 2], y: [1, 2], rows: 2, columns: 1 }, { objective: 'binary' }),
      fitBoosting({ x: [1, 2], y: [1, 2], rows: 2, columns: 1 }, { learningRate: 0 }),
      fitBoosting({ x: [1, 2], y: [0, 1e308], rows: 2, columns: 1 }, { minLeafRows: 1 }),
    ];
    for (const result of refused) expect(result.kind).toBe('undefined');
  });

  it('never lets NaN or Infinity out', () => {
    const value = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constant(Number.NaN));
    const options = fc.record({
      learningRate: fc.constantFrom(0.1, 1),
      minLeafRows: fc.constantFrom(1, 3),
      l2: fc.constantFrom(0, 1),
      categorical: fc.constantFrom([], [1]),
      monotone: fc.constantFrom([0, 0], [1, 0], [-1, 0]),
      objective: fc.constantFrom('regression' as const, 'binary' as const),
    });
    const rows = fc.array(fc.tuple(value, value, fc.double()), { minLength: 0, maxLength: 25 });
    fc.assert(
      fc.property(rows, options, (data, chosen) => {
        const x = data.flatMap((row) => row.slice(0, 2));
        const y = data.map(([, , t]) => (chosen.objective === 'binary' ? Number(t > 0) : t));
        const model = fitBoosting(
          { x, y, rows: data.length, columns: 2 },
          { rounds: 5, ...chosen },
        );
        if (isUndefined(model)) return;
        expect(JSON.parse(JSON.stringify(model))).toEqual(model);
        const p = defined(predictBoosting(model, x));
        const explained = defined(explainBoosting(model, x));
        expect([...p, ...explained.contributions, ...explained.base].every(Number.isFinite)).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });
});
