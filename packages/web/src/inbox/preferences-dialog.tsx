import type { InboxPreferences } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useSession } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { FieldError } from '../ui/field.js';
import { SelectField } from '../ui/select-field.js';
import { toast } from '../ui/toast.js';
import { askForNotices, browserNotices } from './browser-notices.js';
import { preferencesQuery, unreadQuery } from './inbox-query.js';
import { inboxTexts } from './texts.js';

const FROM = ['info', 'warning', 'critical', 'never'] as const;
type From = (typeof FROM)[number];

/** Which messages one is told of by which way. */
export function PreferencesDialog({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts(inboxTexts);
  const tenant = useTenant();
  const form = useId();
  const [pending, setPending] = useState(false);
  const { data } = useQuery({ ...preferencesQuery.options(tenant.id, undefined), enabled: open });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('preferences')}
      footer={
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={pending || !data}>
            {t(pending ? 'saving' : 'save')}
          </Button>
        </div>
      }
    >
      <p className="px-4 pt-4 text-md text-text-2">{t('preferencesAbout')}</p>
      {data && (
        <PreferencesForm
          id={form}
          preferences={data}
          onPending={setPending}
          onDone={() => onOpenChange(false)}
        />
      )}
    </Dialog>
  );
}

function PreferencesForm({
  id,
  preferences,
  onPending,
  onDone,
}: {
  readonly id: string;
  readonly preferences: InboxPreferences;
  readonly onPending: (pending: boolean) => void;
  readonly onDone: () => void;
}) {
  const { t } = useTexts(inboxTexts);
  const tenant = useTenant();
  const address = useSession().data?.user?.email ?? '';
  const [{ bell, email, browser }, setDraft] = useState(preferences);
  const [permission, setPermission] = useState(browserNotices());
  const save = useDeed({
    quiet: true,
    run: () => {
      onPending(true);
      return olympus.inbox
        .prefer({ tenant_id: tenant.id, bell, email, browser })
        .finally(() => onPending(false));
    },
    outdates: [preferencesQuery.key(tenant.id), unreadQuery.key(tenant.id)],
    onDone: () => {
      toast(t('saved'));
      onDone();
    },
  });
  const choices = FROM.map((value) => ({ value, label: t(`from.${value}`) }));
  const set = (change: Partial<Record<'bell' | 'email' | 'browser', From>>) =>
    setDraft((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(undefined);
  };
  return (
    <form id={id} onSubmit={submit} className="space-y-5 p-4">
      <SelectField
        label={t('bellField')}
        value={bell}
        choices={choices}
        onChange={(next: From) => set({ bell: next })}
      />
      {preferences.email_possible ? (
        <SelectField
          label={t('emailField', { address })}
          value={email}
          choices={choices}
          onChange={(next: From) => set({ email: next })}
        />
      ) : (
        <div>
          <p className="font-medium">{t('emailField', { address })}</p>
          <p className="text-text-3 text-xs">{t('emailImpossible')}</p>
        </div>
      )}
      <SelectField
        label={t('browserField')}
        hint={permission === 'denied' ? t('browserDenied') : t('browserHint')}
        value={browser}
        choices={choices}
        onChange={(next: From) => set({ browser: next })}
      />
      {permission === 'default' && browser !== 'never' && (
        <Button onClick={() => void askForNotices().then(setPermission)}>{t('browserAsk')}</Button>
      )}
      {save.isError && <FieldError id={`${id}-fault`}>{faultText(save.error) ?? ''}</FieldError>}
    </form>
  );
}
