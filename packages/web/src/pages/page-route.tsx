import { LockKeyhole } from 'lucide-react';
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { permits } from '../session/permissions.js';
import { useSession } from '../session/use-session.js';
import { useTenants } from '../session/use-tenants.js';
import { HiddenTenant } from '../shell/hidden-tenant.js';
import { CurrentPageProvider, usePageTitles } from './current-page.js';
import type { Page } from './define-page.js';

const FirstRun = lazy(() => import('../first-run/first-run.js'));

/** What the router shows for a page. */
export function pageComponent(page: Page): () => ReactNode {
  const Content = lazy(page.load);
  return () => <PageRoute page={page} Content={Content} />;
}

interface PageRouteProps {
  readonly page: Page;
  readonly Content: ComponentType;
}

/** The page itself with a fresh start for each tenant, or why it cannot be shown. */
function PageRoute({ page, Content }: PageRouteProps) {
  const { t, rich } = useTexts();
  const titleOf = usePageTitles();
  const { tenant, tenants, unknown } = useTenants();
  const operator = useSession().data?.operator ?? false;
  const current = useMemo(() => tenant && { page, tenant }, [page, tenant]);
  const title = titleOf(page.title);
  useEffect(() => {
    document.title = `${title} · ${tenant?.name ?? 'Olympus'}`;
  }, [title, tenant]);
  if (current && permits(current.tenant, page.permissions)) {
    return (
      <CurrentPageProvider value={current}>
        <Content key={current.tenant.id} />
      </CurrentPageProvider>
    );
  }
  if (operator && tenants.length === 0) {
    return (
      <Suspense>
        <FirstRun />
      </Suspense>
    );
  }
  return (
    <main id="content" tabIndex={-1} className="px-4 pt-[12vh] outline-none">
      <h1 className="sr-only">{title}</h1>
      {tenant ? (
        <section role="alert" className="card mx-auto flex max-w-xl gap-4 p-6">
          <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-surface-2 text-text-2">
            <LockKeyhole size={18} aria-hidden="true" />
          </span>
          <div>
            <h2 className="font-semibold text-lg">
              {t('forbidden.title', { page: title, shop: tenant.name })}
            </h2>
            <p className="mt-1 text-md text-text-2">
              {rich('forbidden.hint', { role: <em>{t(`role.${tenant.role}`)}</em> })}
            </p>
          </div>
        </section>
      ) : (
        <HiddenTenant name={unknown ?? t('hidden.shops')} />
      )}
    </main>
  );
}
