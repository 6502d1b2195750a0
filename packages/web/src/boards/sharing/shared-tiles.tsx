import type { SharedBoard, Timeframe } from '@olympus/sdk';
import { useMemo } from 'react';
import { olympus } from '../../app/client.js';
import { useLanguage } from '../../messages/language.js';
import { TileCard } from '../tile/tile-card.js';
import { TileGrid } from '../tile/tile-grid.js';
import { type TileSource, TileSourceProvider } from '../tile/tile-source.js';

/** The tiles of a shared dashboard; the server runs their questions, which are not told here. */
export function SharedTiles({
  token,
  board,
  timeframe,
}: {
  readonly token: string;
  readonly board: SharedBoard;
  readonly timeframe: Timeframe | undefined;
}) {
  const locale = useLanguage();
  const source = useMemo(
    (): TileSource => ({
      options: ({ id }) => ({
        queryKey: ['shared', token, 'tile', id, timeframe, locale],
        queryFn: ({ signal }) =>
          olympus.shared.tile(
            { token, tile: id, locale, ...(timeframe ? { timeframe } : {}) },
            { signal },
          ),
        meta: { ledgers: [] },
      }),
      annotations: board.annotations,
      inside: false,
    }),
    [token, timeframe, locale, board.annotations],
  );
  return (
    <TileSourceProvider value={source}>
      <TileGrid tiles={board.tiles}>{(tile) => <TileCard tile={tile} />}</TileGrid>
    </TileSourceProvider>
  );
}
