import type { SharedBoard, Timeframe } from '@olympus/sdk';
import { useMemo } from 'react';
import { useLanguage } from '../../messages/language.js';
import { TileCard } from '../tile/tile-card.js';
import { TileGrid } from '../tile/tile-grid.js';
import { type TileSource, TileSourceProvider } from '../tile/tile-source.js';
import { fetchTile, type Visit } from './visit.js';

/** The tiles of a shared dashboard; the server runs their questions, which are not told here. */
export function SharedTiles({
  visit,
  board,
  timeframe,
}: {
  readonly visit: Visit;
  readonly board: SharedBoard;
  readonly timeframe: Timeframe | undefined;
}) {
  const locale = useLanguage();
  const source = useMemo(
    (): TileSource => ({
      options: ({ id }) => ({
        queryKey: [visit.way, visit.token, 'tile', id, timeframe, locale],
        queryFn: ({ signal }) =>
          fetchTile(visit, { tile: id, locale, ...(timeframe ? { timeframe } : {}) }, signal),
        meta: { ledgers: [] },
      }),
      annotations: board.annotations,
      inside: false,
    }),
    [visit, timeframe, locale, board.annotations],
  );
  return (
    <TileSourceProvider value={source}>
      <TileGrid tiles={board.tiles}>{(tile) => <TileCard tile={tile} />}</TileGrid>
    </TileSourceProvider>
  );
}
