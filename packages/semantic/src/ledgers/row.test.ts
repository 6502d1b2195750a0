import type { Amount } from '@olympus/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { ledgers } from './ledgers.js';
import { fromRow, type LedgerRow, type LedgerValues, removalOf, toRow } from './row.js';

const amount = (value: number) => value as Amount;

const payment = {
  tenant_id: 't',
  event_id: 'e',
  occurred_at: 1,
  received_at: 2,
  payment_id: 'p',
  status: 'processed',
  currency: 'EUR',
  amount: amount(10_000),
  fee: amount(0),
  method: 'card',
};

describe('a row', () => {
  it('holds its values in the declared order, and null for what is left out', () => {
    const row = toRow('payments', payment);
    const columns = ledgers.find(({ name }) => name === 'payments')?.columns ?? [];
    expect(row).toHaveLength(columns.length);
    const values: Record<string, unknown> = { ...payment };
    expect(row).toEqual(columns.map(({ name }) => values[name] ?? null));
    expect(fromRow('payments', row)).toMatchObject({ ...payment, order_id: null, commit_id: null });
  });

  it('takes a record out with its key alone', () => {
    expect(removalOf('products', 't', 'p')).toEqual(['t', 'p', ...new Array(7).fill(null)]);
  });

  it('has the types that its ledger declares', () => {
    type Values = LedgerValues<'sales'>;
    expectTypeOf<Values['net']>().toEqualTypeOf<Amount>();
    expectTypeOf<Values['cost']>().toEqualTypeOf<Amount | null>();
    expectTypeOf<Values['orders']>().toEqualTypeOf<number>();
    expectTypeOf<Values['channel']>().toEqualTypeOf<string | null>();
    expectTypeOf<LedgerRow<'locations'>>().toEqualTypeOf<
      readonly [string, string, number, string | null, string | null, string | null, string | null]
    >();
  });

  it('does not compile with a column misspelled, missing or of another type', () => {
    // each of these lines is an error of the compiler, or the check of types fails
    // @ts-expect-error the column is named provider
    toRow('payments', { ...payment, provder: 'x' });
    const { fee: _fee, ...withoutFee } = payment;
    // @ts-expect-error every payment has a fee
    toRow('payments', withoutFee);
    // @ts-expect-error the fee must not be null
    toRow('payments', { ...payment, fee: null });
    // @ts-expect-error a decimal is an amount, not any number
    toRow('payments', { ...payment, amount: 1 });
    // @ts-expect-error an id is text
    toRow('payments', { ...payment, payment_id: 1 });
    // @ts-expect-error there is no such ledger
    expect(toRow('payment', payment)).toEqual([]);
    // @ts-expect-error a row of payments is none of sales
    fromRow('sales', toRow('payments', payment));
    // @ts-expect-error sales have no column of that name
    expect(fromRow('sales', [] as unknown as LedgerRow<'sales'>).payment_id).toBeUndefined();
    // @ts-expect-error facts are taken back by retractions
    expect(() => removalOf('sales', 't', 'k')).not.toThrow();
  });
});
