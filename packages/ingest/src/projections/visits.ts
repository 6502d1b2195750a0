import type { EventData } from '../schemas/event-types.js';
import type { CheckedEvent, Projection } from './context.js';

/** Tells that a browser's visitor is a customer; no visit of itself. */
export const identified = 'customer.identified';

/** The row of `sessions` that joins an anonymous visitor with a customer, where an event names both. */
export function projectIdentity(event: CheckedEvent<unknown>): Pick<Projection, 'row'> {
  const { anonymousKey, customerKey } = event;
  if (anonymousKey === null || customerKey === null) return {};
  return {
    row: {
      ledger: 'sessions',
      columns: {
        session_id: derivedSession(event),
        action: identified,
        visitor_key: anonymousKey,
        customer_key: customerKey,
      },
    },
  };
}

/** One row of `sessions`. Addresses keep their path only: queries may carry personal data. */
export function projectVisit(event: CheckedEvent<EventData['page.viewed']>): Projection {
  const { data } = event;
  return {
    row: {
      ledger: 'sessions',
      columns: {
        session_id: data.session_id ?? derivedSession(event),
        action: event.type,
        visitor_key: visitorOf(event),
        customer_key: event.customerKey,
        product_id: data.product_id,
        channel: data.channel,
        device: data.device,
        path: pathOf(data.url),
        referrer: hostOf(data.referrer),
        utm_source: data.utm?.source,
        utm_medium: data.utm?.medium,
        utm_campaign: data.utm?.campaign,
      },
    },
  };
}

/** The browser, which stays the same when its visitor becomes known; else the customer. */
const visitorOf = ({ anonymousKey, customerKey }: CheckedEvent<unknown>) =>
  anonymousKey ?? customerKey;

/**
 * What senders without sessions of their own get: it says who and when, and questions tell visits
 * apart by the time between actions.
 */
function derivedSession(event: CheckedEvent<unknown>): string {
  const day = new Date(event.occurredAtMs).toISOString().slice(0, 10);
  return `${visitorOf(event) ?? 'unknown'}/${day}`;
}

function pathOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const end = url.search(/[?#]/);
  const bare = end === -1 ? url : url.slice(0, end);
  return bare.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') || '/';
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
}
