import type { Annotation, BoardTile, TileQuestion } from '@olympus/sdk';
import type { QueryFunctionContext, QueryKey } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Ledgers } from '../../live/tenant-query.js';

/** What asking a tile gives; visitors of a link are not told the questions. */
export interface TileAnswered {
  readonly asked?: readonly TileQuestion[];
  readonly outcomes: readonly (
    | { readonly answer: unknown }
    | {
        readonly problem: {
          readonly code: string;
          readonly message: string;
          readonly remedy?: string | undefined;
          readonly transient: boolean;
        };
      }
  )[];
}

/** Where tiles get their answers: the signed-in API, or a link. */
export interface TileSource {
  options(tile: BoardTile): {
    readonly queryKey: QueryKey;
    readonly queryFn: (context: QueryFunctionContext) => Promise<TileAnswered>;
    readonly meta: { readonly ledgers: Ledgers };
  };
  readonly annotations: readonly Annotation[];
  /** Whether the rest of the application is around it, and may be linked to. */
  readonly inside: boolean;
}

const TileSourceContext = createContext<TileSource | undefined>(undefined);
export const TileSourceProvider = TileSourceContext.Provider;

/** @throws Error outside of a dashboard */
export function useTileSource(): TileSource {
  const source = useContext(TileSourceContext);
  if (!source) throw new Error('Tiles stand on dashboards');
  return source;
}
