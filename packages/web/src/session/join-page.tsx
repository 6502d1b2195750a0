import { type InvitationShown, ProblemError, type Session } from '@olympus/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultText, isFault } from '../app/faults.js';
import { followLocale } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { Logo } from '../ui/logo.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { RadioField } from '../ui/radio-field.js';
import { TextField } from '../ui/text-field.js';
import { joinTexts } from './join-texts.js';
import { SESSION_KEY } from './use-session.js';

type User = NonNullable<Session['user']>;

/** Who opened the link of an invitation: they choose a password of their own, or show who they are. */
export default function JoinPage({
  token,
  user,
}: {
  readonly token: string;
  readonly user: User | null;
}) {
  const { t } = useTexts(joinTexts);
  const query = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => olympus.invitations.show({ token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const shown = query.data;
  useEffect(() => {
    document.title = t('documentTitle');
  }, [t]);
  useEffect(() => {
    if (shown) void followLocale(shown.tenant.locale);
  }, [shown]);

  if (query.isError) {
    if (query.error instanceof ProblemError && query.error.status === 404) return <Over />;
    return (
      <Frame title="Olympus">
        <ProblemPanel
          error={query.error}
          what={t('failed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </Frame>
    );
  }
  if (!shown) return <Frame title="Olympus" busy />;
  const { email, tenant, role } = shown;
  return (
    <Frame
      title={t('title', { shop: tenant.name })}
      about={t('about', { email, role: t(`role.${role}`) })}
    >
      {user && user.email !== email ? (
        <OtherPerson mine={user.email} email={email} />
      ) : user ? (
        <JoinAsKnown token={token} shown={shown} user={user} />
      ) : (
        <JoinByPassword token={token} shown={shown} />
      )}
    </Frame>
  );
}

function Frame({
  title,
  about,
  busy = false,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly busy?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <main
      aria-busy={busy}
      className="mx-auto flex min-h-dvh w-full max-w-[440px] flex-col justify-center px-4 py-12"
    >
      <div className="mb-6 flex items-center gap-3">
        <Logo size={36} />
        <div className="min-w-0">
          <h1 className="font-semibold text-title [overflow-wrap:anywhere]">{title}</h1>
          {about && <p className="text-sm text-text-2 [overflow-wrap:anywhere]">{about}</p>}
        </div>
      </div>
      {children}
    </main>
  );
}

function Over() {
  const { t } = useTexts(joinTexts);
  return (
    <Frame title={t('over')}>
      <div className="card space-y-4 p-6">
        <p className="text-md text-text-2">{t('overAbout')}</p>
        <Button look="primary" className="w-full" onClick={() => location.assign('/')}>
          {t('goOn')}
        </Button>
      </div>
    </Frame>
  );
}

function OtherPerson({ mine, email }: { readonly mine: string; readonly email: string }) {
  const { t } = useTexts(joinTexts);
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => olympus.session.signOut(),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSION_KEY }),
  });
  return (
    <div className="card space-y-4 p-6">
      <p className="text-md [overflow-wrap:anywhere]">{t('otherPerson', { mine, email })}</p>
      <Button
        look="primary"
        className="w-full"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t('signOut')}
      </Button>
    </div>
  );
}

/** Takes the invitation up and goes on into the shop. */
function useJoin(shown: InvitationShown, accept: () => Promise<Session>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: accept,
    onSuccess: (session) => {
      history.replaceState(null, '', `/?tenant=${encodeURIComponent(shown.tenant.id)}`);
      queries.setQueryData(SESSION_KEY, session);
    },
  });
}

/** Somebody who is signed in; after a sign-in link they choose a password that nobody else knows. */
function JoinAsKnown({
  token,
  shown,
  user,
}: {
  readonly token: string;
  readonly shown: InvitationShown;
  readonly user: User;
}) {
  const { t } = useTexts(joinTexts);
  const [password, setPassword] = useState('');
  const join = useJoin(shown, () =>
    olympus.invitations.accept(user.password_known ? { token } : { token, password }),
  );
  return (
    <JoinForm shop={shown.tenant.name} pending={join.isPending} onSubmit={() => join.mutate()}>
      <p className="text-md text-text-2 [overflow-wrap:anywhere]">
        {user.password_known ? t('signedIn', { email: user.email }) : t('chooseAnew')}
      </p>
      {!user.password_known && (
        <TextField
          label={t('newPassword')}
          type="password"
          hint={t('newPasswordHint')}
          value={password}
          onChange={setPassword}
          error={explain(join.error, t)}
          autoComplete="new-password"
        />
      )}
      {user.password_known && join.error && (
        <p role="alert" className="text-bad">
          {explain(join.error, t)}
        </p>
      )}
    </JoinForm>
  );
}

/** Somebody who is not signed in: new here, or with the password of their account. */
function JoinByPassword({
  token,
  shown,
}: {
  readonly token: string;
  readonly shown: InvitationShown;
}) {
  const { t } = useTexts(joinTexts);
  const { email, tenant } = shown;
  const [way, setWay] = useState<'new' | 'known'>('new');
  const [name, setName] = useState(shown.name ?? '');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const join = useJoin(shown, async () => {
    if (way === 'known') {
      await olympus.session.signIn({ email, password });
      return olympus.invitations.accept({ token });
    }
    const named = name.trim() === '' ? {} : { name: name.trim() };
    return olympus.invitations.accept({ token, password, ...named });
  });
  const choose = (next: 'new' | 'known') => {
    setWay(next);
    setPassword('');
    setTried(false);
    join.reset();
  };
  const submit = () => {
    setTried(true);
    if (password !== '') join.mutate();
  };
  const fault = explain(join.error, t);
  const passwordFault = tried && password === '' ? t('passwordMissing') : fault;
  return (
    <JoinForm shop={tenant.name} pending={join.isPending} onSubmit={submit}>
      <RadioField
        label={t('way')}
        value={way}
        choices={[
          { value: 'new', label: t('way.new') },
          { value: 'known', label: t('way.known') },
        ]}
        onChange={choose}
      />
      {way === 'new' ? (
        <>
          <TextField
            label={t('name')}
            required={false}
            value={name}
            onChange={setName}
            autoComplete="name"
          />
          <TextField
            key="new"
            label={t('newPassword')}
            type="password"
            hint={t('newPasswordHint')}
            value={password}
            onChange={setPassword}
            error={passwordFault}
            autoComplete="new-password"
          />
        </>
      ) : (
        <TextField
          key="known"
          label={t('password')}
          type="password"
          hint={t('passwordHint', { email })}
          value={password}
          onChange={setPassword}
          error={passwordFault}
          autoComplete="current-password"
        />
      )}
    </JoinForm>
  );
}

type JoinTranslate = ReturnType<typeof useTexts<(typeof joinTexts)['en']>>['t'];

function explain(error: unknown, t: JoinTranslate): string | undefined {
  if (isFault(error, 'wrong_credentials')) return t('wrong');
  if (isFault(error, 'sign_in_required')) return t('taken');
  if (isFault(error, 'weak_password')) return t('weak');
  if (isFault(error, 'invitation_over')) return t('overAbout');
  return error instanceof ProblemError ? faultText(error) : error ? t('failed') : undefined;
}

function JoinForm({
  shop,
  pending,
  onSubmit,
  children,
}: {
  readonly shop: string;
  readonly pending: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTexts(joinTexts);
  return (
    <form
      noValidate
      aria-busy={pending}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!pending) onSubmit();
      }}
      className="card space-y-5 p-6"
    >
      {children}
      <Button look="primary" type="submit" className="w-full" disabled={pending}>
        {pending ? t('joining') : t('join', { shop })}
      </Button>
    </form>
  );
}
