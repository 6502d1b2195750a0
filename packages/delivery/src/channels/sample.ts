import type { Clock } from '@olympus/core';
import type { StoredNotice } from '../outbox/parcel.js';

interface Sample {
  readonly title: string;
  readonly lines: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly others: readonly string[];
}

const en: Sample = {
  title: 'Orders have been below what was expected since noon',
  lines: [
    'This is an example of what messages look like. Nothing happened.',
    'A message says in plain words what happened, since when and how much, and opens the very page.',
  ],
  facts: [
    ['Orders in the last hour', '12'],
    ['Expected', '31 to 44'],
  ],
  others: ['An import has finished', 'Stock of “Linen shirt M” will last three days'],
};

const de: Sample = {
  title: 'Seit Mittag weniger Bestellungen als erwartet',
  lines: [
    'So sehen Nachrichten aus. Dies ist ein Beispiel; geschehen ist nichts.',
    'Eine Nachricht sagt in klaren Worten, was geschehen ist, seit wann und wie viel, und öffnet genau die Seite dazu.',
  ],
  facts: [
    ['Bestellungen in der letzten Stunde', '12'],
    ['Erwartet', '31 bis 44'],
  ],
  others: ['Ein Import ist fertig', 'Der Bestand von „Leinenhemd M“ reicht noch drei Tage'],
};

/** Notices that show what messages look like, in the tenant's language. */
export function sampleNotices(locale: string, clock: Clock): readonly StoredNotice[] {
  const { title, lines, facts, others } = locale.toLowerCase().startsWith('de') ? de : en;
  const shared = { path: '/inbox', at: new Date(clock.now()).toISOString() };
  return [
    {
      ...shared,
      id: 1,
      thread: 'sample:1',
      severity: 'warning',
      title,
      lines,
      facts: facts.map(([label, value]) => ({ label, value })),
    },
    ...others.map((other, index) => ({
      ...shared,
      id: index + 2,
      thread: `sample:${index + 2}`,
      severity: 'info' as const,
      title: other,
      lines: [],
      facts: [],
    })),
  ];
}
