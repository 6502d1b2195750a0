import type { Board } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAddress } from '../../address/use-address.js';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useTexts } from '../../messages/use-texts.js';
import { useCurrentPage, useTenant } from '../../pages/current-page.js';
import { PageLink } from '../../pages/page-link.js';
import { useScope } from '../../scope/use-scope.js';
import { Button } from '../../ui/button.js';
import { ComboboxField } from '../../ui/combobox-field.js';
import { Dialog } from '../../ui/dialog.js';
import { RadioField } from '../../ui/radio-field.js';
import { TextField } from '../../ui/text-field.js';
import { boardQuery, boardsQuery } from '../board-query.js';
import { noScope, toBoardScope } from '../board-scope.js';
import { addTile, type Saveable, tileOf } from './add-tile.js';
import { originOf } from './origin.js';
import { savingTexts } from './texts.js';

interface SaveDialogProps {
  readonly title: string;
  readonly tile: Saveable;
  readonly onClose: () => void;
}

/** Chooses the dashboard, saves, and leads there. */
export default function SaveDialog({ title, tile, onClose }: SaveDialogProps) {
  const { t } = useTexts(savingTexts);
  const [saved, setSaved] = useState<{ board: Board; title: string } | undefined>();
  return (
    <Dialog open onOpenChange={onClose} title={t('save')}>
      {saved ? (
        <div className="space-y-4 p-4">
          <p role="status" className="text-md">
            {t('saved', { title: saved.title, name: saved.board.name })}
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t('close')}</Button>
            <PageLink
              to={`/dashboards/${saved.board.id}`}
              search={noScope}
              className="inline-flex min-h-9 items-center rounded-control bg-accent px-4 font-semibold text-on-accent text-sm"
            >
              {t('open')}
            </PageLink>
          </div>
        </div>
      ) : (
        <SaveForm
          title={title}
          tile={tile}
          onClose={onClose}
          onSaved={(board, named) => setSaved({ board, title: named })}
        />
      )}
    </Dialog>
  );
}

/** Stands for a dashboard that is yet to be made; no id is like it. */
const NEW = ':new';

function SaveForm({
  title: suggested,
  tile,
  onClose,
  onSaved,
}: SaveDialogProps & { readonly onSaved: (board: Board, title: string) => void }) {
  const { t } = useTexts(savingTexts);
  const tenant = useTenant();
  const { scope } = useScope();
  const { page } = useCurrentPage();
  const { pathname } = useLocation();
  const [address] = useAddress();
  const { data } = useQuery(boardsQuery.options(tenant.id, undefined));
  const boards = [...(data?.boards ?? [])].sort(
    (a, b) => Number(b.favourite) - Number(a.favourite),
  );
  const [title, setTitle] = useState(suggested);
  const [chosen, setChosen] = useState<string | undefined>();
  const [name, setName] = useState(t('myDashboard'));
  const [way, setWay] = useState(0);
  const { ways = [] } = tile;
  const where = chosen ?? boards[0]?.id ?? NEW;
  const save = useDeed({
    run: () => {
      const shown = { ...tile, view: ways[way]?.view ?? tile.view };
      const made = tileOf(shown, title.trim(), originOf(pathname, address, page, scope));
      return where === NEW
        ? olympus.boards.create({
            ...{ tenant_id: tenant.id, name: name.trim(), scope: toBoardScope(scope) },
            tiles: [{ ...made, x: 0, y: 0 }],
          })
        : addTile(tenant.id, where, made);
    },
    outdates: [boardsQuery.key(tenant.id), boardQuery.key(tenant.id)],
    onDone: (board) => onSaved(board, title.trim() || suggested),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ((where !== NEW || name.trim()) && !save.isPending) save.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="space-y-4 p-4">
      <TextField label={t('title')} value={title} onChange={setTitle} />
      {ways.length > 1 && (
        <RadioField
          label={t('shownAs')}
          value={String(way)}
          choices={ways.map(({ label }, index) => ({ value: String(index), label }))}
          onChange={(value) => setWay(Number(value))}
        />
      )}
      <ComboboxField
        label={t('where')}
        value={where}
        onChange={setChosen}
        choices={[
          ...boards.map(({ id, name: label }) => ({ value: id, label })),
          { value: NEW, label: t('new') },
        ]}
      />
      {where === NEW && (
        <TextField
          label={t('name')}
          value={name}
          onChange={setName}
          error={name.trim() ? undefined : t('nameMissing')}
        />
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" type="submit" disabled={save.isPending || data === undefined}>
          {t('put')}
        </Button>
      </div>
    </form>
  );
}
