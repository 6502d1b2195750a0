import { type Credentials, ProblemError } from '@olympus/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Eye, EyeOff, KeyRound } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { olympus } from '../app/client.js';
import { formatAge } from '../format/dates.js';
import { Button } from '../ui/button.js';
import { Logo } from '../ui/logo.js';
import { SESSION_KEY } from './use-session.js';

const INPUT =
  'block min-h-10 w-full rounded-control border border-border-control bg-surface px-3 text-md text-text placeholder:text-text-3 aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-lg';

export function SignInPage() {
  const { sign_in: signInNote } = useSearch({ strict: false });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const id = useId();
  const [visible, setVisible] = useState(false);
  const problem = useRef<HTMLDivElement>(null);

  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => olympus.session.signIn(credentials),
    onSuccess: async (session) => {
      queries.setQueryData(SESSION_KEY, session);
      await navigate({ to: '/', search: ({ sign_in: _, ...rest }) => rest, replace: true });
    },
  });

  useEffect(() => {
    document.title = 'Sign in · Olympus';
  }, []);
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
          <h1 className="font-semibold text-title">Sign in to Olympus</h1>
          <p className="text-sm text-text-3">Analytics for your business</p>
        </div>
      </div>

      {signInNote === 'expired' && !signIn.error && (
        <div
          role="status"
          className="chip mb-4 rounded-card bg-warn-tint px-4 py-3 text-md text-warn"
        >
          <p className="font-semibold">This sign-in link is used or expired.</p>
          <p>
            Each link works once. Sign in below, or make a new link:{' '}
            <code className="font-mono">npx olympus link</code>
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
            {explain(signIn.error)}
          </div>
        )}
        <div>
          <label htmlFor={`${id}-email`} className="mb-1 block font-medium text-sm">
            Email
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
            Password
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
              className={`${INPUT} pr-12`}
            />
            <Button
              look="icon"
              className="absolute inset-y-0 right-1 my-auto"
              aria-label="Show password"
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
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>

      <section className="mt-5 flex gap-3 px-2 text-sm text-text-2">
        <KeyRound size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-text-3" />
        <div>
          <h2 className="font-semibold text-text">First time here?</h2>
          <p>
            When Olympus starts, it prints a one-time sign-in link in its terminal. Open that link
            in this browser and you are in, without a password. A new one comes from{' '}
            <code className="font-mono text-xs">npx olympus link</code>.
          </p>
        </div>
      </section>
    </main>
  );
}

function isWrong(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401;
}

function explain(error: unknown): string {
  if (!(error instanceof ProblemError)) return 'Signing in failed. Try again.';
  if (error.status === 401) return 'Email or password is not right.';
  if (error.status === 429) {
    const wait = error.retryAfterMs === undefined ? 'a little' : formatAge(error.retryAfterMs);
    return `Too many attempts. Wait ${wait}, then try again.`;
  }
  if (error.status === 0) return `${error.title}. ${error.remedy ?? ''}`;
  return error.requestId ? `${error.message} (request ${error.requestId})` : error.message;
}
