import { type Column, cellText } from './column.js';
import { useTableLabels } from './labels.js';
import type { Grid } from './use-grid.js';

interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly height: number;
  readonly largest: Readonly<Record<string, number>>;
  readonly grid: Grid | undefined;
  readonly quiet?: boolean;
  readonly selection: { readonly on: boolean; readonly toggle: () => void } | undefined;
  readonly onOpen: (() => void) | undefined;
}

/** A row: its name as the row's heading, its cells, and where it leads. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, index, columns, height, grid, selection, onOpen } = props;
  const labels = useTableLabels();
  const shift = selection ? 1 : 0;
  const [naming] = columns;
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLAnchorElement)
      return;
    if (event.key === 'Enter' && onOpen) {
      event.preventDefault();
      onOpen();
    }
    if (event.key === ' ' && selection) {
      event.preventDefault();
      selection.toggle();
    }
  };
  const onClick = (event: React.MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('a, button, input, label')) return;
    if (getSelection()?.isCollapsed === false) return;
    onOpen?.();
  };
  return (
    <tr
      aria-rowindex={grid ? index + 2 : undefined}
      aria-selected={selection ? selection.on : undefined}
      {...(onOpen ? { onClick } : {})}
      {...(grid ? { onKeyDown } : {})}
      style={{ height }}
      className={`table-row ${onOpen ? 'cursor-pointer' : ''} ${props.quiet ? 'text-text-2' : ''}`}
    >
      {selection && naming && (
        <td className="sticky start-0 z-[5] px-2">
          <input
            type="checkbox"
            checked={selection.on}
            onChange={selection.toggle}
            aria-label={labels.select(cellText(naming, row))}
            className="block size-4 accent-accent"
            {...(grid?.cell(index, 0) ?? {})}
          />
        </td>
      )}
      {columns.map((column, at) => {
        const place = grid?.cell(index, at + shift) ?? {};
        const text = cellText(column, row);
        const bar = column.bar?.(row);
        const shown = (
          <>
            {bar != null && <CellBar value={bar} largest={props.largest[column.key] ?? 0} />}
            <span
              title={column.hint?.(row) ?? (column.show ? undefined : text)}
              className="relative block truncate"
            >
              {column.show ? column.show(row) : <bdi>{text}</bdi>}
            </span>
          </>
        );
        const look = `relative px-2 ${column.kind === 'number' ? 'text-end' : 'text-start'}`;
        return at === 0 ? (
          <th
            key={column.key}
            scope="row"
            className={`${look} sticky z-[5] font-normal ${selection ? 'start-8' : 'start-0'}`}
            {...place}
          >
            {shown}
          </th>
        ) : (
          <td
            key={column.key}
            className={`${look} ${column.kind === 'number' && !column.quiet ? 'font-medium' : ''} ${column.quiet ? 'text-text-2' : ''}`}
            {...place}
          >
            {shown}
          </td>
        );
      })}
    </tr>
  );
}

/** A size behind a cell's text: filled when positive, outlined when negative. */
function CellBar({ value, largest }: { readonly value: number; readonly largest: number }) {
  if (largest <= 0) return null;
  return (
    <span
      aria-hidden="true"
      className={`bar absolute inset-y-0.5 start-0 rounded-sm ${value < 0 ? 'border-border-control border-b-2 bg-surface-2' : 'bg-bar'}`}
      style={{ width: `${(Math.abs(value) / largest) * 100}%` }}
    />
  );
}
