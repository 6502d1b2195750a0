import type { Session } from '@olympus/sdk';
import { lazy, Suspense, useEffect, useState } from 'react';
import { parseAddress, textAt } from '../address/address.js';
import { visitAt } from '../boards/sharing/visit.js';
import { followLocale } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { Logo } from '../ui/logo.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { joinToken } from './join-token.js';
import { SignInPage } from './sign-in-page.js';
import { tenantOf, useSession } from './use-session.js';

const visit = visitAt();
// Fetched beside the session rather than after it: most visitors are signed in.
const app = visit === undefined ? import('../app/app.js') : undefined;
const App = lazy(async () => ({ default: (await (app ?? import('../app/app.js'))).App }));

const JoinPage = lazy(() => import('./join-page.js'));
const SharedPage = lazy(() => import('../boards/sharing/shared-page.js'));

/** A dashboard's link or frame shows that and nothing else, whoever is signed in; all other addresses ask who comes. */
export function Gate() {
  return visit === undefined ? (
    <SessionGate />
  ) : (
    <Suspense fallback={<Waiting />}>
      <SharedPage visit={visit} />
    </Suspense>
  );
}

/** With an invitation's link: joining. Signed in: the application. Otherwise the sign-in page, with the address left as it is. */
function SessionGate() {
  const { t } = useTexts();
  const session = useSession();
  const settled = useTenantLanguage(session.data);
  const invitation = joinToken();
  if (session.data && invitation) {
    return (
      <Suspense fallback={<Waiting />}>
        <JoinPage token={invitation} user={session.data.user} />
      </Suspense>
    );
  }
  if (session.data?.user) {
    return settled ? (
      <Suspense fallback={<Waiting />}>
        <App />
      </Suspense>
    ) : (
      <Waiting />
    );
  }
  if (session.data) return <SignInPage />;
  if (session.isError) {
    return (
      <main className="mx-auto max-w-xl px-4 pt-[16vh]">
        <h1 className="sr-only">Olympus</h1>
        <ProblemPanel
          error={session.error}
          what={t('problem.noAnswer')}
          onRetry={() => void session.refetch()}
          retrying={session.isFetching}
        />
      </main>
    );
  }
  return <Waiting />;
}

/** Turns the page to the language of the tenant that it opens with. @returns whether it has */
function useTenantLanguage(session: Session | undefined): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!session?.user) return;
    const asked = textAt(parseAddress(location.search), 'tenant');
    void followLocale(tenantOf(session, asked)?.locale).then(() => setSettled(true));
  }, [session]);
  return settled;
}

function Waiting() {
  const { t } = useTexts();
  return (
    <main className="flex min-h-dvh items-center justify-center" aria-busy="true">
      <h1 className="sr-only">{t('gate.loading')}</h1>
      <div className="animate-[appear_300ms_300ms_both]">
        <Logo size={40} />
      </div>
    </main>
  );
}
