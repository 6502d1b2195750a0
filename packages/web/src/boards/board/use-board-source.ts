import type { BoardScope, BoardTile, TileAsk } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../../messages/language.js';
import { useTenant } from '../../pages/current-page.js';
import { annotationsQuery, tileQuery } from '../board-query.js';
import type { TileSource } from '../tile/tile-source.js';

/** What a tile asks, without where it lies and how it is drawn: tiles that ask alike share answers. */
export function askOf({ ask, more, follows }: BoardTile): TileAsk {
  return {
    ask: ask ?? { operation: '', input: {} },
    ...(more === undefined ? {} : { more }),
    ...(follows === undefined ? {} : { follows }),
  };
}

/** Answers of the signed-in API, within the page's scope. */
export function useBoardSource(boardId: string, scope: BoardScope): TileSource {
  const tenant = useTenant();
  const locale = useLanguage();
  const { data } = useQuery(annotationsQuery.options(tenant.id, boardId));
  const annotations = data?.annotations;
  return useMemo(
    () => ({
      options: (tile: BoardTile) =>
        tileQuery.options(tenant.id, { tile: askOf(tile), scope, locale }),
      annotations: annotations ?? [],
      inside: true,
    }),
    [tenant.id, scope, locale, annotations],
  );
}
