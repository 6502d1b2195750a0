import type { Channel } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { Plus, Send } from 'lucide-react';
import { useState } from 'react';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { PageFrame } from '../shell/page-frame.js';
import type { Column } from '../table/column.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { useDrawer } from '../ui/use-drawer.js';
import { ChannelDrawer } from './channel-drawer.js';
import { ChannelDialog } from './channel-form.js';
import { ChannelState } from './channel-state.js';
import { channelsInterval, channelsQuery } from './channels-query.js';
import { KIND_ICONS } from './kind-icons.js';
import { channelTexts } from './texts.js';

/** Ways to people outside of Olympus, and how they are doing. */
export default function ChannelsPage() {
  const { t } = useTexts(channelTexts);
  const tenant = useTenant();
  const drawer = useDrawer('channel');
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    ...channelsQuery.options(tenant.id, undefined),
    refetchInterval: (one) => channelsInterval(one.state.data?.channels),
  });
  const columns = useColumns();
  const channels = query.data?.channels ?? [];
  const operator = query.data?.operator_smtp ?? null;
  const add = permits(tenant, ['delivery:write']) && (
    <Button look="primary" disabled={!query.data} onClick={() => setAdding(true)}>
      <Plus size={15} aria-hidden="true" />
      {t('add')}
    </Button>
  );
  return (
    <PageFrame
      narrow
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={channels.length > 0 && add}
    >
      <ListPanel
        query={query}
        what={t('loadFailed')}
        none={
          <EmptyState icon={Send} title={t('noneTitle')} action={add}>
            {t('none')}
          </EmptyState>
        }
        label={t('list')}
        columns={columns}
        rows={channels}
        rowKey={({ id }) => id}
        onOpen={({ id }) => drawer.open(id)}
      />
      <ChannelDrawer
        id={drawer.id}
        channel={channels.find(({ id }) => id === drawer.id)}
        operator={operator}
        loading={query.isPending}
        onClose={drawer.close}
      />
      <ChannelDialog
        open={adding}
        onOpenChange={setAdding}
        channel={undefined}
        operator={operator}
      />
    </PageFrame>
  );
}

function useColumns(): readonly Column<Channel>[] {
  const { t } = useTexts(channelTexts);
  const moment = useMoments();
  const goesTo = ({ kind, goes_to: to }: Channel) =>
    kind === 'email' ? t('addresses', { count: Number(to) }) : to;
  return [
    { key: 'name', label: t('name'), kind: 'text', value: ({ name }) => name },
    {
      key: 'kind',
      label: t('kind'),
      kind: 'text',
      width: 110,
      value: ({ kind }) => t(`kind.${kind}`),
      show: ({ kind }) => {
        const Icon = KIND_ICONS[kind];
        return (
          <span className="inline-flex items-center gap-1.5 align-middle">
            <Icon size={14} aria-hidden="true" className="text-text-3" />
            {t(`kind.${kind}`)}
          </span>
        );
      },
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'text',
      width: 150,
      value: ({ state }) => t(`state.${state}`),
      hint: ({ failure }) => failure?.message ?? '',
      show: ({ state }) => <ChannelState state={state} />,
    },
    {
      key: 'goesTo',
      label: t('goesTo'),
      kind: 'text',
      width: 180,
      onPhone: false,
      value: goesTo,
    },
    {
      key: 'sent',
      label: t('lastSent'),
      kind: 'text',
      width: 150,
      onPhone: false,
      value: ({ sent_at: at }) => at,
      text: ({ sent_at: at }) => moment(at),
    },
    {
      key: 'waiting',
      label: t('waiting'),
      kind: 'number',
      width: 90,
      onPhone: false,
      value: ({ waiting }) => waiting,
    },
    {
      key: 'dead',
      label: t('dead'),
      kind: 'number',
      width: 110,
      onPhone: false,
      value: ({ dead }) => dead,
    },
  ];
}
