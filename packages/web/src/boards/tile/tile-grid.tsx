import type { BoardTile } from '@olympus/sdk';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { PHONE, useMedia } from '../../app/use-media.js';
import { CursorGroup } from '../../charts/index.js';
import { COLUMNS, GAP, heightOf, ROW, readingOrder } from '../layout/grid.js';

/** Where a tile lies in the plain CSS grid. */
export function placeStyle({ x, y, w, h }: BoardTile, phone: boolean): CSSProperties {
  return phone
    ? { height: heightOf(h) }
    : { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
}

export function gridStyle(phone: boolean): CSSProperties {
  return phone
    ? { display: 'flex', flexDirection: 'column', gap: GAP }
    : {
        display: 'grid',
        gridTemplateColumns: `repeat(${COLUMNS}, minmax(0, 1fr))`,
        gridAutoRows: ROW,
        gap: GAP,
      };
}

/** Tiles in their places; on a phone one below the other, in the order in which they are read. */
export function TileGrid({
  tiles,
  children,
}: {
  readonly tiles: readonly BoardTile[];
  readonly children: (tile: BoardTile) => ReactNode;
}) {
  const phone = useMedia(PHONE);
  const ordered = useMemo(() => readingOrder(tiles), [tiles]);
  return (
    <CursorGroup>
      <div style={gridStyle(phone)}>
        {ordered.map((tile) => (
          <div
            key={tile.id}
            data-tile={tile.id}
            className="min-w-0"
            style={placeStyle(tile, phone)}
          >
            {children(tile)}
          </div>
        ))}
      </div>
    </CursorGroup>
  );
}
