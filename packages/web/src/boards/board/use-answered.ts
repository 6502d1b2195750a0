import type { BoardTile } from '@olympus/sdk';
import type { AnsweredTime } from '../../scope/scope-bar.js';
import { asQueryAnswer } from '../kinds/query-answer.js';
import { answersOf, useTile } from '../tile/use-tile.js';

const nothing: BoardTile = { id: '', title: '', x: 0, y: 0, w: 1, h: 1, view: { kind: 'text' } };

/** What time the tiles on screen cover, for the scope bar: as the first that follows it says. */
export function useAnswered(tiles: readonly BoardTile[]): {
  readonly answered: AnsweredTime | undefined;
  readonly pending: boolean;
} {
  const asking = tiles.filter(
    ({ ask, follows }) => ask?.operation === 'analytics.query' && follows?.time !== false,
  );
  const teller = asking.find(({ follows }) => follows?.compare === true) ?? asking[0] ?? nothing;
  const query = useTile(teller);
  const meta = asQueryAnswer(answersOf(query.data)[0])?.meta;
  return {
    answered: meta?.range
      ? { range: meta.range, comparison: meta.comparison_range ?? null }
      : undefined,
    pending: query.isPlaceholderData,
  };
}
