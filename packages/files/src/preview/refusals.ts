import type { Refusal } from '@olympus/ingest';
import type { MadeEvent } from '../mapping/events.js';
import { type Note, note } from '../notes/notes.js';
import { currenciesOf } from '../values/currencies.js';

type Refused = Pick<Refusal, 'code' | 'reason' | 'path' | 'rule'>;

/** A refusal in words for who knows the file, not the event. */
export function reasonOf(refusal: Refused, made: Pick<MadeEvent, 'event' | 'rule'>): Note {
  const { code, reason, path = '' } = refusal;
  if (path === '/time') return aboutTime(code);
  const field = path
    .replace(/^\/data\/?/, '')
    .replace(/^items\/\d+\/?/, 'items: ')
    .replaceAll('/', ' ')
    .trim();
  if (field === '')
    return note(code === 'event_too_large' ? 'row_too_large' : 'row_refused', { rule: reason });
  const column = columnAt(path, made);
  const value = { field, rule: reason, ...(column === undefined ? {} : { column }) };
  const example = valueAt(path, made.event);
  const currency = String(made.event.data.currency);
  if (typeof example === 'string' && currenciesOf(example)?.includes(currency) === false) {
    return note('amount_in_other_currency', { ...value, example, currency });
  }
  switch (code) {
    case 'currency_without_rate':
      return note(code, { ...value, currency });
    case 'amount_out_of_range':
      return note(code, value);
    default:
      return aboutValue(value, refusal.rule);
  }
}

function aboutTime(code: string): Note {
  if (code === 'time_in_future' || code === 'time_too_old') return note(code);
  return note('time_unreadable');
}

type Value = Parameters<typeof note<'value_missing'>>[1];

/** By the keyword of JSON Schema that the value does not meet. */
function aboutValue(value: Value, rule: Refusal['rule']): Note {
  const { limit = 0 } = rule ?? {};
  switch (rule?.keyword) {
    case 'required':
      return note('value_missing', value);
    case 'type':
      return note(rule.type === 'number' ? 'value_not_a_number' : 'value_not_allowed', value);
    case 'minimum':
      return note('value_too_small', { ...value, limit });
    case 'maximum':
      return note('value_too_large', { ...value, limit });
    case 'maxLength':
      return note('value_too_long', { ...value, limit });
    case 'minLength':
    case 'minItems':
      return note('value_empty', value);
    default:
      return note('value_not_allowed', value);
  }
}

/** The value at a place of an event; undefined where there is none. */
export function valueAt(path: string, event: MadeEvent['event']): unknown {
  let value: unknown = event;
  for (const step of path.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** The column that a value of an event was read from. */
function columnAt(path: string, { rule }: Pick<MadeEvent, 'rule'>): string | undefined {
  const [, , name = '', , ofItem = ''] = path.split('/');
  const field = name === 'items' ? rule?.items?.[ofItem] : rule?.data[name];
  return field !== undefined && 'column' in field ? field.column : undefined;
}
