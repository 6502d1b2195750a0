import { ChevronRight } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { NumberStyleProvider } from '../format/style-context.js';
import { formattingLocale, useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useCurrentPage, usePageTitles } from '../pages/current-page.js';
import type { ScopePart } from '../pages/define-page.js';
import { PageLink } from '../pages/page-link.js';
import { pageAt } from '../pages/registry.js';
import { type AnsweredTime, ScopeBar } from '../scope/scope-bar.js';
import { useScope } from '../scope/use-scope.js';
import { Badge } from '../ui/badge.js';
import { ProgressLine } from '../ui/progress-line.js';
import { MisreadNotice } from './misread-notice.js';

interface PageFrameProps {
  /** Instead of the page's own title: the name of the thing that it is about. */
  readonly title?: string;
  /** At the end of the header: the page's main actions, or how fresh it is. */
  readonly actions?: ReactNode;
  /** What stays in sight under the header. Without it, the scope bar where the page declares one. */
  readonly bar?: ReactNode;
  /** What the answer on screen covers, for the scope bar; pending while it is an earlier one. */
  readonly answered?: AnsweredTime | undefined;
  readonly pending?: boolean;
  /** Something is being fetched; `aria-busy` says so. */
  readonly busy?: boolean;
  /** Something newer than what is shown is on its way: draws the progress line. */
  readonly refreshing?: boolean;
  /** No scope bar for now: there is nothing that it could change. */
  readonly scopeless?: boolean;
  /** Of the scope that the page declared, what the view on screen uses; all of it if left out. */
  readonly scopeParts?: readonly ScopePart[];
  /** A page to be read rather than scanned. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** What every page has: a heading with its path, the scope bar that it declared, and its content. */
export function PageFrame({
  title,
  actions,
  bar,
  answered,
  pending = false,
  busy = false,
  refreshing = false,
  scopeless = false,
  scopeParts,
  narrow = false,
  children,
}: PageFrameProps) {
  const { page, tenant } = useCurrentPage();
  const titleOf = usePageTitles();
  const style = useTenantStyle();
  const control = useScope();
  const declared = scopeless ? [] : (page.scope ?? []);
  const parts = declared.filter((part) => scopeParts?.includes(part) ?? true);
  const sticky =
    bar ??
    (parts.length > 0 && (
      <ScopeBar {...{ control, parts, tenant, answered, pending }} locale={style.locale} />
    ));
  return (
    <NumberStyleProvider value={style}>
      <main
        id="content"
        tabIndex={-1}
        aria-busy={busy}
        className={`mx-auto px-4 pb-8 outline-none md:px-6 ${narrow ? 'max-w-[1200px]' : 'max-w-[1600px]'}`}
      >
        <ProgressLine active={refreshing} />
        <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-2">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3">
            <Breadcrumb />
            <h1 className="min-w-0 font-semibold text-title [overflow-wrap:anywhere]">
              {title ?? titleOf(page.title)}
            </h1>
            {tenant.demo && <SampleBadge />}
          </div>
          {actions}
        </header>
        {sticky && (
          <div className="-mx-4 md:-mx-6 sticky top-0 z-20 bg-page px-4 py-2 md:px-6">{sticky}</div>
        )}
        <div className="space-y-4 pt-2">
          {parts.length > 0 && control.misread.length > 0 && (
            <MisreadNotice misread={control.misread} />
          )}
          {children}
        </div>
      </main>
    </NumberStyleProvider>
  );
}

/** How the tenant's numbers are written in the reader's language. */
export function useTenantStyle() {
  const { tenant } = useCurrentPage();
  const language = useLanguage();
  return useMemo(
    () => ({ locale: formattingLocale(language, tenant.locale), currency: tenant.currency }),
    [language, tenant],
  );
}

/** The pages above this one; a page of the navigation's first level has none. */
function Breadcrumb() {
  const { t } = useTexts();
  const { page } = useCurrentPage();
  const titleOf = usePageTitles();
  const above = pageAt(page.parent);
  const group = page.group === 'top' || page.group === 'monitor' ? undefined : page.group;
  if (!above && !group) return null;
  return (
    <nav aria-label={t('shell.breadcrumb')}>
      <ol className="flex items-center gap-1.5 text-text-3">
        {group && (
          <li className="flex items-center gap-1.5">
            {t(`group.${group}`)}
            <ChevronRight size={13} aria-hidden="true" className="rtl:-scale-x-100" />
          </li>
        )}
        {above && (
          <li className="flex items-center gap-1.5">
            <PageLink to={above.path} className="hover:text-text hover:underline">
              {titleOf(above.title)}
            </PageLink>
            <ChevronRight size={13} aria-hidden="true" className="rtl:-scale-x-100" />
          </li>
        )}
      </ol>
    </nav>
  );
}

function SampleBadge() {
  const { t } = useTexts();
  return (
    <Badge tone="warn" title={t('shell.sampleHint')}>
      {t('shell.sample')}
    </Badge>
  );
}
