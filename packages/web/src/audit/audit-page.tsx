import type { AuditEntry, AuditEntryList } from '@olympus/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { olympus } from '../app/client.js';
import { useMoments } from '../app/use-moments.js';
import { JsonView } from '../json/json-view.js';
import { tenantKey } from '../live/tenant-query.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageFrame } from '../shell/page-frame.js';
import type { Column } from '../table/column.js';
import { Drawer } from '../ui/drawer.js';
import { EmptyState } from '../ui/empty-state.js';
import { Facts } from '../ui/facts.js';
import { ListPanel } from '../ui/list-panel.js';
import { useDrawer } from '../ui/use-drawer.js';
import { auditTexts } from './texts.js';

const PAGE = 100;

/** Who changed what, newest first. */
export default function AuditPage() {
  const { t } = useTexts(auditTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const drawer = useDrawer('entry');
  const query = useInfiniteQuery({
    queryKey: [...tenantKey(tenant.id), 'audit'],
    queryFn: ({ pageParam, signal }): Promise<AuditEntryList> =>
      olympus.audit.list(
        {
          tenant_id: tenant.id,
          limit: PAGE,
          ...(pageParam === undefined ? {} : { before: pageParam }),
        },
        { signal },
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ entries }) => (entries.length < PAGE ? undefined : entries.at(-1)?.id),
  });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const shown = entries.find(({ id }) => String(id) === drawer.id);
  const columns: readonly Column<AuditEntry>[] = [
    {
      key: 'action',
      label: t('what'),
      kind: 'text',
      value: ({ action }) => action,
      show: ({ action }) => <code className="font-mono text-xs">{action}</code>,
    },
    { key: 'who', label: t('who'), kind: 'text', width: 180, value: ({ actor }) => actor.name },
    {
      key: 'target',
      label: t('target'),
      kind: 'text',
      onPhone: false,
      value: ({ target }) => target,
      quiet: true,
    },
    {
      key: 'at',
      label: t('at'),
      kind: 'text',
      width: 160,
      value: ({ at }) => at,
      text: ({ at }) => moment(at),
    },
  ];
  return (
    <PageFrame
      narrow
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending && !query.isFetchingNextPage}
    >
      <ListPanel<AuditEntry>
        query={query}
        what={t('loadFailed')}
        none={
          <EmptyState icon={ScrollText} title={t('noneTitle')}>
            {t('none')}
          </EmptyState>
        }
        label={t('list')}
        columns={columns}
        rows={entries}
        rowKey={({ id }) => String(id)}
        onOpen={({ id }) => drawer.open(String(id))}
        {...(query.hasNextPage
          ? {
              more: {
                load: () => void query.fetchNextPage(),
                loading: query.isFetchingNextPage,
              },
            }
          : {})}
      />
      <Drawer
        open={drawer.id !== undefined}
        onClose={drawer.close}
        title={shown?.action ?? t('entry', { id: drawer.id ?? '' })}
        subtitle={shown && moment(shown.at)}
      >
        {shown ? (
          <Entry entry={shown} />
        ) : (
          !query.isPending && <p className="text-text-2">{t('gone')}</p>
        )}
      </Drawer>
    </PageFrame>
  );
}

const KINDS = ['user', 'key', 'system'] as const;

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTexts(auditTexts);
  const { actor, target, detail, request_id } = entry;
  const kind = KINDS.find((one) => one === actor.kind);
  return (
    <div className="space-y-5">
      <Facts
        facts={[
          [t('who'), actor.name],
          [t('kind'), kind ? t(`kind.${kind}`) : actor.kind],
          [t('target'), target ?? undefined],
          [
            t('request'),
            request_id ? (
              <code key="request" className="select-all font-mono text-xs">
                {request_id}
              </code>
            ) : undefined,
          ],
        ]}
      />
      {detail !== null && (
        <section>
          <h3 className="mb-2 font-semibold text-md">{t('detail')}</h3>
          <JsonView value={detail} label={t('detail')} />
        </section>
      )}
    </div>
  );
}
