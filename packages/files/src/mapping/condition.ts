import { Type } from 'typebox';
import { closed, Text } from './shapes.js';

/** Conditions of one column. */
const Simple = Type.Union([
  Type.Object({ column: Text, starts_with: Text }, closed),
  Type.Object({ column: Text, equals: Type.Array(Type.String(), { minItems: 1 }) }, closed),
  /** As `equals`, whatever the case of the letters and the spaces around. */
  Type.Object({ column: Text, one_of: Type.Array(Type.String(), { minItems: 1 }) }, closed),
  Type.Object({ column: Text, present: Type.Boolean() }, closed),
  /** The sign of a number, in whatever way it is written; text that is no number has none. */
  Type.Object(
    {
      column: Text,
      sign: Type.Union([Type.Literal('positive'), Type.Literal('negative'), Type.Literal('zero')]),
    },
    closed,
  ),
]);
type Simple = Type.Static<typeof Simple>;

const Negatable = Type.Union([Simple, Type.Object({ not: Simple }, closed)]);

/** Which rows something is made from. */
export const Condition = Type.Union([
  Negatable,
  Type.Object({ all: Type.Array(Negatable, { minItems: 1, maxItems: 10 }) }, closed),
  Type.Object({ any: Type.Array(Negatable, { minItems: 1, maxItems: 10 }) }, closed),
]);
export type Condition = Type.Static<typeof Condition>;

export function columnsOfCondition(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(columnsOfCondition);
  if ('any' in condition) return condition.any.flatMap(columnsOfCondition);
  return 'not' in condition ? columnsOfCondition(condition.not) : [condition.column];
}

export type Cells = readonly (string | null)[];

/** A condition as a function of a row's cells. */
export function compileCondition(
  condition: Condition,
  indexOf: (column: string) => number,
): (cells: Cells) => boolean {
  if ('all' in condition) {
    const members = condition.all.map((member) => compileCondition(member, indexOf));
    return (cells) => members.every((holds) => holds(cells));
  }
  if ('any' in condition) {
    const members = condition.any.map((member) => compileCondition(member, indexOf));
    return (cells) => members.some((holds) => holds(cells));
  }
  if ('not' in condition) {
    const holds = compileCondition(condition.not, indexOf);
    return (cells) => !holds(cells);
  }
  const index = indexOf(condition.column);
  const holds = compileSimple(condition);
  return (cells) => holds(cells[index] ?? '');
}

function compileSimple(condition: Simple): (text: string) => boolean {
  if ('starts_with' in condition) return (text) => text.startsWith(condition.starts_with);
  if ('equals' in condition) {
    const values = new Set(condition.equals);
    return (text) => values.has(text);
  }
  if ('one_of' in condition) {
    const values = new Set(condition.one_of.map((value) => value.trim().toLowerCase()));
    return (text) => values.has(text.trim().toLowerCase());
  }
  if ('present' in condition) return (text) => (text.trim() !== '') === condition.present;
  return (text) => signOf(text) === condition.sign;
}

function signOf(text: string): 'positive' | 'negative' | 'zero' | undefined {
  if (!/\d/.test(text) || /\p{L}{4,}/u.test(text)) return undefined;
  if (!/[1-9]/.test(text)) return 'zero';
  return /^\s*[\p{Sc}A-Z]{0,3}\s*[-−–(]|[-−–]\s*$/u.test(text) ? 'negative' : 'positive';
}
