import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultText, isFault } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { defineTexts, useTexts } from '../messages/use-texts.js';
import { SESSION_KEY, useSession } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';

const passwordTexts = defineTexts({
  en: {
    title: 'Password',
    about: 'A new one ends your other sessions.',
    current: 'Current password',
    next: 'New password',
    hint: '12 characters or more; a sentence is easy to remember.',
    submit: 'Change it',
    done: 'Your password is changed.',
    wrong: 'This is not your current password.',
    weak: 'A password has 12 to 256 characters.',
  },
  de: {
    title: 'Passwort',
    about: 'Ein neues beendet Ihre anderen Sitzungen.',
    current: 'Aktuelles Passwort',
    next: 'Neues Passwort',
    hint: 'Mindestens 12 Zeichen; ein Satz ist leicht zu merken.',
    submit: 'Ändern',
    done: 'Ihr Passwort ist geändert.',
    wrong: 'Das ist nicht Ihr aktuelles Passwort.',
    weak: 'Ein Passwort hat 12 bis 256 Zeichen.',
  },
});

/** One's own password; after a sign-in link the current one is not asked for. */
export function PasswordForm() {
  const { t } = useTexts(passwordTexts);
  const queries = useQueryClient();
  const user = useSession().data?.user;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useDeed({
    quiet: true,
    run: () =>
      olympus.session.setPassword({
        password: next,
        ...(user?.password_known ? { current_password: current } : {}),
      }),
    outdates: [],
    onDone: (session) => {
      queries.setQueryData(SESSION_KEY, session);
      setCurrent('');
      setNext('');
      toast(t('done'));
    },
  });
  const wrong = isFault(change.error, 'wrong_password');
  const nextFault = isFault(change.error, 'weak_password')
    ? t('weak')
    : faultText(change.error ?? undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next !== '' && !change.isPending) change.mutate(undefined);
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4 border-border-soft border-t p-4">
      <div>
        <h3 className="font-medium">{t('title')}</h3>
        <p className="text-text-2 text-xs">{t('about')}</p>
      </div>
      {user?.password_known && (
        <TextField
          label={t('current')}
          type="password"
          value={current}
          onChange={setCurrent}
          error={wrong ? t('wrong') : undefined}
          autoComplete="current-password"
        />
      )}
      <TextField
        label={t('next')}
        type="password"
        hint={t('hint')}
        value={next}
        onChange={setNext}
        error={wrong ? undefined : nextFault}
        autoComplete="new-password"
      />
      <Button type="submit" disabled={change.isPending || next === ''}>
        {t('submit')}
      </Button>
    </form>
  );
}
