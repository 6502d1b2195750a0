import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expression } from '../model/declarations.js';
import { createModel } from '../model/model.js';
import { printExpression } from './expression.js';
import { addsUp, withFormula } from './formula-metric.js';
import { parseFormula } from './parse-formula.js';

const expressions = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ metric: fc.constantFrom('revenue', 'orders', 'sessions') }),
    fc.record({ constant: fc.integer({ min: 0, max: 999 }).map((value) => value / 8) }),
    fc.record({
      operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
})).tree;

describe('a formula', () => {
  test('reads back what is printed of an expression', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        fc.pre(JSON.stringify(expression).length < 400);
        expect(parseFormula(printExpression(expression), '')).toEqual(expression);
      }),
    );
  });

  test('lets × and ÷ bind tighter, from left to right', () => {
    const same = (a: string, b: string) => expect(parseFormula(a, '')).toEqual(parseFormula(b, ''));
    same('revenue - cost - tax * 2', '(revenue − cost) − (tax × 2)');
    same('revenue / orders / 2', '(revenue ÷ orders) ÷ 2');
    same('-revenue + 1', '(0 - revenue) + 1');
  });

  test.each([
    ['', 'ends too early'],
    ['revenue /', 'ends too early'],
    ['revenue orders', '"orders" at place 9'],
    ['(revenue', 'ends too early'],
    ['revenue)', '")" at place 8'],
    ['revenue % orders', '"%" at place 9'],
    ['revenue; DROP TABLE sales', '";" at place 8'],
    ['1 ++ 2', '"+" at place 4'],
    [`${'('.repeat(30)}1${')'.repeat(30)}`, 'Nested'],
    ['1+'.repeat(300), 'more than 500'],
  ])('refuses %s', (text, message) => {
    expect(() => parseFormula(text, '/formula')).toThrow(message);
  });
});

describe('a metric of a formula', () => {
  const model = createModel();
  const made = (formula: string, more = {}) =>
    withFormula(model, { name: 'mine', formula, ...more }, '/metrics/0').metrics.get('mine');

  test('has the unit that its parts give, and the label that it was given', () => {
    expect(made('revenue / sessions')).toMatchObject({
      unit: 'currency',
      label: 'Revenue ÷ Sessions',
    });
    expect(made('revenue - cost')?.unit).toBe('currency');
    expect(made('-revenue')?.unit).toBe('currency');
    expect(made('orders / sessions')?.unit).toBe('number');
    expect(made('refunds / revenue', { unit: 'ratio', label: 'Lost' })).toMatchObject({
      unit: 'ratio',
      label: 'Lost',
    });
  });

  test('adds up where its parts do', () => {
    const adds = (formula: string) => {
      const metric = made(formula);
      return metric !== undefined && addsUp(model, metric);
    };
    expect(adds('revenue - cost')).toBe(true);
    expect(adds('revenue * 0.19')).toBe(true);
    expect(adds('revenue / sessions')).toBe(false);
  });

  test('is refused with the place of the fault', () => {
    const at = (given: object, place: string) =>
      expect(() =>
        withFormula(model, { name: 'mine', formula: '1', ...given }, '/metrics/0'),
      ).toThrow(expect.objectContaining({ at: place }));
    at({ formula: 'revenu / orders' }, '/metrics/0/formula');
    at({ formula: '1 + 2' }, '/metrics/0/formula');
    at({ name: 'revenue' }, '/metrics/0/name');
    at({ name: 'a_change' }, '/metrics/0/name');
  });
});
