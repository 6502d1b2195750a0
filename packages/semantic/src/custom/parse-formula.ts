import { Problem } from '@olympus/core';
import type { Expression } from '../model/declarations.js';

/** Texts of formulas are short: they are typed by people. */
const maxLength = 500;
const maxDepth = 20;

interface Token {
  readonly text: string;
  /** Place of its first character, from 0. */
  readonly place: number;
}

const pattern = /\s*(?:([a-z][a-z0-9_]*)|(\d+(?:\.\d+)?)|([-+*/()−×÷·]))/gy;
const signs: ReadonlyMap<string, '+' | '-' | '*' | '/'> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['/', '/'],
  ['÷', '/'],
]);

/** @param at  JSON pointer of the formula */
function refuse(message: string, at: string): Problem {
  return new Problem({
    code: 'invalid_formula',
    kind: 'invalid',
    message,
    at,
    remedy: 'Write names of metrics and numbers with + − × ÷ and parentheses: revenue / sessions.',
  });
}

function tokensOf(text: string, at: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  let end = 0;
  while (end < text.trimEnd().length) {
    const match = pattern.exec(text);
    if (match === null) {
      const place = end + (text.slice(end).length - text.slice(end).trimStart().length);
      throw refuse(`"${text.charAt(place)}" at place ${place + 1} is not understood`, at);
    }
    end = pattern.lastIndex;
    const found = match[0].trimStart();
    tokens.push({ text: found, place: end - found.length });
  }
  return tokens;
}

/**
 * A formula as people write it, as an expression: names of metrics and numbers with `+ − × ÷` (or
 * `- * /`) and parentheses. × and ÷ bind tighter; a leading − turns the sign.
 * @throws Problem `invalid_formula` that says which place is not understood
 */
export function parseFormula(text: string, at: string): Expression {
  if (text.length > maxLength) throw refuse(`It has more than ${maxLength} characters`, at);
  const tokens = tokensOf(text, at);
  let next = 0;
  const unexpected = (): Problem => {
    const token = tokens[next];
    if (token === undefined) return refuse('It ends too early', at);
    return refuse(`"${token.text}" at place ${token.place + 1} is not expected there`, at);
  };
  const signOf = (...wanted: readonly string[]) => {
    const sign = signs.get(tokens[next]?.text ?? '');
    return sign !== undefined && wanted.includes(sign) ? sign : undefined;
  };
  const operand = (depth: number): Expression => {
    if (depth > maxDepth) throw refuse(`Nested more than ${maxDepth} deep`, at);
    const token = tokens[next];
    if (token === undefined) throw unexpected();
    if (signOf('-') !== undefined) {
      next += 1;
      return { operator: '-', left: { constant: 0 }, right: operand(depth + 1) };
    }
    if (token.text === '(') {
      next += 1;
      const inner = sum(depth + 1);
      if (tokens[next]?.text !== ')') throw unexpected();
      next += 1;
      return inner;
    }
    if (!/^[a-z0-9]/.test(token.text)) throw unexpected();
    next += 1;
    return /^\d/.test(token.text) ? { constant: Number(token.text) } : { metric: token.text };
  };
  const chain = (of: (depth: number) => Expression, ...wanted: readonly string[]) => {
    return (depth: number): Expression => {
      let left = of(depth);
      for (let operator = signOf(...wanted); operator; operator = signOf(...wanted)) {
        next += 1;
        left = { operator, left, right: of(depth) };
      }
      return left;
    };
  };
  const product = chain(operand, '*', '/');
  const sum = chain(product, '+', '-');
  const expression = sum(0);
  if (next < tokens.length) throw unexpected();
  return expression;
}
