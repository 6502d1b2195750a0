import type { BoardTile } from '@olympus/sdk';
import { type PointerEvent, type RefObject, useState } from 'react';
import { COLUMNS, GAP, place, ROW } from '../layout/grid.js';

interface Drag {
  readonly id: string;
  readonly tiles: readonly BoardTile[];
}

/**
 * Moving and resizing by pointer: tiles make room while one is dragged, and it is done when the pointer
 * lets go. Escape leaves everything as it was.
 */
export function useDrag(
  grid: RefObject<HTMLElement | null>,
  tiles: readonly BoardTile[],
  onDone: (tiles: readonly BoardTile[], id: string) => void,
) {
  const [drag, setDrag] = useState<Drag | undefined>();

  const start = (tile: BoardTile, way: 'move' | 'resize', event: PointerEvent<HTMLElement>) => {
    const box = grid.current;
    if (!box || event.button !== 0) return;
    event.preventDefault();
    const placeAt = followPointer(box, tile, way, event);
    const over = new AbortController();
    const { signal } = over;
    let latest: readonly BoardTile[] | undefined;
    const end = (done: boolean) => {
      over.abort();
      setDrag(undefined);
      if (done && latest) onDone(latest, tile.id);
    };
    const move = (at: globalThis.PointerEvent) => {
      latest = place(tiles, tile.id, placeAt(at));
      setDrag({ id: tile.id, tiles: latest });
    };
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && end(false);
    document.addEventListener('pointermove', move, { signal });
    document.addEventListener('pointerup', () => end(true), { signal });
    document.addEventListener('pointercancel', () => end(false), { signal });
    document.addEventListener('keydown', onKey, { signal });
    setDrag({ id: tile.id, tiles });
  };
  return { start, dragged: drag?.id, tiles: drag?.tiles ?? tiles };
}

/** Where the pointer takes a tile, in columns and rows. */
function followPointer(
  box: HTMLElement,
  { x, y, w, h }: BoardTile,
  way: 'move' | 'resize',
  { pageX, pageY }: PointerEvent<HTMLElement>,
) {
  const column = (box.clientWidth + GAP) / COLUMNS;
  const along = getComputedStyle(box).direction === 'rtl' ? -1 : 1;
  return (at: globalThis.PointerEvent) => {
    const dx = Math.round((along * (at.pageX - pageX)) / column);
    const dy = Math.round((at.pageY - pageY) / (ROW + GAP));
    if (way === 'move') return { x: x + dx, y: y + dy };
    return { w: Math.max(1, Math.min(COLUMNS - x, w + dx)), h: Math.max(1, h + dy) };
  };
}
