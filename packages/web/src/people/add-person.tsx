import type { Role } from '@olympus/sdk';
import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultAt, faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useSession } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextField } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';
import { peopleQuery } from './people-query.js';
import { RoleField } from './role-field.js';
import { suggestPassword } from './roles.js';
import { peopleTexts } from './texts.js';

/** Gives somebody a role, and an account where they have none. */
export function AddPerson({
  open,
  onOpenChange,
  onAdded,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onAdded: (id: string) => void;
}) {
  const { t } = useTexts(peopleTexts);
  const form = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('add')}
      footer={
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form}>
            {t('submit')}
          </Button>
        </div>
      }
    >
      <PersonForm
        id={form}
        onAdded={(id) => {
          onOpenChange(false);
          onAdded(id);
        }}
      />
    </Dialog>
  );
}

function PersonForm({
  id,
  onAdded,
}: {
  readonly id: string;
  readonly onAdded: (id: string) => void;
}) {
  const { t } = useTexts(peopleTexts);
  const tenant = useTenant();
  const operator = useSession().data?.operator ?? false;
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [tried, setTried] = useState(false);
  const add = useDeed({
    quiet: true,
    run: () =>
      olympus.users.setRole({
        tenant_id: tenant.id,
        email: email.trim(),
        role,
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(password === '' ? {} : { password }),
      }),
    outdates: [peopleQuery.key(tenant.id)],
    onDone: (member) => {
      const words = { name: member.name, role: t(`role.${member.role}`), shop: tenant.name };
      toast(t('added', words));
      // an operator goes on to the link that the person signs in with
      if (operator && password === '') onAdded(member.id);
      else onAdded('');
    },
  });
  const passwordFault = faultAt(add.error, '/password');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() !== '' && !add.isPending) add.mutate(undefined);
  };
  const emailFault =
    tried && email.trim() === ''
      ? t('emailMissing')
      : add.isError && !passwordFault
        ? faultText(add.error)
        : undefined;
  return (
    <form id={id} onSubmit={submit} noValidate aria-busy={add.isPending} className="space-y-5 p-4">
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
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={t('password')}
            required={false}
            hint={t(operator ? 'passwordHintOperator' : 'passwordHint')}
            value={password}
            onChange={setPassword}
            error={passwordFault}
            autoComplete="new-password"
            mono
          />
        </div>
        <Button
          className="mt-6 min-h-9"
          onClick={() => setPassword(suggestPassword((bytes) => crypto.getRandomValues(bytes)))}
        >
          {t('suggest')}
        </Button>
      </div>
    </form>
  );
}
