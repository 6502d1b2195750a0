import { describe, expect, test } from 'vitest';
import { createModel, describeModel, ledgers } from '../index.js';
import { accessDimension } from './model.js';

const model = createModel();
const description = describeModel(model);

describe('the built-in model', () => {
  test('refers only to ledgers and columns that exist', () => {
    const columns = new Map(
      ledgers.map(({ name, columns: all }) => [name as string, new Set(all.map((c) => c.name))]),
    );
    for (const { definition, name } of model.metrics.values()) {
      if (definition.kind !== 'measure') continue;
      const { measure } = definition;
      const known = columns.get(measure.ledger);
      const used = measure.kind === 'first' ? measure.key : measure.column;
      if (used !== undefined) expect(known?.has(used), name).toBe(true);
      const counter = measure.kind === 'rows' ? measure.counter : undefined;
      for (const column of counter === undefined ? [] : [counter.column, ...counter.alike]) {
        expect(known?.has(column), name).toBe(true);
      }
      const conditions = measure.kind === 'level' ? [] : measure.conditions;
      for (const condition of conditions.flatMap((c) => ('any' in c ? c.any : [c]))) {
        if ('column' in condition) expect(known?.has(condition.column), name).toBe(true);
      }
    }
    for (const dimension of model.dimensions.values()) {
      const reached = ledgers.filter(
        (ledger) =>
          ledger.kind === 'facts' &&
          accessDimension(model, dimension, ledger.name as 'sales') !== undefined,
      );
      expect(reached.length, dimension.name).toBeGreaterThan(0);
      const { source } = dimension;
      if (source.kind !== 'attribute') continue;
      const ledger = model.entities.get(source.entity)?.records ?? '';
      expect(columns.get(ledger)?.has(source.column), dimension.name).toBe(true);
    }
  });

  test('can be asked in English and German without one word meaning two things', () => {
    for (const language of ['en', 'de'] as const) {
      const meanings = new Map<string, string>();
      for (const { name, synonyms } of [...model.metrics.values()]) {
        expect(synonyms[language].length, name).toBeGreaterThan(0);
        for (const word of synonyms[language]) {
          const key = word.toLowerCase();
          expect(meanings.get(key), `${word} in ${language}`).toBeUndefined();
          meanings.set(key, name);
        }
      }
    }
  });

  test('says what adds up', () => {
    const additive = (name: string) =>
      description.metrics.find((metric) => metric.name === name)?.additive;
    for (const name of ['revenue', 'refunds', 'gross_margin', 'units', 'ad_spend']) {
      expect(additive(name), name).toBe(true);
    }
    for (const name of ['customers', 'refund_rate', 'stock_on_hand', 'average_order_value']) {
      expect(additive(name), name).toBe(false);
    }
  });

  test('says which dimensions a metric goes with', () => {
    const of = (name: string) =>
      description.metrics.find((metric) => metric.name === name)?.dimensions ?? [];
    expect(of('revenue')).toContain('customer.country');
    expect(of('stock_on_hand')).toContain('product.category');
    expect(of('stock_on_hand')).not.toContain('customer.country');
    expect(of('conversion_rate')).toContain('channel');
    expect(of('conversion_rate')).not.toContain('location.id');
  });
});
