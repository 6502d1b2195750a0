import type { Unit } from '../model/declarations.js';

/** A value of an answer. Exact decimals that a double cannot hold are decimal text. */
export type AnswerValue = string | number | boolean | null;

/** A column of an answer, in the order to show it. */
export interface AnswerColumn {
  readonly name: string;
  /** `date` is YYYY-MM-DD and `datetime` YYYY-MM-DDTHH:MM, both on the tenant's clock. */
  readonly type: 'string' | 'number' | 'date' | 'datetime';
  readonly unit?: Unit;
  readonly label?: string;
  readonly role: 'dimension' | 'time' | 'metric' | 'previous' | 'change';
}

export type AnswerRow = Readonly<Record<string, AnswerValue>>;

/** Rows and columns of a query's answer. */
export interface AnswerTable {
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerRow[];
  /** Whether the limit cut rows off. */
  readonly truncated: boolean;
  /** Of a series planned with totals: each group's whole, without the time column. */
  readonly totals?: readonly AnswerRow[];
}

/**
 * Change from one value to another: the difference for ratios (0.02 is two percentage points), else
 * relative to the previous one's magnitude.
 * @returns null where either is unknown, and where a relative change has nothing to refer to (0)
 */
export function changeOf(
  current: AnswerValue | undefined,
  previous: AnswerValue | undefined,
  unit: Unit,
): number | null {
  if (current === null || previous === null) return null;
  const now = Number(current);
  const then = Number(previous);
  if (!Number.isFinite(now) || !Number.isFinite(then)) return null;
  if (unit === 'ratio') return now - then;
  return then === 0 ? null : (now - then) / Math.abs(then);
}
