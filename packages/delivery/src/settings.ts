import type { SettingsReader } from '@olympus/contract';
import type { SmtpServer } from './channels/channel.js';

/** What the environment decides about messages. */
export interface DeliverySettings {
  /** The operator's mail server. */
  readonly smtp: SmtpServer | undefined;
}

/**
 * `OLYMPUS_SMTP_URL`: `smtps://user:password@host:465` (TLS from the first byte), `smtp://…:587`
 * (STARTTLS is a must); `?security=none` sends in the clear. `OLYMPUS_SMTP_FROM`: the sender.
 */
export function readDeliverySettings(read: SettingsReader): DeliverySettings {
  const text = read.url('OLYMPUS_SMTP_URL', ['smtp:', 'smtps:']);
  const from = read.text('OLYMPUS_SMTP_FROM');
  if (text === undefined) return { smtp: undefined };
  if (from === undefined || !from.includes('@')) {
    read.fail(
      'OLYMPUS_SMTP_FROM',
      'it names no address to send from',
      'Set it to an address, such as Olympus <olympus@example.com>.',
    );
    return { smtp: undefined };
  }
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const clear = url.searchParams.get('security') === 'none';
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  const user = decodeURIComponent(url.username);
  return {
    smtp: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port,
      security: secure ? 'tls' : clear ? 'none' : 'starttls',
      ...(user === '' ? {} : { user, password: decodeURIComponent(url.password) }),
      from,
    },
  };
}
