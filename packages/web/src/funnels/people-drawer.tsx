import type { FunnelAnswer, FunnelPeople, FunnelPeopleQuery } from '@olympus/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { olympus } from '../app/client.js';
import { useMoments } from '../app/use-moments.js';
import { formatDuration } from '../format/duration.js';
import { formatShort } from '../format/numbers.js';
import { tenantKey } from '../live/tenant-query.js';
import { useTexts } from '../messages/use-texts.js';
import { PageLink } from '../pages/page-link.js';
import { pageAt } from '../pages/registry.js';
import { useTenantStyle } from '../shell/page-frame.js';
import type { Column } from '../table/index.js';
import { Drawer } from '../ui/drawer.js';
import { ListPanel } from '../ui/list-panel.js';
import { Tabs } from '../ui/tabs.js';
import { funnelTexts } from './texts.js';

type Person = FunnelPeople['people'][number];
type Which = FunnelPeopleQuery['which'];

const LIMIT = 50;

/** Who got to a step, and who left before it. */
export function PeopleDrawer({
  tenantId,
  request,
  answer,
  shown,
  onShow,
  onClose,
}: {
  readonly tenantId: string;
  readonly request: Omit<FunnelPeopleQuery, 'tenant_id' | 'step' | 'which'>;
  readonly answer: FunnelAnswer;
  /** `2:dropped` */
  readonly shown: string | undefined;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(funnelTexts);
  const style = useTenantStyle();
  const [number = '', word] = shown?.split(':') ?? [];
  const step = answer.steps.find((one) => String(one.number) === number);
  const which: Which = word === 'dropped' && step?.number !== 1 ? 'dropped' : 'converted';
  const tabs = [
    {
      value: 'converted' as const,
      label: t('whoConverted'),
      hint: formatShort(step?.people ?? 0, 'count', style),
    },
    ...(step && step.number > 1
      ? [
          {
            value: 'dropped' as const,
            label: t('whoDropped'),
            hint: formatShort(step.dropped, 'count', style),
          },
        ]
      : []),
  ];
  return (
    <Drawer
      open={shown !== undefined && step !== undefined}
      onClose={onClose}
      title={step?.label ?? ''}
      subtitle={step && t('step', { number: step.number })}
    >
      {step && (
        <Tabs
          label={t('who')}
          value={which}
          tabs={tabs}
          onChange={(next) => onShow(`${step.number}:${next}`)}
        >
          <PeopleList
            tenantId={tenantId}
            request={{ ...request, step: step.number, which }}
            answer={answer}
          />
        </Tabs>
      )}
    </Drawer>
  );
}

function PeopleList({
  tenantId,
  request,
  answer,
}: {
  readonly tenantId: string;
  readonly request: Omit<FunnelPeopleQuery, 'tenant_id'>;
  readonly answer: FunnelAnswer;
}) {
  const { t } = useTexts(funnelTexts);
  const { locale } = useTenantStyle();
  const moment = useMoments();
  const query = useInfiniteQuery({
    queryKey: [...tenantKey(tenantId), 'funnel-people', request],
    queryFn: ({ pageParam, signal }) =>
      olympus.funnels.people(
        { tenant_id: tenantId, ...request, limit: LIMIT, page: pageParam },
        { signal },
      ),
    initialPageParam: 1,
    getNextPageParam: ({ page, total }) => (page * LIMIT < total ? page + 1 : undefined),
  });
  const people = query.data?.pages.flatMap((page) => page.people) ?? [];
  const dropped = request.which === 'dropped';
  const furthest = ({ step_times }: Person) => {
    const at = step_times.findLastIndex((time) => time !== null);
    return answer.steps[at]?.label ?? '';
  };
  const columns: readonly Column<Person>[] = [
    {
      key: 'who',
      label: t('who'),
      kind: 'text',
      sortable: false,
      value: ({ key }) => key,
      show: (person) => <PersonKey person={person} />,
    },
    {
      key: 'began',
      label: t('began'),
      kind: 'text',
      width: 112,
      sortable: false,
      value: ({ began_at }) => began_at,
      text: ({ began_at }) => moment(began_at),
    },
    dropped
      ? {
          key: 'furthest',
          label: t('furthest'),
          kind: 'text',
          width: 112,
          sortable: false,
          value: furthest,
          show: (person) => (
            <>
              {furthest(person)}
              {person.open && <span className="text-text-3"> · {t('stays')}</span>}
            </>
          ),
        }
      : {
          key: 'time',
          label: t('took'),
          kind: 'number',
          width: 96,
          sortable: false,
          value: ({ seconds }) => seconds,
          text: ({ seconds }) => formatDuration(seconds, locale),
        },
  ];
  return (
    <>
      <ListPanel<Person>
        query={query}
        what={t('peopleFailed')}
        none={<p className="text-text-2">{t('noPeople')}</p>}
        label={t(dropped ? 'whoDropped' : 'whoConverted')}
        toolbar={false}
        columns={columns}
        rows={people}
        rowKey={({ key, began_at }) => `${key} ${began_at}`}
        {...(query.hasNextPage
          ? {
              more: {
                load: () => void query.fetchNextPage(),
                loading: query.isFetchingNextPage,
              },
            }
          : {})}
      />
      <p className="mt-3 text-text-3 text-xs">{t('keysHint')}</p>
    </>
  );
}

/** A customer's key leads to the customer, where there is a page of customers. */
function PersonKey({ person }: { readonly person: Person }) {
  const { t } = useTexts(funnelTexts);
  const { key, customer } = person;
  const code = <code className="font-mono text-xs">{key.slice(0, 14)}</code>;
  if (customer && pageAt('/customers/$key')) {
    return (
      <PageLink to={`/customers/${encodeURIComponent(key)}`} title={key} className="underline">
        {code}
      </PageLink>
    );
  }
  return (
    <span title={key}>
      {code} <span className="text-text-3 text-xs">{t(customer ? 'customer' : 'browser')}</span>
    </span>
  );
}
