import type { InboxNotice } from '@olympus/sdk';
import { Mail, MailOpen } from 'lucide-react';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { PageLink } from '../pages/page-link.js';
import { Button } from '../ui/button.js';
import { pathParts } from './path-parts.js';
import { SeverityBadge } from './severity-badge.js';
import { inboxTexts } from './texts.js';

/** One message: what happened, since when, how much, and the page that it is about. */
export function NoticeItem({
  notice,
  onRead,
}: {
  readonly notice: InboxNotice;
  readonly onRead: (read: boolean) => void;
}) {
  const { t } = useTexts(inboxTexts);
  const moment = useMoments();
  const { title, read } = notice;
  return (
    <li className="relative flex gap-3 px-4 py-3.5">
      <span
        aria-hidden="true"
        className={`mt-2 size-2 shrink-0 rounded-full ${read ? 'bg-transparent' : 'bg-accent'}`}
      />
      <div className="min-w-0 flex-1 space-y-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-text-3 text-xs">
          <SeverityBadge severity={notice.severity} />
          <time dateTime={notice.at}>{moment(notice.at)}</time>
        </div>
        <h2
          className={`text-md [overflow-wrap:anywhere] ${read ? 'font-medium' : 'font-semibold'}`}
        >
          <PageLink
            {...pathParts(notice.path)}
            onClick={() => !read && onRead(true)}
            className="hover:underline"
          >
            {title}
          </PageLink>
          {!read && <span className="sr-only"> ({t('unread')})</span>}
        </h2>
        {notice.lines.map((line) => (
          <p key={line} className="max-w-[80ch] text-text-2 [overflow-wrap:anywhere]">
            {line}
          </p>
        ))}
        {notice.facts.length > 0 && (
          <dl className="flex flex-wrap gap-x-6 gap-y-1 pt-0.5">
            {notice.facts.map(({ label, value }) => (
              <div key={label} className="flex gap-1.5">
                <dt className="text-text-3">{label}</dt>
                <dd className="font-medium tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <Button
        look="icon"
        aria-label={t(read ? 'markUnread' : 'markRead', { title })}
        title={t(read ? 'markUnread' : 'markRead', { title })}
        onClick={() => onRead(!read)}
      >
        {read ? <Mail size={16} aria-hidden="true" /> : <MailOpen size={16} aria-hidden="true" />}
      </Button>
    </li>
  );
}
