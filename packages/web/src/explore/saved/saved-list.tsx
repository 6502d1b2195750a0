import type { Exploration } from '@olympus/sdk';
import { Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useMoments } from '../../app/use-moments.js';
import { explorationsQuery } from '../../boards/board-query.js';
import { noScope } from '../../boards/board-scope.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { PageLink } from '../../pages/page-link.js';
import { permits } from '../../session/permissions.js';
import { Button } from '../../ui/button.js';
import { StarButton } from '../../ui/star-button.js';
import { TextField } from '../../ui/text-field.js';
import { savedTexts } from './texts.js';

/** Saved explorations, the reader's favourites first. */
export function SavedList({
  explorations,
  onOpen,
}: {
  readonly explorations: readonly Exploration[];
  readonly onOpen: () => void;
}) {
  const { t } = useTexts(savedTexts);
  const [renaming, setRenaming] = useState<string | undefined>();
  const sorted = explorations.toSorted((a, b) => Number(b.favourite) - Number(a.favourite));
  return (
    <section>
      <h3 className="font-semibold text-md">{t('list')}</h3>
      <ul className="divide-y divide-border-soft">
        {sorted.map((one) =>
          renaming === one.id ? (
            <li key={one.id} className="py-2">
              <Rename exploration={one} onDone={() => setRenaming(undefined)} />
            </li>
          ) : (
            <Row
              key={one.id}
              exploration={one}
              onOpen={onOpen}
              onRename={() => setRenaming(one.id)}
            />
          ),
        )}
      </ul>
    </section>
  );
}

function Row({
  exploration,
  onOpen,
  onRename,
}: {
  readonly exploration: Exploration;
  readonly onOpen: () => void;
  readonly onRename: () => void;
}) {
  const { t } = useTexts(savedTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const { id, name, opens, owner, own, favourite, changed_at } = exploration;
  const outdates = [explorationsQuery.key(tenant.id)];
  const favour = useDeed({
    run: (wanted: boolean) =>
      olympus.explorations.favour({ tenant_id: tenant.id, id, favourite: wanted }),
    outdates,
  });
  const remove = useDeed({
    run: () => olympus.explorations.remove({ tenant_id: tenant.id, id }),
    outdates,
  });
  const starred = favour.isPending ? favour.variables : favourite;
  const mayChange =
    permits(tenant, ['boards:write']) && (own || permits(tenant, ['tenants:admin']));
  return (
    <li className="flex items-center gap-1 py-1.5">
      <StarButton
        on={starred}
        label={t(starred ? 'unfavour' : 'favour', { name })}
        onChange={favour.mutate}
      />
      <div className="min-w-0 flex-1">
        <PageLink
          to={opens.path}
          search={{ ...noScope, ...opens.search }}
          onClick={onOpen}
          className="font-medium hover:underline [overflow-wrap:anywhere]"
        >
          {name}
        </PageLink>
        <p className="truncate text-text-3 text-xs">
          {t('by', { owner, time: moment(changed_at) })}
        </p>
      </div>
      {mayChange && (
        <>
          <Button look="icon" aria-label={t('rename', { name })} onClick={onRename}>
            <Pencil size={14} aria-hidden="true" />
          </Button>
          <Button
            look="icon"
            aria-label={t('remove', { name })}
            disabled={remove.isPending}
            onClick={() => remove.mutate(undefined)}
          >
            <Trash2 size={14} aria-hidden="true" />
          </Button>
        </>
      )}
    </li>
  );
}

function Rename({
  exploration: { id, name: before },
  onDone,
}: {
  readonly exploration: Exploration;
  readonly onDone: () => void;
}) {
  const { t } = useTexts(savedTexts);
  const tenant = useTenant();
  const [name, setName] = useState(before);
  const rename = useDeed({
    run: () => olympus.explorations.change({ tenant_id: tenant.id, id, name: name.trim() }),
    outdates: [explorationsQuery.key(tenant.id)],
    onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) rename.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <TextField label={t('newName')} value={name} onChange={setName} />
      </div>
      <Button onClick={onDone}>{t('cancel')}</Button>
      <Button look="primary" type="submit" disabled={rename.isPending || !name.trim()}>
        {t('keep')}
      </Button>
    </form>
  );
}
