import type { Field, Rule, Time } from '../../mapping/mapping.js';
import { note } from '../../notes/notes.js';
import {
  currencyOf,
  customerOf,
  type Draft,
  field,
  later,
  need,
  number,
  present,
  timeOf,
} from './draft.js';
import { all, no, type statesOf } from './states.js';

/** Refunds that stand in the rows of their orders. */
export function refundsBeside(
  draft: Draft,
  context: {
    readonly beside: Pick<Rule, 'also' | 'group_by' | 'subject'>;
    readonly shared: Readonly<Record<string, Field>>;
    readonly key: string;
    readonly time: Time;
    readonly items: Readonly<Record<string, Field>>;
    readonly states: ReturnType<typeof statesOf>;
  },
): readonly Rule[] {
  const { beside, shared, key, time, items, states } = context;
  const { assigned, warnings } = draft;
  const data = { ...shared, refund_id: { column: key, add_suffix: '-refund' } };
  const at = assigned.get('refunded_at')?.column;
  const own: Time =
    at === undefined || 'constant' in time
      ? later(time, 2)
      : { ...time, column: at, or: [time.column, ...(time.or ?? [])], plus_seconds: 2 };
  const base = { ...beside, type: 'order.refunded', time: own };
  const rules: Rule[] = [];
  if (states.refundKind !== undefined) {
    const given = Object.fromEntries(
      Object.entries(items).map(([name, item]) => [
        name,
        'column' in item && item.number === true ? { ...item, absolute: true } : item,
      ]),
    );
    rules.push({ ...base, when: states.refundKind, data, items: given });
  }
  const amount = assigned.get('refund_amount')?.column;
  const live = states.cancelled.map(no);
  const [full] = states.refunded.slice(-1);
  if (full !== undefined) {
    const when = all([full, ...live]);
    rules.push({ ...base, ...(when === undefined ? {} : { when }), data });
  }
  if (amount !== undefined) {
    const when = all([
      { column: amount, present: true },
      no({ column: amount, sign: 'zero' }),
      ...states.refunded.map(no),
      ...live,
    ]);
    rules.push({
      ...base,
      ...(when === undefined ? {} : { when }),
      data: { ...data, amount: { column: amount, number: true, absolute: true } },
    });
    warnings.push(note('partial_refunds_as_given', { column: amount }));
  }
  return rules;
}

/** A file of refunds alone. */
export function refundRules(draft: Draft): readonly Rule[] {
  const { assigned } = draft;
  const key = assigned.get('refund_id')?.column ?? need(draft, 'order_id');
  const role = (['refund_amount', 'amount', 'order_total', 'line_total'] as const).find((one) =>
    assigned.has(one),
  );
  const amount =
    role === undefined ? undefined : number(draft, role, { absolute: true, sum: true });
  if (amount === undefined) need(draft, 'refund_amount');
  const customer = customerOf(draft);
  return [
    {
      type: 'order.refunded',
      group_by: key,
      time: timeOf(draft, assigned.has('refunded_at') ? 'refunded_at' : 'ordered_at'),
      ...(customer === undefined ? {} : { subject: customer }),
      data: present({
        refund_id: assigned.has('refund_id')
          ? ({ column: key } as Field)
          : { column: key, add_suffix: '-refund' },
        order_id: field(draft, 'order_id'),
        currency: currencyOf(draft),
        amount,
        customer_id: customer,
        reason: field(draft, 'reason'),
      }),
    },
  ];
}
