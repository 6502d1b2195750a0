import { beforeAll, describe, expect, it } from 'vitest';
import { features } from '../features/features.js';
import { historyAt } from '../features/history.js';
import { bandOf, churnRisks, explainRisks } from '../models/churn-model.js';
import { foretellValue, purchasesOf } from '../models/value-model.js';
import { clienteleDays, simulateClientele } from '../testing/clientele.js';
import { examplesAt } from './examples.js';
import { judgedCutOffs, plan, trainingCutOffs } from './rolling.js';
import { type Trained, train } from './train.js';

const customers = simulateClientele(700);
const input = {
  customers,
  startDay: clienteleDays.start,
  endDay: clienteleDays.end,
  seed: 1,
  running: {},
};
let trained: Trained;
beforeAll(() => {
  trained = train(input, () => {});
}, 240_000);

const churn = () => {
  if ('kind' in trained.churn) throw new Error(trained.churn.reason);
  return trained.churn;
};
const value = () => {
  if ('kind' in trained.value) throw new Error(trained.value.reason);
  return trained.value;
};

describe('cut-offs', () => {
  it('are judged on only after all that was learned from was known', () => {
    const { start, end } = clienteleDays;
    for (const at of judgedCutOffs(start, end)) {
      expect(at + plan.horizon).toBeLessThanOrEqual(end);
      for (const learned of trainingCutOffs(start, at, 700)) {
        expect(learned + plan.horizon).toBeLessThanOrEqual(at);
        expect(learned - start).toBeGreaterThanOrEqual(plan.warmUp);
      }
    }
    expect(judgedCutOffs(start, start + 200)).toEqual([]);
  });
});

describe('a training', () => {
  it('beats the rule of recency beyond noise where customers have rhythms', () => {
    const { report } = churn();
    expect(report.model.auc.value).toBeGreaterThan(report.baseline.auc.value);
    expect(report.model.brier.value).toBeLessThan(report.baseline.brier.value);
    expect(report.against_baseline.upper).toBeLessThan(0);
  });

  it('gives intervals of value that hold about four of five outcomes', () => {
    const { coverage } = value().report;
    expect(coverage.value).toBeGreaterThan(0.7);
    expect(coverage.value).toBeLessThan(0.92);
  });

  it('makes the same models of the same data, and others of other data', () => {
    const again = train(input, () => {});
    expect(again).toEqual(trained);
    const fewer = train({ ...input, customers: customers.slice(1) }, () => {});
    expect(fewer.fingerprint).not.toBe(trained.fingerprint);
  }, 240_000);

  it('explains risks by parts that add up to the score exactly', () => {
    const { model } = churn();
    const { x, rows } = examplesAt(customers.slice(0, 40), [clienteleDays.end]);
    const risks = churnRisks(model, x);
    const told = explainRisks(model, x);
    expect(told).toHaveLength(rows);
    told.forEach(({ base, score, contributions }, row) => {
      const sum = contributions.reduce((a, { contribution }) => a + contribution, base);
      expect(sum).toBeCloseTo(score, 9);
      expect(1 / (1 + Math.exp(-score))).toBeCloseTo(risks[row] ?? 0, 9);
    });
  });

  it('never lowers the risk as the days since the last order grow', () => {
    const { model } = churn();
    const { x } = examplesAt(customers.slice(0, 1), [clienteleDays.end]);
    const column = features.findIndex(({ name }) => name === 'recency');
    const risks = [5, 20, 60, 120].map((days) => {
      const row = Float64Array.from(x);
      row[column] = days;
      return churnRisks(model, row)[0] ?? 0;
    });
    expect(risks).toEqual([...risks].sort((a, b) => a - b));
  });

  it('expects more of who buys often than of who left long ago', () => {
    const { model } = value();
    const history = (gap: number, last: number) => {
      const days = Array.from({ length: 12 }, (_, k) => ({
        day: last - gap * (11 - k),
        orders: 1,
        net: 50,
        gross: 50,
        discount: 0,
        takenBack: 0,
        units: 1,
        products: 1,
        visits: 0,
      }));
      const at = historyAt(days, clienteleDays.end);
      if (at === undefined) throw new Error('somebody ordered');
      return foretellValue(model, purchasesOf(at));
    };
    const loyal = history(10, clienteleDays.end - 3);
    const gone = history(10, clienteleDays.end - 150);
    expect(loyal.value).toBeGreaterThan(5 * gone.value);
    expect(loyal.lower).toBeLessThanOrEqual(loyal.value);
    expect(loyal.upper).toBeGreaterThanOrEqual(loyal.value);
  });

  it('says why nothing could be learned', () => {
    const one = train({ ...input, customers: customers.slice(0, 1) }, () => {});
    expect(one.churn).toMatchObject({ kind: 'undefined', reason: expect.any(String) });
    expect(one.value).toMatchObject({ kind: 'undefined', reason: expect.any(String) });
  });
});

it('names bands by their edges', () => {
  expect([0, 0.399, 0.4, 0.699, 0.7, 1].map(bandOf)).toEqual([
    'low',
    'low',
    'medium',
    'medium',
    'high',
    'high',
  ]);
});
