import { type Board, type BoardTile, ProblemError, type TileAsk } from '@olympus/sdk';
import { olympus } from '../../app/client.js';
import { kindOf } from '../kinds/kinds.js';
import { freePlace } from '../layout/grid.js';

/** What a page shows that can be put on a dashboard. */
export interface Saveable {
  /** An operation that only reads, with its input; a `tenant_id` in it is left out. */
  readonly ask: TileAsk['ask'];
  /** A kind of `boards/kinds`, and its options. */
  readonly view: BoardTile['view'];
  /** What its drawing asks beside it, and what it takes from the dashboard; as suits its kind if left out. */
  readonly more?: TileAsk['more'];
  readonly follows?: TileAsk['follows'];
  /** Other ways to show the same, to choose from; the first is `view`. */
  readonly ways?: readonly { readonly label: string; readonly view: BoardTile['view'] }[];
}

export type NewTile = Omit<BoardTile, 'x' | 'y'>;

/** @param opens the page that shows the same */
export function tileOf(
  { ask, view, ...rest }: Saveable,
  title: string,
  opens?: BoardTile['opens'],
): NewTile {
  const { tenant_id: _, ...input } = ask.input;
  const question = { operation: ask.operation, input };
  const kind = kindOf(view.kind);
  return {
    id: Math.random().toString(36).slice(2, 10),
    title,
    ...(kind?.size ?? { w: 6, h: 4 }),
    ask: question,
    ...kind?.fit?.(question),
    ...(rest.more === undefined ? {} : { more: rest.more }),
    ...(rest.follows === undefined ? {} : { follows: rest.follows }),
    view,
    ...(opens === undefined ? {} : { opens }),
  };
}

/** So often somebody else may save in between. */
const TRIES = 3;

/** Puts a tile below the others of a dashboard, or where there is room. */
export async function addTile(tenantId: string, id: string, tile: NewTile): Promise<Board> {
  for (let attempt = 1; ; attempt += 1) {
    const board = await olympus.boards.get({ tenant_id: tenantId, id });
    const { name, description, scope, tiles, version } = board;
    const added = [...tiles, { ...tile, ...freePlace(tiles, tile) }];
    try {
      return await olympus.boards.save({
        ...{ tenant_id: tenantId, id, version, name, description, scope, tiles: added },
      });
    } catch (fault) {
      const raced = fault instanceof ProblemError && fault.code === 'board_changed';
      if (!raced || attempt === TRIES) throw fault;
    }
  }
}
