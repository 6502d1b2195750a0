import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column } from './column.js';
import type { Sort } from './sort.js';
import type { Grid } from './use-grid.js';

interface HeadCellProps<Row> {
  readonly column: Column<Row>;
  readonly index: number;
  readonly first: boolean;
  readonly sort: Sort | null;
  readonly onSort: () => void;
  readonly grid: Grid | undefined;
}

/** A column's heading: press it to sort, again for the other direction, once more for none. */
export function HeadCell<Row>(props: HeadCellProps<Row>) {
  const { column, index, first, sort, grid } = props;
  const sorted = sort?.key === column.key ? sort.direction : 'none';
  const numeric = column.kind === 'number';
  const place = grid?.cell(-1, index);
  const Arrow = sorted === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={column.sortable === false ? undefined : sorted}
      className={`table-head relative p-0 font-medium text-text-3 text-xs ${numeric ? 'text-end' : 'text-start'} ${first ? 'sticky start-0 z-20' : ''}`}
    >
      {column.sortable === false ? (
        <span className="block truncate px-2 py-1.5" {...(place ?? {})}>
          {column.label}
        </span>
      ) : (
        <button
          type="button"
          onClick={props.onSort}
          title={column.label}
          className={`-outline-offset-2 group relative flex min-h-8 w-full min-w-0 items-center gap-1 rounded-sm hover:text-text ${numeric ? 'justify-end ps-4 pe-2' : 'px-2'} ${sorted === 'none' ? '' : 'text-text'}`}
          {...(place ?? {})}
        >
          <span className="truncate">{column.label}</span>
          <Arrow
            size={12}
            aria-hidden="true"
            className={`shrink-0 ${numeric ? 'absolute start-0.5' : ''} ${sorted === 'none' ? 'opacity-0 group-hover:opacity-50 group-focus-visible:opacity-50' : ''}`}
          />
        </button>
      )}
    </th>
  );
}
