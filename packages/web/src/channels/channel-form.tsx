import type { Channel } from '@olympus/sdk';
import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultAt, faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { KeySecret } from '../sending/key-secret.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { FieldError } from '../ui/field.js';
import { TextField } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';
import { ChannelFields } from './channel-fields.js';
import { channelsQuery } from './channels-query.js';
import { draftOf, settingsOf } from './draft.js';
import { channelTexts } from './texts.js';

interface FormProps {
  /** Undefined: a new one. */
  readonly channel: Channel | undefined;
  readonly operator: string | null;
}

/** Sets a channel up, or changes it. Of a new webhook it shows the secret, this once. */
export function ChannelDialog({
  open,
  onOpenChange,
  ...form
}: FormProps & {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts(channelTexts);
  const id = useId();
  const [pending, setPending] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string }>();
  const change = (next: boolean) => {
    if (!next) setMade(undefined);
    onOpenChange(next);
  };
  const { channel } = form;
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made ? t('secretTitle', { name: made.name }) : (channel?.name ?? t('add'))}
      footer={
        <div className="flex justify-end gap-2">
          {made ? (
            <Button look="primary" onClick={() => change(false)}>
              {t('done')}
            </Button>
          ) : (
            <>
              <Button onClick={() => change(false)}>{t('cancel')}</Button>
              <Button look="primary" type="submit" form={id} disabled={pending}>
                {t(pending ? 'pending' : channel ? 'save' : 'create')}
              </Button>
            </>
          )}
        </div>
      }
    >
      {made ? (
        <div className="space-y-4 p-4">
          <p className="text-md text-text-2">{t('secretAbout')}</p>
          <KeySecret secret={made.secret} />
        </div>
      ) : (
        <ChannelForm
          {...form}
          id={id}
          onPending={setPending}
          onDone={(name, secret) => {
            toast(t(channel ? 'saved' : 'created', { name }));
            if (secret === null) change(false);
            else setMade({ name, secret });
          }}
        />
      )}
    </Dialog>
  );
}

function ChannelForm({
  id,
  channel,
  operator,
  onPending,
  onDone,
}: FormProps & {
  readonly id: string;
  readonly onPending: (pending: boolean) => void;
  readonly onDone: (name: string, secret: string | null) => void;
}) {
  const { t } = useTexts(channelTexts);
  const tenant = useTenant();
  const [draft, setDraft] = useState(() => draftOf(channel, operator === null));
  const [tried, setTried] = useState(false);
  const save = useDeed({
    quiet: true,
    run: async (): Promise<string | null> => {
      onPending(true);
      const settings = { tenant_id: tenant.id, ...settingsOf(draft) };
      const sent = channel
        ? olympus.channels.change({ ...settings, id: channel.id }).then(() => null)
        : olympus.channels.create({ ...settings, kind: draft.kind }).then(({ secret }) => secret);
      return sent.finally(() => onPending(false));
    },
    outdates: [channelsQuery.key(tenant.id)],
    onDone: (secret) => onDone(draft.name.trim(), secret),
  });
  const nameFault =
    tried && draft.name.trim() === '' ? t('nameMissing') : faultAt(save.error, '/name');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.name.trim() !== '' && !save.isPending) save.mutate(undefined);
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="space-y-5 p-4">
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        error={nameFault}
      />
      <ChannelFields
        draft={draft}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
        error={save.error}
        known={channel !== undefined}
        operator={operator}
      />
      {save.isError && <FieldError id={`${id}-fault`}>{faultText(save.error) ?? ''}</FieldError>}
    </form>
  );
}
