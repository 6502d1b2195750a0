import type { Channel } from '@olympus/sdk';
import type { Kind } from './channels-query.js';

/** A channel as its form holds it: texts as they are typed. */
export interface Draft {
  readonly name: string;
  readonly kind: Kind;
  readonly most: string;
  readonly recipients: string;
  readonly ownServer: boolean;
  readonly host: string;
  readonly port: string;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly password: string;
  readonly from: string;
  readonly url: string;
}

/** @param needsServer  whether there is no server of the operator's */
export function draftOf(channel: Channel | undefined, needsServer: boolean): Draft {
  const { smtp } = channel ?? {};
  return {
    name: channel?.name ?? '',
    kind: channel?.kind ?? 'email',
    most: String(channel?.most ?? 20),
    recipients: channel?.recipients.map(({ address }) => address).join('\n') ?? '',
    ownServer: smtp ? true : channel === undefined && needsServer,
    host: smtp?.host ?? '',
    port: String(smtp?.port ?? 587),
    security: smtp?.security ?? 'starttls',
    user: smtp?.user ?? '',
    password: '',
    from: smtp?.from ?? '',
    url: '',
  };
}

/** What of a draft goes to the server; what is a secret and empty stays as it was. */
export function settingsOf(draft: Draft) {
  const { kind, most, recipients, ownServer, url } = draft;
  const shared = { name: draft.name.trim(), most: Number(most) };
  if (kind !== 'email') return { ...shared, ...(url.trim() === '' ? {} : { url: url.trim() }) };
  const addresses = recipients
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const smtp = {
    host: draft.host.trim(),
    port: Number(draft.port),
    security: draft.security,
    from: draft.from.trim(),
    ...(draft.user.trim() === '' ? {} : { user: draft.user.trim() }),
    ...(draft.password === '' ? {} : { password: draft.password }),
  };
  return { ...shared, recipients: addresses, smtp: ownServer ? smtp : null };
}
