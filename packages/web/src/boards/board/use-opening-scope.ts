import type { Board, BoardScope } from '@olympus/sdk';
import { useEffect, useMemo, useRef } from 'react';
import { useAddress } from '../../address/use-address.js';
import { SCOPE_KEYS } from '../../scope/scope.js';
import { useScope } from '../../scope/use-scope.js';
import { addressOf, sameScope, toBoardScope } from '../board-scope.js';

/**
 * The scope of a dashboard's page: what the address says, and where it says nothing what was saved,
 * which is then written there.
 */
export function useOpeningScope(board: Board | undefined): {
  readonly scope: BoardScope;
  /** Whether the page looks at what is saved. */
  readonly asSaved: boolean;
  readonly reset: () => void;
} {
  const { scope: shown } = useScope();
  const [address, change] = useAddress();
  const opened = useRef<string | undefined>(undefined);
  const silent = Object.values(SCOPE_KEYS).every((key) => address[key] === undefined);
  const opening = board !== undefined && opened.current !== board.id && silent;
  useEffect(() => {
    if (!board) return;
    if (opening) change((before) => ({ ...before, ...addressOf(board.scope) }), { replace: true });
    opened.current = board.id;
  }, [board, opening, change]);
  // the first frame asks for what is saved, not for what another page looked at last
  const scope = useMemo(
    () => (opening && board ? board.scope : toBoardScope(shown)),
    [opening, board, shown],
  );
  return {
    scope,
    asSaved: board === undefined || sameScope(scope, board.scope),
    reset: () => board && change((before) => ({ ...before, ...addressOf(board.scope) })),
  };
}
