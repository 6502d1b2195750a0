import type { Channel, ChannelMessage } from '@olympus/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { SelectField } from '../ui/select-field.js';
import { toast } from '../ui/toast.js';
import { channelsQuery, type LogRequest, messagesQuery } from './channels-query.js';
import { channelTexts } from './texts.js';

const STATES = ['any', 'waiting', 'sent', 'dead'] as const;
const STEP = 20;
const EVERY_MS = 5_000;

/** What a channel sent, is still to send, and gave up. */
export function MessageLog({ channel }: { readonly channel: Channel }) {
  const { t } = useTexts(channelTexts);
  const tenant = useTenant();
  const [state, setState] = useState<LogRequest['state']>('any');
  const [limit, setLimit] = useState(STEP);
  const query = useQuery({
    ...messagesQuery.options(tenant.id, { id: channel.id, state, limit }),
    placeholderData: (before, last) =>
      last?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
    refetchInterval: EVERY_MS,
  });
  const resend = useDeed({
    run: (message: number | undefined) =>
      olympus.channels.resend({
        tenant_id: tenant.id,
        id: channel.id,
        ...(message === undefined ? {} : { message_id: message }),
      }),
    outdates: [channelsQuery.key(tenant.id), messagesQuery.key(tenant.id)],
    onDone: ({ messages }) => toast(t('resent', { count: messages })),
  });
  const mayWrite = permits(tenant, ['delivery:write']);
  const messages = query.data?.messages ?? [];
  return (
    <section className="space-y-3">
      <h3 className="font-semibold text-md">{t('log')}</h3>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div className="w-48">
          <SelectField
            label={t('show')}
            value={state}
            choices={STATES.map((value) => ({ value, label: t(`message.${value}`) }))}
            onChange={(next: LogRequest['state']) => setState(next)}
          />
        </div>
        {mayWrite && channel.dead > 1 && (
          <Button disabled={resend.isPending} onClick={() => resend.mutate(undefined)}>
            <RotateCw size={15} aria-hidden="true" />
            {t('resendAll')}
          </Button>
        )}
      </div>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('logFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.data && messages.length === 0 && (
        <p className="text-text-2">{t(state === 'any' ? 'logNone' : 'logNoneOf')}</p>
      )}
      {messages.length > 0 && (
        <ul className="divide-y divide-border-soft border-border-soft border-y">
          {messages.map((message) => (
            <LoggedMessage
              key={message.id}
              message={message}
              onResend={mayWrite ? () => resend.mutate(message.id) : undefined}
            />
          ))}
        </ul>
      )}
      {query.data?.more && (
        <Button onClick={() => setLimit(Math.min(200, limit + STEP))}>{t('more')}</Button>
      )}
    </section>
  );
}

const TONES = { waiting: 'neutral', sent: 'good', dead: 'bad' } as const;

function LoggedMessage({
  message,
  onResend,
}: {
  readonly message: ChannelMessage;
  readonly onResend: (() => void) | undefined;
}) {
  const { t } = useTexts(channelTexts);
  const moment = useMoments();
  const { state, title, failure, attempts, due_at: dueAt } = message;
  const details = [
    moment(message.settled_at ?? message.created_at),
    message.recipient,
    message.in_digest ? t('inDigest') : undefined,
    attempts > 1 || state === 'waiting' ? t('attempts', { count: attempts }) : undefined,
    dueAt && attempts > 0 ? t('nextAt', { at: moment(dueAt) }) : undefined,
  ];
  return (
    <li className="flex items-start gap-3 py-2.5">
      <span className="w-24 shrink-0">
        <Badge tone={TONES[state]}>{t(`message.${state}`)}</Badge>
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">{title}</p>
        <p className="text-text-3 text-xs [overflow-wrap:anywhere]">
          {details.filter(Boolean).join(' · ')}
        </p>
        {failure && (
          <p className="mt-0.5 text-bad text-xs [overflow-wrap:anywhere]">{failure.message}</p>
        )}
      </div>
      {state === 'dead' && onResend && (
        <Button aria-label={t('resendTitle', { title })} onClick={onResend}>
          {t('resend')}
        </Button>
      )}
    </li>
  );
}
