import type { Severity } from '../notice.js';
import type { Message } from './message.js';

interface Words {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly open: string;
  readonly openInbox: string;
  readonly test: string;
  readonly digest: (count: string) => string;
  readonly more: (count: string) => string;
  readonly since: string;
  readonly footer: (shop: string) => string;
  readonly unsubscribe: string;
  readonly digestLine: string;
}

const en: Words = {
  severity: { info: 'Info', warning: 'Warning', critical: 'Critical' },
  open: 'Open in Olympus',
  openInbox: 'Open the inbox',
  test: 'Test',
  digest: (count) => `${count} notices`,
  more: (count) => `and ${count} more notices`,
  since: 'At',
  footer: (shop) => `Olympus sent you this for ${shop}.`,
  unsubscribe: 'Unsubscribe',
  digestLine: 'Much happened within a short time, so it comes as one message.',
};

const de: Words = {
  severity: { info: 'Hinweis', warning: 'Warnung', critical: 'Kritisch' },
  open: 'In Olympus öffnen',
  openInbox: 'Eingang öffnen',
  test: 'Test',
  digest: (count) => `${count} Meldungen`,
  more: (count) => `und ${count} weitere Meldungen`,
  since: 'Am',
  footer: (shop) => `Olympus hat Ihnen dies für ${shop} gesendet.`,
  unsubscribe: 'Abbestellen',
  digestLine: 'In kurzer Zeit ist viel geschehen, deshalb kommt es als eine Nachricht.',
};

/** The words of a tenant's language; English where it has none of ours. */
export function wordsOf(locale: string): Words {
  return locale.toLowerCase().startsWith('de') ? de : en;
}

/** A moment on the tenant's clock, in the tenant's language. */
export function momentOf({ tenant }: Message, iso: string): string {
  return new Intl.DateTimeFormat(tenant.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: tenant.timeZone,
  }).format(new Date(iso));
}

export function countOf({ tenant }: Message, count: number): string {
  return new Intl.NumberFormat(tenant.locale).format(count);
}

/** What the message is about, in one line. */
export function headlineOf(message: Message): string {
  const words = wordsOf(message.tenant.locale);
  const [first] = message.notices;
  const text =
    message.total > 1 ? words.digest(countOf(message, message.total)) : (first?.title ?? '');
  return message.test ? `${words.test}: ${text}` : text;
}

/** How many notices a digest does not name. */
export const unnamedOf = ({ total, notices }: Message): number => total - notices.length;
