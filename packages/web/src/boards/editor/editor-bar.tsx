import { Plus, Redo2, Undo2 } from 'lucide-react';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { editorTexts } from './texts.js';
import type { useDraft } from './use-draft.js';

/** Name and description, undo and redo, a new tile, and saving. */
export function EditorBar({
  edit,
  dirty,
  busy,
  onAdd,
  onSave,
  onDone,
  onDiscard,
}: {
  readonly edit: ReturnType<typeof useDraft>;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly onAdd: () => void;
  readonly onSave: () => void;
  readonly onDone: () => void;
  readonly onDiscard: () => void;
}) {
  const { t } = useTexts(editorTexts);
  const { draft, change } = edit;
  return (
    <div className="card space-y-3 p-4">
      <div className="grid gap-3 md:grid-cols-[minmax(200px,1fr)_2fr]">
        <TextField
          label={t('name')}
          value={draft.name}
          onChange={(name) => change({ name }, 'name')}
          error={draft.name.trim() ? undefined : t('nameMissing')}
        />
        <TextField
          label={t('description')}
          required={false}
          value={draft.description}
          onChange={(description) => change({ description }, 'description')}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" onClick={onAdd}>
          <Plus size={15} aria-hidden="true" />
          {t('add')}
        </Button>
        <Button onClick={edit.undo} disabled={!edit.canUndo} aria-keyshortcuts="Control+Z">
          <Undo2 size={14} aria-hidden="true" />
          {t('undo')}
        </Button>
        <Button onClick={edit.redo} disabled={!edit.canRedo} aria-keyshortcuts="Control+Shift+Z">
          <Redo2 size={14} aria-hidden="true" />
          {t('redo')}
        </Button>
        <span className="ms-auto flex flex-wrap gap-2">
          <Button onClick={onDiscard} disabled={busy}>
            {t('discard')}
          </Button>
          <Button onClick={onSave} disabled={!dirty || busy}>
            {busy ? t('saving') : t('save')}
          </Button>
          <Button onClick={onDone} disabled={busy}>
            {t('done')}
          </Button>
        </span>
      </div>
      <p className="hidden text-text-3 text-xs md:block">{t('hint')}</p>
    </div>
  );
}
