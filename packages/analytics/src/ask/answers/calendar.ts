import type { AnswerRow } from '@olympus/semantic';
import type { AskColumn } from '../ask-answer.js';
import type { Asking } from './asking.js';

/** What a value of a calendar dimension is called in the question's language; others as they are. */
function namesOf(
  { language }: Pick<Asking, 'language'>,
  dimension: string,
): ReadonlyMap<number, string> | undefined {
  const known = language.catalogue.dimensions.find(({ name }) => name === dimension);
  const values = language.model.dimensions.find(({ name }) => name === dimension)?.values;
  if (known?.calendar === undefined || values === undefined) return undefined;
  return new Map(
    values.map(({ value, label }) => [value, known.valueLabels?.[label] ?? label] as const),
  );
}

/** The dimensions of a frame that tell moments apart. */
const calendarsOf = (asking: Pick<Asking, 'language' | 'frame'>) =>
  asking.frame.dimensions.filter((name) => namesOf(asking, name) !== undefined);

/**
 * Rows with weekdays, hours and months under their names: in the order of the calendar, unless the
 * question asks for another.
 */
export function byCalendar(
  asking: Pick<Asking, 'language' | 'frame'>,
  rows: readonly AnswerRow[],
): readonly AnswerRow[] {
  const { frame } = asking;
  const dimensions = calendarsOf(asking);
  if (dimensions.length === 0) return rows;
  const isOrdered = frame.order.length > 0 || frame.ranking !== null;
  const [first] = dimensions;
  const inTurn =
    isOrdered || first === undefined || frame.dimensions.length > 1 || frame.grain !== null
      ? rows
      : rows.toSorted((a, b) => Number(a[first]) - Number(b[first]));
  return inTurn.map((row) => ({
    ...row,
    ...Object.fromEntries(
      dimensions.map((name) => [name, namesOf(asking, name)?.get(Number(row[name])) ?? null]),
    ),
  }));
}

/** Columns in which calendar values stand under their names. */
export const calendarColumns = (
  asking: Pick<Asking, 'language' | 'frame'>,
  columns: readonly AskColumn[],
): readonly AskColumn[] =>
  columns.map((column) =>
    column.role === 'dimension' && calendarsOf(asking).includes(column.name)
      ? { ...column, type: 'string' }
      : column,
  );
