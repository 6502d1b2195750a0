import type { Condition } from '../../mapping/condition.js';
import type { Field, Rule, Time } from '../../mapping/mapping.js';
import {
  currencyOf,
  customerOf,
  type Draft,
  field,
  later,
  need,
  present,
  timeOf,
} from './draft.js';
import { type Items, itemRows } from './items.js';
import { refundsBeside } from './refunds.js';
import { all, no, statesOf } from './states.js';

/** Orders with what became of them. */
export function orderRules(
  draft: Draft,
  { items, amounts }: Items,
  byLine: boolean,
): readonly Rule[] {
  const key = need(draft, 'order_id');
  const time = timeOf(draft);
  const currency = currencyOf(draft);
  const customer = customerOf(draft);
  const states = statesOf(draft);
  const { assigned, layout, hints } = draft;
  const shared = present({
    order_id: { column: key } as Field,
    currency,
    customer_id: customer,
    country: field(draft, 'country'),
    channel:
      field(draft, 'channel') ??
      (layout?.channel === undefined && hints.channel === undefined
        ? undefined
        : { constant: hints.channel ?? layout?.channel ?? 'web' }),
    location_id: field(draft, 'location'),
  });
  const subject = customer === undefined ? {} : { subject: customer };
  const sold = all([
    ...states.failed.map(no),
    ...(states.refundKind === undefined ? [] : [no(states.refundKind)]),
  ]);
  const expect = expectation(draft, byLine);
  const rules: Rule[] = [
    {
      type: 'order.created',
      ...(sold === undefined ? {} : { when: sold }),
      group_by: key,
      time,
      ...subject,
      data: { ...shared, ...amounts, ...present({ promotion_id: field(draft, 'promotion') }) },
      items: { ...items },
      ...(byLine ? present({ item_when: itemRows(draft) }) : {}),
      ...(expect === undefined ? {} : { expect }),
    },
  ];
  const beside = { also: true, group_by: key, ...subject } as const;
  if (states.cancelled.length > 0) {
    const at = assigned.get('cancelled_at')?.column;
    const when: Condition =
      states.cancelled.length === 1 && states.cancelled[0] !== undefined
        ? states.cancelled[0]
        : { any: states.cancelled };
    const own: Time =
      at === undefined || 'constant' in time
        ? later(time, 1)
        : { ...time, column: at, or: [time.column, ...(time.or ?? [])], plus_seconds: 1 };
    rules.push({
      ...beside,
      type: 'order.cancelled',
      when,
      time: own,
      data: { order_id: { column: key }, currency },
    });
  }
  rules.push(...refundsBeside(draft, { beside, shared, key, time, items, states }));
  return rules;
}

/** What the file itself says that orders come to. */
function expectation({ assigned, prices, layout }: Draft, byLine: boolean): Rule['expect'] {
  if (!byLine) return undefined;
  const total = assigned.get('order_total')?.column;
  if (total !== undefined && prices.orders > 0 && layout?.system !== 'square') {
    return { column: total, is: prices.taxIncluded === true ? 'total_tax_included' : 'total' };
  }
  return undefined;
}
