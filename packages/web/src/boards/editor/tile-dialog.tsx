import type { BoardTile } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
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
export function TileDialog(props: TileDialogProps) {
  const { tile } = props;
  const draft = tile ? toDraft(tile) : emptyDraft;
  if (draft) return <Builder {...props} start={draft} />;
  return tile ? <TitleOnly {...props} tile={tile} /> : null;
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
  return (
    <FormDialog isNew={!tile} ready={whole} onSubmit={() => onPut(made)} onClose={onClose}>
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
    </FormDialog>
  );
}

function TitleOnly({ tile, onPut, onClose }: TileDialogProps & { readonly tile: BoardTile }) {
  const { t } = useTexts(dialogTexts);
  const [title, setTitle] = useState(tile.title);
  return (
    <FormDialog isNew={false} ready onSubmit={() => onPut({ ...tile, title })} onClose={onClose}>
      <p className="text-text-2">{t('foreign')}</p>
      <TextField label={t('title')} value={title} onChange={setTitle} />
    </FormDialog>
  );
}

/** A form whose buttons stay in sight below it. */
function FormDialog({
  isNew,
  ready,
  onSubmit,
  onClose,
  children,
}: {
  readonly isNew: boolean;
  readonly ready: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTexts(dialogTexts);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isNew ? t('new') : t('change')}
      footer={
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={id} disabled={!ready}>
            {isNew ? t('put') : t('keep')}
          </Button>
        </div>
      }
    >
      <form id={id} onSubmit={submit} className="space-y-4 p-4">
        {children}
      </form>
    </Dialog>
  );
}
