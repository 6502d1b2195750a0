import type { PersonalData } from '@olympus/contract';

/** Addresses that channels write to, and what people have read and chosen. */
export const messagesAsPersonalData: readonly PersonalData[] = [
  {
    store: 'delivery.channels',
    about: 'account',
    what: 'Addresses of email that channels write to, passwords and addresses of receivers; who made the channel',
    where: 'the control store',
    kept: 'As long as the channel',
    form: 'sealed',
    tables: ['control:delivery_channels', 'control:delivery_unsubscribed'],
    goes: 'By channels.change without the address, by channels.remove, or with the tenant',
  },
  {
    store: 'delivery.inbox',
    about: 'account',
    what: 'Which messages a person was sent and has read, and how they want to be told',
    where: 'the control store',
    kept: 'Ninety days; preferences as long as the person is in the tenant',
    form: 'clear',
    tables: [
      'control:delivery_notices',
      'control:delivery_audience',
      'control:delivery_reads',
      'control:delivery_readers',
    ],
    goes: 'With the person’s account, or the tenant',
  },
  {
    store: 'delivery.outbox',
    about: 'account',
    what: 'What was sent by which channel; instead of addresses it holds keyed hashes of them',
    where: 'the control store',
    kept: 'Thirty days after it was sent or given up',
    form: 'pseudonym',
    tables: ['control:delivery_outbox'],
    goes: 'By itself, with the channel, or the tenant',
  },
];
