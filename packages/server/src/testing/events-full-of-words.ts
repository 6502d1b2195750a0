import { type EventType, eventTypes } from '@olympus/ingest';
import { required } from './event-of-every-type.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * An event of every type about somebody, and one about nobody, with words in all that their schema
 * does not know or marks as personal: members, their names, lists, what lies deeper; addresses of
 * pages; and, as addresses of mail, in every id and label and in the envelope.
 * @param token what each word begins with
 */
export function eventsFullOfWords(token: string, customerId?: string): readonly Json[] {
  let count = 0;
  const word = (place: string) => `${token}${place.replaceAll('_', '')}${count++}`;
  return Object.entries(eventTypes).map(([type, schema]) => {
    const base = required[type as EventType](`${customerId ?? 'nobody'}-${type}`) as Json;
    return {
      specversion: '1.0',
      id: `${word('id')}@mail.example`,
      source: `shop/${word('source')}@mail.example`,
      type,
      time: '2026-05-05T10:00:00Z',
      ...(customerId === undefined ? {} : { subject: customerId }),
      comment: word('extension'),
      data: {
        ...fill({ ...schema }, base, word),
        ...('customer_id' in schema.properties
          ? { customer_id: customerId ?? `${word('customer')}@mail.example` }
          : {}),
        ...('anonymous_id' in schema.properties ? { anonymous_id: word('anonymous') } : {}),
      },
    };
  });
}

/** Fields whose values have a form of their own. */
const formed = /^(?:currency|day|ordered_at|started_at)$/;

function fill(schema: Json, base: Json, word: (place: string) => string): Json {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Json>>;
  const filled: Record<string, unknown> = { ...base };
  for (const [name, property] of Object.entries(properties)) {
    const mail = () => `${word(name)}@mail.example`;
    if (property['x-web-address'] === true) {
      filled[name] =
        `https://${word('user')}:x@shop.example/p/shirt/${mail()}/${mail().replace('@', '%40')}/size;s=${word('matrix')}` +
        `?email=${mail()}&name=${word('name')}&gclid=${word('click')}&utm_source=${mail()}#${word('part')}`;
    } else if (name === 'attributes' || name === 'consent') {
      filled[name] = { note: word('note'), [word('key')]: true, deep: [{ x: word('deep') }] };
    } else if (name === 'utm') {
      filled[name] = { source: mail(), other: word('utm') };
    } else if (name === 'items' && Array.isArray(base.items)) {
      const item = (property.items ?? {}) as Json;
      filled[name] = base.items.map((one) => fill(item, one as Json, word));
    } else if (property.type === 'string' && !formed.test(name)) {
      filled[name] = property['x-personal'] === true ? word(name) : mail();
    }
  }
  return {
    ...filled,
    billing_name: word('billing'),
    [word('key')]: 1,
    iban: `DE89 ${word('bank')}`,
    shipping_address: { street: word('street'), lines: [word('line'), { deeper: word('deeper') }] },
    notes: [word('list'), [word('nested')]],
    user_agent: word('agent'),
    _sealed: word('sealed'),
  };
}
