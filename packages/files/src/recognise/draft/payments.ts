import type { Field, Rule } from '../../mapping/mapping.js';
import { cancelledWords, failedWords } from '../status-words.js';
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
import { no } from './states.js';

/** A file of payments. */
export function paymentRules(draft: Draft): readonly Rule[] {
  const { assigned } = draft;
  const id = field(draft, 'payment_id') ?? { column: need(draft, 'payment_id') };
  const amount = number(draft, assigned.has('amount') ? 'amount' : 'order_total') ?? {
    column: need(draft, 'amount'),
  };
  const currency = currencyOf(draft);
  const data = present({
    payment_id: id as Field,
    order_id: field(draft, 'order_id'),
    amount,
    currency,
    fee: number(draft, 'fee'),
    method: field(draft, 'method'),
    customer_id: customerOf(draft),
    provider: draft.layout === undefined ? undefined : ({ constant: draft.layout.system } as Field),
  });
  const time = timeOf(draft);
  const status = assigned.get('status')?.column ?? assigned.get('payment_status')?.column;
  const failed =
    status === undefined
      ? undefined
      : {
          column: status,
          one_of: [
            ...failedWords,
            'blocked',
            'requires payment method',
            'requires_payment_method',
            ...cancelledWords,
          ],
        };
  const refunded = assigned.get('refund_amount')?.column;
  return [
    ...(failed === undefined ? [] : [{ type: 'payment.failed', when: failed, time, data }]),
    { type: 'payment.processed', time, data },
    ...(refunded === undefined
      ? []
      : [
          {
            type: 'payment.processed',
            also: true,
            when: {
              all: [
                { column: refunded, present: true },
                no({ column: refunded, sign: 'zero' }),
                ...(failed === undefined ? [] : [no(failed)]),
              ],
            },
            time: later(time, 1),
            data: present({
              payment_id: { ...id, add_suffix: '-refund' } as Field,
              order_id: data.order_id,
              amount: { column: refunded, number: true, absolute: true, negate: true } as Field,
              currency,
              customer_id: data.customer_id,
              provider: data.provider,
            }),
          },
        ]),
  ];
}
