import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { useEffect } from 'react';
import { olympus } from '../app/client.js';
import { useTexts } from '../messages/use-texts.js';
import { PageLink, useGoTo } from '../pages/page-link.js';
import { browserNotices, isNew, showNotice } from './browser-notices.js';
import { preferencesQuery, unreadQuery } from './inbox-query.js';
import { pathParts } from './path-parts.js';
import { inboxTexts } from './texts.js';

/** Asked again so often where the stream of changes is not open. */
const EVERY_MS = 60_000;

/** A tenant's bell: how much is unread, kept up to date, and notifications of the browser. */
export default function TenantBell({
  tenantId,
  onNavigate,
}: {
  readonly tenantId: string;
  readonly onNavigate: (() => void) | undefined;
}) {
  const { t } = useTexts(inboxTexts);
  const { data } = useQuery({
    ...unreadQuery.options(tenantId, undefined),
    refetchInterval: EVERY_MS,
  });
  useBrowserNotices(tenantId, data?.newest ?? 0);
  const count = data?.count ?? 0;
  const shown = count > 99 ? '99+' : String(count);
  return (
    <PageLink
      to="/inbox"
      {...(onNavigate ? { onClick: onNavigate } : {})}
      aria-label={count > 0 ? t('bellUnread', { unread: shown }) : t('bell')}
      title={count > 0 ? t('bellUnread', { unread: shown }) : t('bell')}
      className="relative flex size-8 shrink-0 items-center justify-center rounded-control text-text-2 transition-colors hover:bg-surface-2 hover:text-text pointer-coarse:size-11"
    >
      <BellIcon size={16} aria-hidden="true" />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="-end-0.5 -top-0.5 absolute min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[10px] text-on-accent leading-4"
        >
          {shown}
        </span>
      )}
    </PageLink>
  );
}

/** Shows what is new as notifications of the browser, where they were allowed and asked for. */
function useBrowserNotices(tenantId: string, newest: number): void {
  const goTo = useGoTo();
  const allowed = browserNotices() === 'granted';
  const { data } = useQuery({
    ...preferencesQuery.options(tenantId, undefined),
    enabled: allowed,
  });
  const from = data?.browser ?? 'never';
  useEffect(() => {
    if (!allowed || from === 'never' || newest === 0 || !isNew(tenantId, newest)) return;
    const show = async () => {
      const { notices } = await olympus.inbox.list({
        tenant_id: tenantId,
        unread: true,
        severity: from,
        limit: 1,
      });
      const [notice] = notices;
      if (notice === undefined || notice.id < newest) return;
      const { to, search } = pathParts(notice.path);
      showNotice(notice.title, notice.lines[0] ?? '', notice.thread, () => goTo(to, search));
    };
    // the bell tells of it all the same
    show().catch(() => undefined);
  }, [allowed, from, newest, tenantId, goTo]);
}
