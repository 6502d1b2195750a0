import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAddress } from '../../address/use-address.js';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { explorationsQuery } from '../../boards/board-query.js';
import { originOf } from '../../boards/saving/origin.js';
import { useTexts } from '../../messages/use-texts.js';
import { useCurrentPage } from '../../pages/current-page.js';
import { useScope } from '../../scope/use-scope.js';
import { permits } from '../../session/permissions.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { SavedList } from './saved-list.js';
import { savedTexts } from './texts.js';

/** The explorations that were saved, and the way to save this one. */
export function SavedDialog({
  suggested,
  onClose,
}: {
  readonly suggested: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(savedTexts);
  const { tenant } = useCurrentPage();
  const query = useQuery(explorationsQuery.options(tenant.id, undefined));
  const { data } = query;
  return (
    <Dialog open onOpenChange={onClose} title={t('title')}>
      <div className="space-y-5 p-4">
        {suggested !== undefined && permits(tenant, ['boards:write']) && (
          <SaveForm suggested={suggested} />
        )}
        {query.isError && (
          <ProblemPanel
            error={query.error}
            what={t('failed')}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        )}
        {query.isPending && <div aria-hidden="true" className="skeleton h-24 w-full" />}
        {data && data.explorations.length === 0 && <p className="text-text-2">{t('none')}</p>}
        {data && data.explorations.length > 0 && (
          <SavedList explorations={data.explorations} onOpen={onClose} />
        )}
      </div>
    </Dialog>
  );
}

/** Keeps what is on screen, under a name. */
function SaveForm({ suggested }: { readonly suggested: string }) {
  const { t } = useTexts(savedTexts);
  const { tenant, page } = useCurrentPage();
  const { pathname } = useLocation();
  const [address] = useAddress();
  const { scope } = useScope();
  const [name, setName] = useState(suggested);
  const save = useDeed({
    run: () =>
      olympus.explorations.save({
        ...{ tenant_id: tenant.id, name: name.trim() },
        opens: originOf(pathname, address, page, scope),
      }),
    outdates: [explorationsQuery.key(tenant.id)],
    onDone: (made) => toast(t('done', { name: made.name })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && !save.isPending) save.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <TextField label={t('name')} value={name} onChange={setName} />
      </div>
      <Button look="primary" type="submit" disabled={save.isPending || !name.trim()}>
        {t('save')}
      </Button>
    </form>
  );
}
