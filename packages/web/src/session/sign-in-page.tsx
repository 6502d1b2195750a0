import { type Credentials, ProblemError } from '@olympus/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eye, EyeOff, KeyRound } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { parseAddress, printAddress, textAt, withoutKeys } from '../address/address.js';
import { olympus } from '../app/client.js';
import { formatAge } from '../format/dates.js';
import type { Translate } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { Logo } from '../ui/logo.js';
import { SESSION_KEY } from './use-session.js';

const INPUT =
  'block min-h-10 w-full rounded-control border border-border-control bg-surface px-3 text-md text-text placeholder:text-text-3 aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-lg';

const LINK = 'npx olympus link';

export function SignInPage() {
  const { t, rich, locale } = useTexts();
  const expired = textAt(parseAddress(location.search), 'sign_in') === 'expired';
  const queries = useQueryClient();
  const id = useId();
  const [visible, setVisible] = useState(false);
  const problem = useRef<HTMLDivElement>(null);

  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => olympus.session.signIn(credentials),
    onSuccess: (session) => {
      const left = printAddress(withoutKeys(parseAddress(location.search), ['sign_in']));
      history.replaceState(null, '', `${location.pathname}${left}`);
      queries.setQueryData(SESSION_KEY, session);
    },
  });

  useEffect(() => {
    document.title = t('signIn.documentTitle');
  }, [t]);
  useEffect(() => {
    if (signIn.error) problem.current?.focus();
  }, [signIn.error]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({
      email: String(form.get('email') ?? '').trim(),
      password: String(form.get('password') ?? ''),
    });
  };

  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[408px] flex-col justify-center px-4 py-12">
      <div className="mb-6 flex items-center gap-3">
        <Logo size={36} />
        <div>
          <h1 className="font-semibold text-title">{t('signIn.title')}</h1>
          <p className="text-sm text-text-3">{t('signIn.tagline')}</p>
        </div>
      </div>

      {expired && !signIn.error && (
        <div
          role="status"
          className="chip mb-4 rounded-card bg-warn-tint px-4 py-3 text-md text-warn"
        >
          <p className="font-semibold">{t('signIn.expired')}</p>
          <p>
            {rich('signIn.expiredRemedy', { command: <code className="font-mono">{LINK}</code> })}
          </p>
        </div>
      )}

      <form onSubmit={submit} className="card space-y-4 p-6">
        {signIn.error && (
          <div
            ref={problem}
            tabIndex={-1}
            role="alert"
            id={`${id}-problem`}
            className="chip rounded-control bg-bad-tint px-3 py-2 text-md text-bad"
          >
            {explain(signIn.error, t, locale)}
          </div>
        )}
        <div>
          <label htmlFor={`${id}-email`} className="mb-1 block font-medium text-sm">
            {t('signIn.email')}
          </label>
          <input
            id={`${id}-email`}
            name="email"
            type="email"
            autoComplete="username"
            required
            aria-invalid={isWrong(signIn.error) || undefined}
            aria-describedby={signIn.error ? `${id}-problem` : undefined}
            className={INPUT}
          />
        </div>
        <div>
          <label htmlFor={`${id}-password`} className="mb-1 block font-medium text-sm">
            {t('signIn.password')}
          </label>
          <div className="relative">
            <input
              id={`${id}-password`}
              name="password"
              type={visible ? 'text' : 'password'}
              autoComplete="current-password"
              required
              aria-invalid={isWrong(signIn.error) || undefined}
              aria-describedby={signIn.error ? `${id}-problem` : undefined}
              className={`${INPUT} pe-12`}
            />
            <Button
              look="icon"
              className="absolute inset-y-0 end-1 my-auto"
              aria-label={t('signIn.showPassword')}
              aria-pressed={visible}
              onClick={() => setVisible(!visible)}
            >
              {visible ? (
                <EyeOff size={16} aria-hidden="true" />
              ) : (
                <Eye size={16} aria-hidden="true" />
              )}
            </Button>
          </div>
        </div>
        <Button look="primary" type="submit" className="w-full" disabled={signIn.isPending}>
          {signIn.isPending ? t('signIn.submitting') : t('signIn.submit')}
        </Button>
      </form>

      <section className="mt-5 flex gap-3 px-2 text-sm text-text-2">
        <KeyRound size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-text-3" />
        <div>
          <h2 className="font-semibold text-text">{t('signIn.first')}</h2>
          <p>
            {rich('signIn.firstHow', {
              command: <code className="font-mono text-xs">{LINK}</code>,
            })}
          </p>
        </div>
      </section>
    </main>
  );
}

function isWrong(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401;
}

function explain(error: unknown, t: Translate, locale: string): string {
  if (!(error instanceof ProblemError)) return t('signIn.failed');
  if (error.status === 401) return t('signIn.wrong');
  if (error.status === 429) {
    return error.retryAfterMs === undefined
      ? t('signIn.waitALittle')
      : t('signIn.wait', { time: formatAge(error.retryAfterMs, locale) });
  }
  if (error.status === 0) return `${error.title}. ${error.remedy ?? ''}`;
  return error.requestId
    ? t('signIn.withRequest', { message: error.message, id: error.requestId })
    : error.message;
}
