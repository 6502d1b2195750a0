import { Problem } from '@olympus/core';
import type { Expression } from '../model/declarations.js';

/** How deep an expression may nest. */
const maxDepth = 20;

function refuse(message: string, at: string): Problem {
  return new Problem({
    code: 'invalid_expression',
    kind: 'invalid',
    message,
    at,
    remedy: 'Write {"metric"}, {"constant"} or {"operator": "+", "left", "right"}.',
  });
}

/**
 * An untrusted value as an expression tree of + − × ÷ over metrics and constants.
 * @throws Problem `invalid_expression` with the place of the first fault
 */
export function parseExpression(value: unknown, at: string, depth = 0): Expression {
  if (depth > maxDepth) throw refuse(`Nested more than ${maxDepth} deep`, at);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('An expression is an object', at);
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const only = (...names: readonly string[]) =>
    fields.size === names.length && names.every((name) => fields.has(name));
  if (only('metric')) {
    const metric = fields.get('metric');
    if (typeof metric === 'string') return { metric };
    throw refuse('A metric is given by its name', `${at}/metric`);
  }
  if (only('constant')) {
    const constant = fields.get('constant');
    if (typeof constant === 'number' && Number.isFinite(constant)) return { constant };
    throw refuse('A constant is a number', `${at}/constant`);
  }
  if (only('operator', 'left', 'right')) {
    const operator = fields.get('operator');
    if (operator !== '+' && operator !== '-' && operator !== '*' && operator !== '/') {
      throw refuse('An operator is one of + - * /', `${at}/operator`);
    }
    const left = parseExpression(fields.get('left'), `${at}/left`, depth + 1);
    const right = parseExpression(fields.get('right'), `${at}/right`, depth + 1);
    return { operator, left, right };
  }
  throw refuse('This is no expression', at);
}

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

/** The expression as people write it, with parentheses around every inner operation. */
export function printExpression(expression: Expression, inner = false): string {
  if ('metric' in expression) return expression.metric;
  if ('constant' in expression) return String(expression.constant);
  const { operator, left, right } = expression;
  const text = `${printExpression(left, true)} ${signs[operator]} ${printExpression(right, true)}`;
  return inner ? `(${text})` : text;
}
