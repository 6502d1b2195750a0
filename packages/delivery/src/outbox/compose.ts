import type { Tenant } from '@olympus/platform';
import type { Channel } from '../channels/channel.js';
import type { Message } from '../render/message.js';
import { highest } from '../render/webhook-body.js';
import type { UnsubscribeLinks } from '../unsubscribe/links.js';
import type { Parcel } from './parcel.js';

export interface ComposeDeps {
  readonly publicUrl: () => string;
  readonly links: UnsubscribeLinks;
}

/** Makes the message of a parcel. @param address  of email: whom it goes to */
export function compose(
  { publicUrl, links }: ComposeDeps,
  tenant: Pick<Tenant, 'id' | 'name' | 'locale' | 'timeZone'>,
  channel: Pick<Channel, 'id'>,
  parcel: Pick<Parcel, 'notices' | 'total' | 'recipient'> & { readonly id: string },
  address: string | undefined,
  test = false,
): Message {
  const linkTo = (path: string) => {
    const url = new URL(path, `${publicUrl()}/`);
    url.searchParams.set('tenant', tenant.id);
    return url.href;
  };
  const threads = new Set(parcel.notices.map(({ thread }) => thread));
  const [thread] = threads;
  const { id, name, locale, timeZone } = tenant;
  return {
    id: parcel.id,
    tenant: { id, name, locale, timeZone },
    notices: parcel.notices.map((notice) => ({ ...notice, url: linkTo(notice.path) })),
    total: parcel.total,
    severity: highest(parcel.notices.map(({ severity }) => severity)),
    thread: threads.size === 1 ? thread : undefined,
    inboxUrl: linkTo('/inbox'),
    recipient: address,
    unsubscribeUrl:
      address === undefined
        ? undefined
        : links.urlFor({ channel: channel.id, recipient: parcel.recipient }),
    test,
  };
}
