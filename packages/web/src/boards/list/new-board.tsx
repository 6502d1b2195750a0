import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { useGoTo } from '../../pages/page-link.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import { boardsQuery, templatesQuery } from '../board-query.js';
import { noScope } from '../board-scope.js';
import { listTexts } from './texts.js';

/** Asks what a new dashboard is called and what it begins with; an empty one opens to be filled. */
export function NewBoard({
  template,
  onTemplate,
  onClose,
}: {
  /** Undefined: closed; empty: an empty dashboard. */
  readonly template: string | undefined;
  readonly onTemplate: (template: string) => void;
  readonly onClose: () => void;
}) {
  const { t, locale } = useTexts(listTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const { data } = useQuery(templatesQuery.options(tenant.id, locale));
  const found = data?.templates.find(({ id }) => id === template);
  useEffect(() => {
    if (template !== undefined) setName(found?.name ?? '');
    setTried(false);
  }, [template, found?.name]);
  const create = useDeed({
    run: () =>
      olympus.boards.create({
        tenant_id: tenant.id,
        name: name.trim(),
        locale,
        ...(template ? { template } : {}),
      }),
    outdates: [boardsQuery.key(tenant.id)],
    onDone: (board) => {
      onClose();
      goTo(`/dashboards/${board.id}`, { ...noScope, ...(template ? {} : { edit: '1' }) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && !create.isPending) create.mutate(undefined);
  };
  return (
    <Dialog open={template !== undefined} onOpenChange={onClose} title={t('make')}>
      <form onSubmit={submit} className="space-y-4 p-4">
        <TextField
          label={t('name')}
          value={name}
          onChange={setName}
          error={tried && !name.trim() ? t('nameMissing') : undefined}
        />
        <SelectField
          label={t('begin')}
          value={template || 'empty'}
          onChange={(choice: string) => onTemplate(choice === 'empty' ? '' : choice)}
          hint={found?.description ?? t('emptyAbout')}
          choices={[
            { value: 'empty', label: t('empty') },
            ...(data?.templates.map(({ id, name: label }) => ({ value: id, label })) ?? []),
          ]}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
