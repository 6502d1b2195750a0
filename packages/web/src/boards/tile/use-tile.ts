import type { BoardTile } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { type TileAnswered, useTileSource } from './tile-source.js';

/** A tile's answer: the one before stays while a newer one is on its way. */
export function useTile(tile: BoardTile) {
  const source = useTileSource();
  const tenant = source.options(tile).queryKey[1];
  return useQuery<TileAnswered>({
    ...source.options(tile),
    enabled: tile.view.kind !== 'text',
    staleTime: 30_000,
    placeholderData: (before, query) => (query?.queryKey[1] === tenant ? before : undefined),
  });
}

/** The answers by question; what failed is undefined. */
export function answersOf(answered: TileAnswered | undefined): readonly unknown[] {
  return (
    answered?.outcomes.map((outcome) => ('answer' in outcome ? outcome.answer : undefined)) ?? []
  );
}

/** Why the tile's own question has no answer, if so. */
export function problemOf(answered: TileAnswered | undefined) {
  const [first] = answered?.outcomes ?? [];
  return first && 'problem' in first ? first.problem : undefined;
}
