import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type GridPlace, placeAfter } from './grid-keys.js';
import { scrollTo } from './virtual-window.js';

export const HEAD_HEIGHT = 33;

interface GridInput {
  readonly region: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly columns: number;
  readonly rowHeight: number;
  readonly footHeight: number;
}

/**
 * The one cell of a grid that takes focus, moved by arrow keys. Cells are found by their `data-place`,
 * “row:column”, the heading being row −1.
 */
export function useGrid({ region, rows, columns, rowHeight, footHeight }: GridInput) {
  const [place, setPlace] = useState<GridPlace>({ row: -1, column: 0 });
  const moving = useRef(false);
  const at = {
    row: Math.min(place.row, rows - 1),
    column: Math.min(place.column, columns - 1),
  };

  useLayoutEffect(() => {
    if (!moving.current) return;
    const cell = region.current?.querySelector<HTMLElement>(
      `[data-place="${at.row}:${at.column}"]`,
    );
    // A row that is scrolled into the window is there with the next drawing.
    if (!cell) return;
    moving.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const onKeyDown = (event: React.KeyboardEvent) => {
    const element = region.current;
    if (!element || event.altKey) return;
    const rtl = getComputedStyle(element).direction === 'rtl';
    const page = Math.max(1, Math.floor((element.clientHeight - HEAD_HEIGHT) / rowHeight) - 1);
    const next = placeAfter(
      event.key,
      event.ctrlKey || event.metaKey,
      at,
      { rows, columns, page },
      rtl,
    );
    if (!next) return;
    event.preventDefault();
    moving.current = true;
    if (next.row >= 0) {
      element.scrollTop = scrollTo(
        next.row,
        element.scrollTop,
        element.clientHeight,
        rowHeight,
        HEAD_HEIGHT,
        footHeight,
      );
    }
    setPlace(next);
  };

  return {
    onKeyDown,
    /** What makes an element the grid's cell at a place. */
    cell: (row: number, column: number) => ({
      'data-place': `${row}:${column}`,
      tabIndex: row === at.row && column === at.column ? 0 : -1,
      onFocus: () => setPlace({ row, column }),
    }),
  };
}

export type Grid = ReturnType<typeof useGrid>;
