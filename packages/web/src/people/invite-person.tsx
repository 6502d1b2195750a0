import type { NewInvitation, Role } from '@olympus/sdk';
import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultText, isFault } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextField } from '../ui/text-field.js';
import { invitationsQuery } from './people-query.js';
import { RoleField } from './role-field.js';
import { SecretLink } from './secret-link.js';
import { peopleTexts } from './texts.js';

/** Invites somebody: a form, and then the link to pass on. */
export function InvitePerson({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts(peopleTexts);
  const form = useId();
  const [made, setMade] = useState<NewInvitation | undefined>();
  const change = (next: boolean) => {
    setMade(undefined);
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made ? t('invitedTitle', { name: made.name ?? made.email }) : t('add')}
      footer={
        <div className="flex justify-end gap-2">
          {made ? (
            <Button look="primary" onClick={() => change(false)}>
              {t('done')}
            </Button>
          ) : (
            <>
              <Button onClick={() => change(false)}>{t('cancel')}</Button>
              <Button look="primary" type="submit" form={form}>
                {t('submit')}
              </Button>
            </>
          )}
        </div>
      }
    >
      {made ? (
        <div className="space-y-3 p-4">
          <p className="text-text-2">{t('invitedAbout')}</p>
          <SecretLink
            url={made.url}
            about={t('linkFor', { email: made.email })}
            copy={t('copyLink')}
          />
        </div>
      ) : (
        <InvitationForm id={form} onMade={setMade} />
      )}
    </Dialog>
  );
}

function InvitationForm({
  id,
  onMade,
}: {
  readonly id: string;
  readonly onMade: (made: NewInvitation) => void;
}) {
  const { t } = useTexts(peopleTexts);
  const tenant = useTenant();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [tried, setTried] = useState(false);
  const invite = useDeed({
    quiet: true,
    run: () =>
      olympus.invitations.create({
        tenant_id: tenant.id,
        email: email.trim(),
        role,
        ...(name.trim() === '' ? {} : { name: name.trim() }),
      }),
    outdates: [invitationsQuery.key(tenant.id)],
    onDone: onMade,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() !== '' && !invite.isPending) invite.mutate(undefined);
  };
  const refused = isFault(invite.error, 'already_member')
    ? t('already')
    : faultText(invite.error ?? undefined);
  const emailFault = tried && email.trim() === '' ? t('emailMissing') : refused;
  return (
    <form
      id={id}
      onSubmit={submit}
      noValidate
      aria-busy={invite.isPending}
      className="space-y-5 p-4"
    >
      <TextField
        label={t('email')}
        type="email"
        hint={t('emailHint')}
        value={email}
        onChange={setEmail}
        error={emailFault}
      />
      <TextField label={t('name')} required={false} value={name} onChange={setName} />
      <RoleField value={role} onChange={setRole} />
    </form>
  );
}
