import type { Condition } from '../../mapping/condition.js';
import {
  cancelledWords,
  failedWords,
  refundedWords,
  refundKindWords,
  valuesHolding,
} from '../status-words.js';
import type { Draft } from './draft.js';

/** Conditions on an order's states, as far as there are columns for them. */
export function statesOf(draft: Draft) {
  const { assigned, profile, layout } = draft;
  const columns = (['status', 'payment_status'] as const).flatMap(
    (role) => assigned.get(role)?.column ?? [],
  );
  const cancelledAt = assigned.get('cancelled_at')?.column;
  const kind = assigned.get('event_kind')?.column;
  const valuesOf = (column: string) =>
    profile.columns.find(({ name }) => name === column)?.values ?? [];
  const oneOf = (words: readonly string[]) =>
    columns.map((column) => ({
      column,
      one_of: [...words, ...valuesHolding(valuesOf(column), words)],
    }));
  const price = assigned.get('line_total')?.column ?? assigned.get('unit_price')?.column;
  const cancelled = oneOf(cancelledWords).map(({ column, one_of: words }) => ({
    column,
    words: new Set(words.map((word) => word.trim().toLowerCase())),
  }));
  const isCancelled = (row: Readonly<Record<string, string>>) =>
    cancelled.some(({ column, words }) => words.has((row[column] ?? '').trim().toLowerCase()));
  // orders that were cancelled before they had a price never were a sale
  const neverPriced =
    price !== undefined &&
    profile.rows.some((row) => isCancelled(row) && (row[price] ?? '').trim() === '');
  const refundKind =
    kind !== undefined &&
    profile.columns
      .find(({ name }) => name === kind)
      ?.values.some((value) => refundKindWords.includes(value.trim().toLowerCase())) === true
      ? { column: kind, one_of: [...refundKindWords] }
      : undefined;
  return {
    failed: oneOf(neverPriced ? [...failedWords, ...cancelledWords] : failedWords),
    cancelled: neverPriced
      ? []
      : [
          ...(cancelledAt === undefined ? [] : [{ column: cancelledAt, present: true }]),
          ...oneOf(cancelledWords),
        ],
    refunded: oneOf([...refundedWords, ...(layout?.refunded ?? [])]),
    refundKind,
  };
}

type Simple = Extract<Condition, { column: string }>;
export const no = (condition: Simple) => ({ not: condition });
export const all = (conditions: readonly (Simple | { not: Simple })[]): Condition | undefined => {
  const [first] = conditions;
  if (first === undefined) return undefined;
  return conditions.length === 1 ? first : { all: [...conditions] };
};
