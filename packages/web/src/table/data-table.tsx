import { type ReactNode, useMemo, useRef, useState } from 'react';
import { announce } from '../app/announcer.js';
import { PHONE, useMedia } from '../app/use-media.js';
import { useNumberStyle } from '../format/style-context.js';
import { Button } from '../ui/button.js';
import type { Column } from './column.js';
import { isShown, ordered, useColumnChoice } from './column-choice.js';
import { ColumnsMenu } from './columns-menu.js';
import { useTableLabels } from './labels.js';
import { type SelectionActions, SelectionBar, useSelection } from './selection.js';
import { nextSort, type Sort, sortRows } from './sort.js';
import { HeadCell } from './table-head.js';
import { TableRow } from './table-row.js';
import { TableState } from './table-state.js';
import { TableToolbar } from './table-toolbar.js';
import { HEAD_HEIGHT, useGrid } from './use-grid.js';
import { useScrolls } from './use-scrolls.js';
import { useVirtualRows } from './use-virtual-rows.js';

const ROW_HEIGHT = 32;
const TOUCH_ROW_HEIGHT = 44;
const CHECKBOX_WIDTH = 32;
/** Widths below which a table scrolls sideways instead of squeezing a column. */
const LEAST_WIDTH = { first: 100, text: 120, number: 84 } as const;

export interface DataTableProps<Row> {
  /** What the rows are, in a few words: the table's name and its files'. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Under which the reader's choice of columns is kept; without it columns are as they are. */
  readonly name?: string;
  readonly toolbar?: boolean;
  /** The order of the rows, where the page keeps it; else the table does. null: as they come. */
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort | null) => void;
  readonly initialSort?: Sort | null;
  /** Rows come in the order of `sort` already: they are a page of many. */
  readonly presorted?: boolean;
  /** What the button for a file does, where it holds more than these rows. */
  readonly onSave?: () => void;
  /** CSS pixels; the table scrolls inside of it. */
  readonly height?: number;
  readonly maxHeight?: number;
  readonly state?: 'ready' | 'loading' | 'failed';
  readonly onRetry?: () => void;
  readonly empty?: ReactNode;
  /** Rows after the last, whatever the order: "All others". */
  readonly tail?: readonly Row[];
  /** Opens a row: a drawer with what is behind it. */
  readonly onOpen?: (row: Row) => void;
  /** Rows can be selected; what can be done with them. */
  readonly actions?: SelectionActions<Row>;
  /** There are more rows than these. */
  readonly more?: { readonly load: () => void; readonly loading: boolean };
}

/**
 * Rows of anything. A table to read is a table; one whose rows can be opened or selected is a grid
 * with one tab stop and arrow keys (ARIA Authoring Practices).
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, onOpen, actions, tail = [], state = 'ready' } = props;
  const labels = useTableLabels();
  const { locale } = useNumberStyle();
  const region = useRef<HTMLDivElement>(null);
  const phone = useMedia(PHONE);
  const coarse = useMedia('(pointer: coarse)');
  const [choice, setChoice] = useColumnChoice(props.name);
  const [ownSort, setOwnSort] = useState<Sort | null>(props.initialSort ?? null);
  const sort = props.sort === undefined ? ownSort : props.sort;
  const all = ordered(props.columns, choice.order);
  const columns = all.filter((column, index) => index === 0 || isShown(column, choice, phone));
  const sorted = useMemo(
    () => (props.presorted ? rows : sortRows(rows, props.columns, sort, locale)),
    [rows, props.columns, sort, locale, props.presorted],
  );
  const largest = useMemo(() => largestOf(props.columns, rows), [props.columns, rows]);
  const selection = useSelection(sorted, rowKey);
  const interactive = onOpen !== undefined || actions !== undefined;
  const rowHeight = interactive && coarse ? TOUCH_ROW_HEIGHT : ROW_HEIGHT;
  const totals = columns.some(({ total }) => total !== undefined);
  const footHeight = totals ? ROW_HEIGHT : 0;
  const { window, onScroll, virtual } = useVirtualRows(region, sorted.length, rowHeight);
  const grid = useGrid({
    region,
    rows: sorted.length,
    columns: columns.length + (actions ? 1 : 0),
    rowHeight,
    footHeight,
  });
  const used = interactive ? grid : undefined;
  const scrolls = useScrolls(region);
  const bounded = props.height !== undefined || props.maxHeight !== undefined;
  const minWidth =
    columns.reduce((sum, column, index) => sum + leastWidth(column, index), 0) +
    (actions ? CHECKBOX_WIDTH : 0);

  const sortBy = (column: Column<Row>) => {
    const next = nextSort(sort, column.key, column.kind);
    setOwnSort(next);
    props.onSort?.(next);
    if (next) announce(labels.sortedBy(column.label, next.direction));
  };

  return (
    <div className="min-w-0">
      {(props.toolbar || props.name || actions) && (
        <div className="mb-2 flex flex-wrap items-center gap-2">
          {actions && <SelectionBar selection={selection} actions={actions} />}
          {(props.toolbar || props.name) && (
            <TableToolbar title={label} columns={columns} rows={sorted} onSave={props.onSave}>
              {props.name && (
                <ColumnsMenu columns={all} choice={choice} phone={phone} onChange={setChoice} />
              )}
            </TableToolbar>
          )}
        </div>
      )}
      <div
        ref={region}
        {...(bounded || scrolls ? { role: 'region', 'aria-label': labels.region(label) } : {})}
        aria-busy={state === 'loading'}
        // What scrolls must take focus to be scrolled by keys; in a grid its cells do.
        {...(scrolls && !interactive ? { tabIndex: 0 } : {})}
        onScroll={onScroll}
        className="data-table overflow-auto overscroll-x-contain"
        style={{
          ...(props.height === undefined ? {} : { height: props.height }),
          ...(props.maxHeight === undefined ? {} : { maxHeight: props.maxHeight }),
        }}
      >
        <table
          {...(used ? { role: 'grid', onKeyDown: used.onKeyDown } : {})}
          aria-label={label}
          aria-rowcount={virtual || used ? sorted.length + 1 : undefined}
          data-barred={columns[0]?.bar !== undefined}
          className="w-full table-fixed border-separate border-spacing-0"
          style={{ minWidth }}
        >
          <colgroup>
            {actions && <col style={{ width: CHECKBOX_WIDTH }} />}
            {columns.map(({ key, width }) => (
              <col key={key} style={width === undefined ? {} : { width }} />
            ))}
          </colgroup>
          <thead>
            <tr style={{ height: HEAD_HEIGHT }}>
              {actions && (
                <th scope="col" className="table-head sticky start-0 z-20 px-2">
                  <input
                    type="checkbox"
                    aria-label={labels.selectAll}
                    checked={selection.all}
                    onChange={selection.toggleAll}
                    className="block size-4 accent-accent"
                    {...(used?.cell(-1, 0) ?? {})}
                  />
                </th>
              )}
              {columns.map((column, index) => (
                <HeadCell
                  key={column.key}
                  column={column}
                  index={index + (actions ? 1 : 0)}
                  first={index === 0 && !actions}
                  sort={sort}
                  onSort={() => sortBy(column)}
                  grid={used}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {window.before > 0 && <Space height={window.before} />}
            {sorted.slice(window.from, window.to).map((row, at) => {
              const key = rowKey(row);
              return (
                <TableRow
                  key={key}
                  row={row}
                  index={window.from + at}
                  columns={columns}
                  height={rowHeight}
                  largest={largest}
                  grid={used}
                  selection={
                    actions && {
                      on: selection.keys.has(key),
                      toggle: () => selection.toggle(key),
                    }
                  }
                  onOpen={onOpen && (() => onOpen(row))}
                />
              );
            })}
            {window.after > 0 && <Space height={window.after} />}
            {tail.map((row) => (
              <TableRow
                key={rowKey(row)}
                row={row}
                index={sorted.length}
                columns={columns}
                height={ROW_HEIGHT}
                largest={{}}
                grid={undefined}
                quiet
                selection={undefined}
                onOpen={undefined}
              />
            ))}
          </tbody>
          {totals && sorted.length > 0 && (
            <tfoot>
              <tr style={{ height: ROW_HEIGHT }}>
                {actions && <td />}
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th
                      key={column.key}
                      scope="row"
                      className="sticky start-0 px-2 text-start font-medium"
                    >
                      {column.total ?? labels.total}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      className={`truncate px-2 font-semibold ${column.kind === 'number' ? 'text-end' : ''}`}
                    >
                      {column.total}
                    </td>
                  ),
                )}
              </tr>
            </tfoot>
          )}
        </table>
        <TableState
          state={state}
          rows={sorted.length + tail.length}
          empty={props.empty}
          onRetry={props.onRetry}
        />
      </div>
      {props.more && state === 'ready' && (
        <Button className="mt-2" onClick={props.more.load} disabled={props.more.loading}>
          {props.more.loading ? labels.loadingMore : labels.more}
        </Button>
      )}
    </div>
  );
}

/** Room of rows that are not drawn. */
function Space({ height }: { readonly height: number }) {
  return (
    <tr>
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}

function leastWidth<Row>({ width, kind }: Column<Row>, index: number): number {
  return width ?? (index === 0 ? LEAST_WIDTH.first : LEAST_WIDTH[kind]);
}

function largestOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Readonly<Record<string, number>> {
  const largest: Record<string, number> = {};
  for (const { key, bar } of columns) {
    if (!bar) continue;
    let most = 0;
    for (const row of rows) most = Math.max(most, Math.abs(bar(row) ?? 0));
    largest[key] = most;
  }
  return largest;
}
