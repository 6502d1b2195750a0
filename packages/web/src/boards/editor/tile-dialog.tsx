import type { BoardTile } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { modelQuery } from '../../scope/model-query.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/text-field.js';
import { dialogTexts } from './dialog-texts.js';
import { KindField } from './kind-field.js';
import { QueryFields } from './query-fields.js';
import { emptyDraft, isWhole, titleOf, toDraft, toTile } from './tile-draft.js';
import { TilePreview } from './tile-preview.js';

type Put = (tile: Omit<BoardTile, 'x' | 'y'>) => void;

interface TileDialogProps {
  /** Undefined: a new one. */
  readonly tile: BoardTile | undefined;
  readonly onPut: Put;
  readonly onClose: () => void;
}

/** Chooses what a tile asks and how it is shown, with a look at it. */
export function TileDialog({ tile, onPut, onClose }: TileDialogProps) {
  const { t } = useTexts(dialogTexts);
  const draft = tile ? toDraft(tile) : emptyDraft;
  return (
    <Dialog open onOpenChange={onClose} title={tile ? t('change') : t('new')}>
      {draft ? (
        <Builder tile={tile} start={draft} onPut={onPut} onClose={onClose} />
      ) : (
        tile && <TitleOnly tile={tile} onPut={onPut} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Builder({
  tile,
  start,
  onPut,
  onClose,
}: TileDialogProps & { readonly start: typeof emptyDraft }) {
  const { t } = useTexts(dialogTexts);
  const tenant = useTenant();
  const language = useLanguage();
  const [draft, setDraft] = useState(start);
  const { data: model } = useQuery({
    ...modelQuery.options(tenant.id, language),
    staleTime: 5 * 60_000,
  });
  const suggested = titleOf(draft, model, (metric, dimension) => t('by', { metric, dimension }));
  const whole = isWhole(draft);
  const made = toTile({ ...draft, title: draft.title.trim() || suggested }, tile?.id ?? 'preview');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole) onPut(made);
  };
  return (
    <form onSubmit={submit} className="space-y-4 p-4">
      <KindField value={draft.kind} onChange={(kind) => setDraft({ ...draft, kind })} />
      <QueryFields
        draft={draft}
        model={model}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <TextField
        label={t('title')}
        required={false}
        value={draft.title}
        placeholder={suggested}
        onChange={(title) => setDraft({ ...draft, title })}
      />
      <TilePreview tile={whole ? { x: 0, y: 0, ...made } : undefined} />
      <Buttons isNew={!tile} ready={whole} onClose={onClose} />
    </form>
  );
}

function TitleOnly({ tile, onPut, onClose }: TileDialogProps & { readonly tile: BoardTile }) {
  const { t } = useTexts(dialogTexts);
  const [title, setTitle] = useState(tile.title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPut({ ...tile, title });
  };
  return (
    <form onSubmit={submit} className="space-y-4 p-4">
      <p className="text-text-2">{t('foreign')}</p>
      <TextField label={t('title')} value={title} onChange={setTitle} />
      <Buttons isNew={false} ready onClose={onClose} />
    </form>
  );
}

function Buttons({
  isNew,
  ready,
  onClose,
}: {
  readonly isNew: boolean;
  readonly ready: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(dialogTexts);
  return (
    <div className="flex justify-end gap-2">
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" type="submit" disabled={!ready}>
        {isNew ? t('put') : t('keep')}
      </Button>
    </div>
  );
}
