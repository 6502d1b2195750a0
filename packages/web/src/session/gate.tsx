import { lazy, Suspense } from 'react';
import { Logo } from '../ui/logo.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { SignInPage } from './sign-in-page.js';
import { useSession } from './use-session.js';

// Fetched beside the session rather than after it: most visitors are signed in.
const shell = import('../shell/app-shell.js');
const AppShell = lazy(async () => ({ default: (await shell).AppShell }));

/** Signed in: the application. Otherwise the sign-in page, with the address left as it is. */
export function Gate() {
  const session = useSession();
  if (session.data?.user) {
    return (
      <Suspense fallback={<Waiting />}>
        <AppShell />
      </Suspense>
    );
  }
  if (session.data) return <SignInPage />;
  if (session.isError) {
    return (
      <main className="mx-auto max-w-xl px-4 pt-[16vh]">
        <h1 className="sr-only">Olympus</h1>
        <ProblemPanel
          error={session.error}
          what="Olympus does not answer"
          onRetry={() => void session.refetch()}
          retrying={session.isFetching}
        />
      </main>
    );
  }
  return <Waiting />;
}

function Waiting() {
  return (
    <main className="flex min-h-dvh items-center justify-center" aria-busy="true">
      <h1 className="sr-only">Olympus is loading</h1>
      <div className="animate-[appear_300ms_300ms_both]">
        <Logo size={40} />
      </div>
    </main>
  );
}
