import type { Board, BoardScope, BoardTile } from '@olympus/sdk';
import { LayoutGrid, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { usePageSearch } from '../../address/use-address.js';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { useGoTo } from '../../pages/page-link.js';
import { PageFrame } from '../../shell/page-frame.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { toast } from '../../ui/toast.js';
import { boardSearch } from '../board/board-search.js';
import { useAnswered } from '../board/use-answered.js';
import { boardsQuery } from '../board-query.js';
import { noScope, sameScope } from '../board-scope.js';
import { freePlace, settle } from '../layout/grid.js';
import { ConflictDialog } from './conflict-dialog.js';
import { EditorBar } from './editor-bar.js';
import { EditorGrid } from './editor-grid.js';
import { LeaveGuard } from './leave-guard.js';
import { editorTexts } from './texts.js';
import { TileDialog } from './tile-dialog.js';
import { useDraft } from './use-draft.js';
import { useSave } from './use-save.js';

const newId = () => Math.random().toString(36).slice(2, 10);

/** A dashboard being changed. Nothing is kept until it is saved. */
export default function BoardEditor({
  board,
  scope,
}: {
  readonly board: Board;
  readonly scope: BoardScope;
}) {
  const { t } = useTexts(editorTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const [, setSearch] = usePageSearch(boardSearch);
  const edit = useDraft(board);
  const { draft, change } = edit;
  const [dialog, setDialog] = useState<BoardTile | 'new' | undefined>();
  const [savedScope, setSavedScope] = useState(board.scope);
  const dirty = edit.changed || !sameScope(scope, savedScope);
  const [leaving, setLeaving] = useState(false);
  const saving = useSave(board, (saved) => {
    edit.keep(draft);
    setSavedScope(saved.scope);
    toast(t('saved'));
  });
  const copy = useDeed({
    run: () =>
      olympus.boards.create({
        ...{ tenant_id: tenant.id, scope, description: draft.description, tiles: draft.tiles },
        name: t('copyName', { name: draft.name }),
      }),
    outdates: [boardsQuery.key(tenant.id)],
    onDone: (made) => {
      saving.dismiss();
      edit.keep(draft);
      setSavedScope(scope);
      setLeaving(true);
      goTo(`/dashboards/${made.id}`, noScope);
    },
  });
  // leaves once the guard has heard that nothing is left to save
  useEffect(() => {
    if (leaving && !dirty) setSearch({ edit: false });
  }, [leaving, dirty, setSearch]);
  useUndoKeys(edit.undo, edit.redo);
  const time = useAnswered(draft.tiles);
  const setTiles = (tiles: readonly BoardTile[]) => change({ tiles });
  const save = (over?: number) =>
    draft.name.trim() ? saving.save(draft, scope, over) : Promise.resolve(false);

  const put = (tile: Omit<BoardTile, 'x' | 'y'>, before: BoardTile | undefined) => {
    setDialog(undefined);
    if (before) {
      const { x, y, w, h, id } = before;
      return setTiles(
        draft.tiles.map((one) => (one.id === id ? { ...tile, id, x, y, w, h } : one)),
      );
    }
    const { w, h } = tile;
    setTiles(
      settle([...draft.tiles, { ...tile, id: newId(), ...freePlace(draft.tiles, { w, h }) }]),
    );
  };
  const duplicate = (tile: BoardTile) =>
    setTiles(settle([...draft.tiles, { ...tile, id: newId(), y: tile.y + tile.h }]));
  const remove = (tile: BoardTile) => {
    setTiles(settle(draft.tiles.filter(({ id }) => id !== tile.id)));
    toast(t('removed', { title: tile.title || t('untitled') }), { undo: edit.undo });
  };
  const add = (
    <Button look="primary" onClick={() => setDialog('new')}>
      <Plus size={15} aria-hidden="true" />
      {t('add')}
    </Button>
  );
  return (
    <PageFrame title={draft.name || board.name} {...time}>
      <EditorBar
        edit={edit}
        dirty={dirty}
        busy={saving.busy}
        onAdd={() => setDialog('new')}
        onSave={() => void save()}
        onDone={async () => {
          if (!dirty || (await save())) setLeaving(true);
        }}
        onDiscard={() => setSearch({ edit: false })}
      />
      {draft.tiles.length === 0 ? (
        <EmptyState icon={LayoutGrid} title={t('empty')} action={add} />
      ) : (
        <EditorGrid
          tiles={draft.tiles}
          onChange={setTiles}
          onEdit={setDialog}
          onDuplicate={duplicate}
          onRemove={remove}
        />
      )}
      {dialog && (
        <TileDialog
          tile={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(undefined)}
          onPut={(tile) => put(tile, dialog === 'new' ? undefined : dialog)}
        />
      )}
      <ConflictDialog
        theirs={saving.theirs}
        busy={saving.busy || copy.isPending}
        onOverwrite={(theirs) => void save(theirs.version)}
        onCopy={() => copy.mutate(undefined)}
        onTheirs={(theirs) => {
          saving.accept(theirs);
          edit.restart(theirs);
          setSavedScope(theirs.scope);
        }}
        onClose={saving.dismiss}
      />
      <LeaveGuard dirty={dirty} />
    </PageFrame>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z, but not while a field is typed in. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [role="dialog"]') !== null;
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
