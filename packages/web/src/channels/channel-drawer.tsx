import type { Channel } from '@olympus/sdk';
import { useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { Drawer } from '../ui/drawer.js';
import { Facts } from '../ui/facts.js';
import { toast } from '../ui/toast.js';
import { ChannelDialog } from './channel-form.js';
import { ChannelState } from './channel-state.js';
import { channelsQuery } from './channels-query.js';
import { MessageLog } from './message-log.js';
import { Preview } from './preview.js';
import { RotateSecret } from './rotate-secret.js';
import { TestChannel } from './test-channel.js';
import { channelTexts } from './texts.js';

/** One channel: how it is doing, a test, what it sent, and how to change or end it. */
export function ChannelDrawer({
  id,
  channel,
  operator,
  loading,
  onClose,
}: {
  readonly id: string | undefined;
  /** Undefined while it loads, or where there is none of this id. */
  readonly channel: Channel | undefined;
  readonly operator: string | null;
  readonly loading: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(channelTexts);
  const tenant = useTenant();
  const [asking, setAsking] = useState<'edit' | 'rotate' | 'remove' | undefined>();
  const mayWrite = permits(tenant, ['delivery:write']);
  const outdates = [channelsQuery.key(tenant.id)];
  const pause = useDeed({
    run: ({ id: of, active }: Channel) =>
      olympus.channels.change({ tenant_id: tenant.id, id: of, active: !active }),
    outdates,
  });
  const remove = useDeed({
    run: (one: Channel) => olympus.channels.remove({ tenant_id: tenant.id, id: one.id }),
    outdates,
    onDone: (_, { name }) => {
      setAsking(undefined);
      onClose();
      toast(t('removed', { name }));
    },
  });
  const opened = (of: typeof asking) => ({
    open: asking === of,
    onOpenChange: (open: boolean) => setAsking(open ? of : undefined),
  });
  return (
    <>
      <Drawer
        wide
        open={id !== undefined}
        onClose={onClose}
        title={channel?.name ?? t('list')}
        subtitle={channel && t(`kind.${channel.kind}`)}
        footer={
          channel &&
          mayWrite && (
            <>
              <Button onClick={() => setAsking('edit')}>{t('edit')}</Button>
              <Button disabled={pause.isPending} onClick={() => pause.mutate(channel)}>
                {t(channel.active ? 'pause' : 'resume')}
              </Button>
              {channel.kind === 'webhook' && (
                <Button onClick={() => setAsking('rotate')}>{t('rotate')}</Button>
              )}
              <Button onClick={() => setAsking('remove')}>{t('remove')}</Button>
            </>
          )
        }
      >
        {channel ? (
          <div className="space-y-6">
            <ChannelFacts channel={channel} operator={operator} />
            {mayWrite && <TestChannel key={channel.id} channel={channel} />}
            <MessageLog channel={channel} />
            <Preview kind={channel.kind} />
          </div>
        ) : (
          !loading && <p className="text-text-2">{t('gone')}</p>
        )}
      </Drawer>
      {channel && (
        <>
          <ChannelDialog {...opened('edit')} channel={channel} operator={operator} />
          <RotateSecret {...opened('rotate')} channel={channel} />
          <ConfirmDialog
            {...opened('remove')}
            title={t('removeTitle', { name: channel.name })}
            action={t('removeDo')}
            pending={remove.isPending}
            onConfirm={() => remove.mutate(channel)}
          >
            {t('removeAbout')}
          </ConfirmDialog>
        </>
      )}
    </>
  );
}

function ChannelFacts({
  channel,
  operator,
}: {
  readonly channel: Channel;
  readonly operator: string | null;
}) {
  const { t } = useTexts(channelTexts);
  const moment = useMoments();
  const { smtp, failure, recipients } = channel;
  return (
    <Facts
      facts={[
        [t('state'), <ChannelState key="state" state={channel.state} />],
        [
          t('failingSince'),
          channel.failing_since === null ? undefined : moment(channel.failing_since),
        ],
        [
          t('reason'),
          failure === null ? undefined : (
            <span key="reason" className="text-bad">
              {failure.message}
            </span>
          ),
        ],
        [t('lastSent'), moment(channel.sent_at)],
        [t('waiting'), channel.waiting],
        [t('dead'), channel.dead],
        [t('goesTo'), channel.kind === 'email' ? undefined : channel.goes_to],
        [
          t('recipients'),
          recipients.length === 0 ? undefined : (
            <ul key="recipients">
              {recipients.map(({ address, unsubscribed }) => (
                <li key={address}>
                  {address}
                  {unsubscribed && <span className="text-text-3"> ({t('unsubscribed')})</span>}
                </li>
              ))}
            </ul>
          ),
        ],
        [
          t('server'),
          channel.kind !== 'email' || recipients.length === 0
            ? undefined
            : smtp
              ? `${smtp.host}:${smtp.port}, ${smtp.from}`
              : t('operatorServer', { from: operator ?? '—' }),
        ],
        [t('most'), channel.most],
        [t('createdBy'), `${channel.created_by}, ${moment(channel.created_at)}`],
      ]}
    />
  );
}
