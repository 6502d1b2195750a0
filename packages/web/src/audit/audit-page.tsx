import type { AuditEntry, AuditEntryList } from '@olympus/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
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
import { useActions } from './action-texts.js';
import { AuditFilters } from './audit-filters.js';
import { askedOf, auditSearch, isNarrowed } from './audit-search.js';
import { auditTexts } from './texts.js';

const PAGE = 100;

/** What it was done to: by its name, or as it is known to machines. */
const nameOfTarget = ({ target, target_name: name }: AuditEntry): string | null => name ?? target;

/** Who changed what, newest first. */
export default function AuditPage() {
  const { t } = useTexts(auditTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const actionName = useActions();
  const drawer = useDrawer('entry');
  const [filter, change] = usePageSearch(auditSearch);
  const query = useInfiniteQuery({
    queryKey: [...tenantKey(tenant.id), 'audit', filter],
    queryFn: ({ pageParam, signal }): Promise<AuditEntryList> =>
      olympus.audit.list(
        {
          tenant_id: tenant.id,
          limit: PAGE,
          ...askedOf(filter, Date.now()),
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
      value: ({ action }) => actionName(action),
      hint: ({ action }) => action,
    },
    {
      key: 'who',
      label: t('who'),
      kind: 'text',
      width: 180,
      onPhone: false,
      value: ({ actor }) => actor.name,
    },
    {
      key: 'target',
      label: t('target'),
      kind: 'text',
      onPhone: false,
      value: nameOfTarget,
      show: (entry) =>
        entry.target_name ?? (
          <code className="font-mono text-xs">{nameOfTarget(entry) ?? '—'}</code>
        ),
      hint: ({ target }) => target ?? '',
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
      <AuditFilters filter={filter} onChange={change} />
      <ListPanel<AuditEntry>
        query={query}
        what={t('loadFailed')}
        none={
          isNarrowed(filter) ? (
            <p className="card px-4 py-8 text-center text-text-2">{t('noneOf')}</p>
          ) : (
            <EmptyState icon={ScrollText} title={t('noneTitle')}>
              {t('none')}
            </EmptyState>
          )
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
        title={shown ? actionName(shown.action) : t('entry', { id: drawer.id ?? '' })}
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

const code = (text: string | null) =>
  text === null ? undefined : (
    <code key={text} className="select-all break-all font-mono text-xs">
      {text}
    </code>
  );

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTexts(auditTexts);
  const { action, actor, target, target_name: name, detail, request_id } = entry;
  const kind = KINDS.find((one) => one === actor.kind);
  return (
    <div className="space-y-5">
      <Facts
        facts={[
          [t('who'), actor.name],
          [t('kind'), kind ? t(`kind.${kind}`) : actor.kind],
          [t('target'), name ?? undefined],
          [t('targetId'), code(target)],
          [t('action'), code(action)],
          [t('actorId'), code(actor.id)],
          [t('request'), code(request_id)],
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
