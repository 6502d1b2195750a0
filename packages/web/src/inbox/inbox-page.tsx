import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BellRing, CheckCheck, Inbox as InboxIcon } from 'lucide-react';
import { useState } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageFrame } from '../shell/page-frame.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { SelectField } from '../ui/select-field.js';
import { Tabs } from '../ui/tabs.js';
import { toast } from '../ui/toast.js';
import { inboxQuery, unreadQuery } from './inbox-query.js';
import { inboxSearch, SEVERITIES, SHOWN } from './inbox-search.js';
import { NoticeItem } from './notice-item.js';
import { PreferencesDialog } from './preferences-dialog.js';
import { inboxTexts } from './texts.js';

const STEP = 50;
const MOST = 200;

/** What the shop's people were told, newest first, and what of it one has read. */
export default function InboxPage() {
  const { t } = useTexts(inboxTexts);
  const tenant = useTenant();
  const [choosing, setChoosing] = useState(false);
  const [limit, setLimit] = useState(STEP);
  const [search, change] = usePageSearch(inboxSearch);
  const query = useQuery({
    ...inboxQuery.options(tenant.id, { ...search, limit }),
    placeholderData: (before, last) =>
      last?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const outdates = [inboxQuery.key(tenant.id), unreadQuery.key(tenant.id)];
  const mark = useDeed({
    run: ({ id, read }: { readonly id: number; readonly read: boolean }) =>
      olympus.inbox.mark({ tenant_id: tenant.id, id, read }),
    outdates,
  });
  const markAll = useDeed({
    run: (until: number) => olympus.inbox.markAll({ tenant_id: tenant.id, until }),
    outdates,
    onDone: () => toast(t('allRead')),
  });
  const notices = query.data?.notices ?? [];
  const [newest] = notices;
  return (
    <PageFrame
      narrow
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setChoosing(true)}>
            <BellRing size={15} aria-hidden="true" />
            {t('preferences')}
          </Button>
          {newest && notices.some(({ read }) => !read) && (
            <Button disabled={markAll.isPending} onClick={() => markAll.mutate(newest.id)}>
              <CheckCheck size={15} aria-hidden="true" />
              {t('markAll')}
            </Button>
          )}
        </div>
      }
    >
      <Tabs
        label={t('show')}
        value={search.show}
        tabs={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
        onChange={(show) => change({ show })}
      >
        <div className="space-y-3">
          <div className="max-w-60">
            <SelectField
              label={t('severity')}
              value={search.severity}
              choices={SEVERITIES.map((value) => ({ value, label: t(`from.${value}`) }))}
              onChange={(severity: (typeof SEVERITIES)[number]) => change({ severity })}
            />
          </div>
          {query.isError && (
            <ProblemPanel
              error={query.error}
              what={t('loadFailed')}
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          )}
          {query.isPending && <Waiting />}
          {query.data && notices.length === 0 && (
            <None unread={search.show === 'unread'} severe={search.severity !== 'info'} />
          )}
          {notices.length > 0 && (
            <ul aria-label={t('list')} className="card divide-y divide-border-soft">
              {notices.map((notice) => (
                <NoticeItem
                  key={notice.id}
                  notice={notice}
                  onRead={(read) => mark.mutate({ id: notice.id, read })}
                />
              ))}
            </ul>
          )}
          {query.data?.more && limit < MOST && (
            <Button onClick={() => setLimit(limit + STEP)}>{t('more')}</Button>
          )}
        </div>
      </Tabs>
      <PreferencesDialog open={choosing} onOpenChange={setChoosing} />
    </PageFrame>
  );
}

function None({ unread, severe }: { readonly unread: boolean; readonly severe: boolean }) {
  const { t } = useTexts(inboxTexts);
  return unread || severe ? (
    <p className="card px-4 py-8 text-center text-text-2">{t(unread ? 'noneUnread' : 'noneOf')}</p>
  ) : (
    <EmptyState icon={InboxIcon} title={t('noneTitle')}>
      {t('none')}
    </EmptyState>
  );
}

/** The shape of messages while they load. */
function Waiting() {
  return (
    <div aria-hidden="true" className="card divide-y divide-border-soft">
      {[0, 1, 2].map((row) => (
        <div key={row} className="space-y-2 px-9 py-4">
          <div className="h-3 w-32 animate-pulse rounded-sm bg-surface-2" />
          <div className="h-4 w-2/3 animate-pulse rounded-sm bg-surface-2" />
        </div>
      ))}
    </div>
  );
}
