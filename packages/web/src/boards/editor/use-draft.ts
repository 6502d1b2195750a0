import type { Board, BoardTile } from '@olympus/sdk';
import { useCallback, useState } from 'react';
import { begin, changed, redone, undone } from './history.js';

/** What is changed of a dashboard. */
export interface Draft {
  readonly name: string;
  readonly description: string;
  readonly tiles: readonly BoardTile[];
}

export const draftOf = ({ name, description, tiles }: Board): Draft => ({
  name,
  description,
  tiles,
});

/** A draft with its history in this session. */
export function useDraft(board: Board) {
  const [history, setHistory] = useState(() => begin(draftOf(board)));
  const [saved, setSaved] = useState(() => draftOf(board));
  const { past, present, future } = history;
  return {
    draft: present,
    change: useCallback((next: Partial<Draft>, about?: string) => {
      setHistory((before) => changed(before, { ...before.present, ...next }, about));
    }, []),
    undo: useCallback(() => setHistory(undone), []),
    redo: useCallback(() => setHistory(redone), []),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    changed: JSON.stringify(present) !== JSON.stringify(saved),
    /** What is on screen is what the server keeps now. */
    keep: useCallback((kept: Draft) => setSaved(kept), []),
    restart: useCallback((board_: Board) => {
      setSaved(draftOf(board_));
      setHistory(begin(draftOf(board_)));
    }, []),
  };
}
