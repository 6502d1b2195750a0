import { type Board, type BoardScope, ProblemError } from '@olympus/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { olympus } from '../../app/client.js';
import { faultText } from '../../app/faults.js';
import { useTenant } from '../../pages/current-page.js';
import { toast } from '../../ui/toast.js';
import { boardQuery, boardsQuery, versionsQuery } from '../board-query.js';
import type { Draft } from './use-draft.js';

/** Saves a draft; somebody else's save in between is told with what they saved. */
export function useSave(board: Board, onSaved: (saved: Board) => void) {
  const tenant = useTenant();
  const queries = useQueryClient();
  const [version, setVersion] = useState(board.version);
  const [busy, setBusy] = useState(false);
  const [theirs, setTheirs] = useState<Board | undefined>();

  const accept = (saved: Board) => {
    queries.setQueryData(boardQuery.key(tenant.id, saved.id), saved);
    void queries.invalidateQueries({ queryKey: boardsQuery.key(tenant.id) });
    void queries.invalidateQueries({ queryKey: versionsQuery.key(tenant.id, saved.id) });
    setVersion(saved.version);
    setTheirs(undefined);
  };
  const save = async (draft: Draft, scope: BoardScope, over = version): Promise<boolean> => {
    setBusy(true);
    const { id } = board;
    try {
      const saved = await olympus.boards.save({
        ...{ tenant_id: tenant.id, id, version: over, scope },
        ...{ name: draft.name.trim(), description: draft.description, tiles: draft.tiles },
      });
      accept(saved);
      onSaved(saved);
      return true;
    } catch (fault) {
      if (fault instanceof ProblemError && fault.code === 'board_changed') {
        setTheirs(await olympus.boards.get({ tenant_id: tenant.id, id }));
      } else toast(faultText(fault) ?? String(fault), { tone: 'bad' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, theirs, accept, dismiss: () => setTheirs(undefined) };
}
