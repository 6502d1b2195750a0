import type { Mapping } from '../mapping/mapping.js';
import type { Row } from './rows.js';

/** Fills cells that are empty below the first row of a document from the row above. */
export function carryDown(
  { carry_down: carry }: Mapping,
  columns: readonly string[],
): ((cells: Row) => Row) | undefined {
  if (carry === undefined) return undefined;
  const key = columns.indexOf(carry.key);
  const places = (carry.columns ?? []).map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  let above: Row = [];
  return (cells) => {
    const own = cells[key] ?? null;
    const continues = own === null || own === above[key];
    if (!continues || above.length === 0) {
      above = cells;
      return cells;
    }
    const filled = [...cells];
    for (const at of [key, ...places]) filled[at] ??= above[at] ?? null;
    above = filled;
    return filled;
  };
}
