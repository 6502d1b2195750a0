import { severities } from '../notice.js';
import type { Message } from './message.js';
import { headlineOf } from './words.js';

/** What webhooks are sent, as docs/delivery.md describes it. */
export function webhookBody(message: Message) {
  const { tenant, notices, total, severity, test } = message;
  return {
    type: test ? 'test' : total > 1 ? 'digest' : 'notice',
    timestamp: notices.at(-1)?.at,
    data: {
      tenant_id: tenant.id,
      tenant_name: tenant.name,
      severity,
      title: headlineOf(message),
      total,
      notices: notices.map((notice) => ({
        thread: notice.thread,
        severity: notice.severity,
        title: notice.title,
        lines: notice.lines,
        facts: notice.facts,
        url: notice.url,
        at: notice.at,
      })),
      url: total > 1 ? message.inboxUrl : notices[0]?.url,
    },
  };
}

/** The highest of some severities. */
export const highest = (list: readonly (typeof severities)[number][]) =>
  severities[Math.max(0, ...list.map((one) => severities.indexOf(one)))] ?? 'info';
