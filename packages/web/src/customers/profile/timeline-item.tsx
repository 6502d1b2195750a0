import type { TimelineEntry } from '@olympus/sdk';
import {
  Ban,
  CreditCard,
  Eye,
  type LucideIcon,
  MessageCircle,
  ShoppingBag,
  Star,
  Undo2,
} from 'lucide-react';
import { formatDateTime } from '../../format/dates.js';
import { formatFull } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { Badge } from '../../ui/badge.js';
import { EntryDetails } from './entry-details.js';
import { profileTexts } from './texts.js';

const ICONS: Readonly<Record<TimelineEntry['kind'], LucideIcon>> = {
  order: ShoppingBag,
  refund: Undo2,
  cancellation: Ban,
  payment: CreditCard,
  visit: Eye,
  feedback: Star,
  conversation: MessageCircle,
};
const WITH_MONEY: readonly string[] = ['order', 'refund', 'cancellation', 'payment'];

/** One thing that happened: what, when, how much, and what is behind it. */
export function TimelineItem({ entry }: { readonly entry: TimelineEntry }) {
  const style = useNumberStyle();
  const title = useTitle(entry);
  const Icon = ICONS[entry.kind];
  const amount = WITH_MONEY.includes(entry.kind) ? entry.amount : null;
  return (
    <li className="relative flex gap-3 pb-4 last:pb-0 [&:not(:last-child)]:before:absolute [&:not(:last-child)]:before:start-[13px] [&:not(:last-child)]:before:top-8 [&:not(:last-child)]:before:bottom-1 [&:not(:last-child)]:before:w-px [&:not(:last-child)]:before:bg-border-soft">
      <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-surface-2 text-text-2">
        <Icon size={14} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <p className="min-w-0 font-medium [overflow-wrap:anywhere]">
            {title} <States entry={entry} />
          </p>
          {amount != null && (
            <span className="font-medium tabular-nums">
              {formatFull(amount, 'currency', style)}
            </span>
          )}
        </div>
        <p className="text-text-3 text-xs">
          <time dateTime={entry.at}>{formatDateTime(entry.at, style.locale)}</time>
          {[entry.channel, entry.method, entry.device]
            .filter((part) => part)
            .map((part) => ` · ${part}`)}
        </p>
        <EntryDetails entry={entry} />
      </div>
    </li>
  );
}

function useTitle({ kind, id, changed, status, pages, messages }: TimelineEntry): string {
  const { t } = useTexts(profileTexts);
  switch (kind) {
    case 'order':
      return changed ? t('did.changed', { id }) : t('did.order', { id });
    case 'refund':
      return t('did.refund', { id });
    case 'cancellation':
      return t('did.cancellation', { id });
    case 'payment':
      return status === 'failed' ? t('did.payFailed') : t('did.paid');
    case 'visit':
      return t('did.visit', { count: pages ?? 0 });
    case 'feedback':
      return t('did.feedback');
    case 'conversation':
      return t('did.conversation', { count: messages ?? 0 });
  }
}

/** What is to be noticed about it, in a word. */
function States({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTexts(profileTexts);
  const { kind, status, rating, failure_code: failure } = entry;
  return (
    <>
      {kind === 'payment' && status === 'failed' && failure && <Badge tone="bad">{failure}</Badge>}
      {rating != null && (
        <Badge tone={rating >= 4 ? 'good' : rating <= 2 ? 'bad' : 'neutral'}>
          {t('rating', { value: rating })}
        </Badge>
      )}
      {kind === 'conversation' && (
        <Badge tone={status === 'open' ? 'warn' : 'neutral'}>
          {status === 'open' ? t('open') : t('closed')}
        </Badge>
      )}
    </>
  );
}
