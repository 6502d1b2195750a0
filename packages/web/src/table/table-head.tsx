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
          className={`-outline-offset-2 group flex min-h-8 w-full min-w-0 items-center gap-1 rounded-sm px-2 hover:text-text ${numeric ? 'justify-end' : ''} ${sorted === 'none' ? '' : 'text-text'}`}
          {...(place ?? {})}
        >
          {numeric && <SortMark Arrow={Arrow} active={sorted !== 'none'} />}
          <span className="truncate">{column.label}</span>
          {!numeric && <SortMark Arrow={Arrow} active={sorted !== 'none'} />}
        </button>
      )}
    </th>
  );
}

function SortMark({ Arrow, active }: { readonly Arrow: typeof ArrowUp; readonly active: boolean }) {
  return (
    <Arrow
      size={12}
      aria-hidden="true"
      className={`shrink-0 ${active ? '' : 'opacity-0 group-hover:opacity-50 group-focus-visible:opacity-50'}`}
    />
  );
}
