import { type Amount, multiplyToAmount, parseAmount, printAmount } from '@olympus/core';
import type { Tenant } from '@olympus/platform';
import type { Refusal } from '../parse/envelope.js';

type DecimalValue = number | string;

/** Exact amounts of one event, in the tenant's currency. Throws {@link MoneyFault} inside a projection. */
export interface Money {
  /** An amount of the event's currency. */
  amount(value: DecimalValue | undefined, path: string): Amount;
  /** Quantity × unit price, rounded once. */
  product(quantity: DecimalValue, price: DecimalValue, path: string): Amount;
  /** A number without a currency. */
  quantity(value: DecimalValue, path: string): Amount;
}

export class MoneyFault extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/** @param currency of the event's amounts; without one they are in the tenant's own */
export function createMoney(tenant: Tenant, currency: string | undefined): Money {
  const foreign = currency !== undefined && currency !== tenant.currency;
  const rate = foreign ? tenant.exchangeRates[currency] : undefined;
  if (foreign && rate === undefined) {
    throw new MoneyFault({
      code: 'currency_without_rate',
      path: '/data/currency',
      reason: `there is no exchange rate from ${currency} to ${tenant.currency}; declare one and replay`,
      step: 'project',
    });
  }
  const convert = (amount: Amount | undefined, path: string): Amount => {
    const converted =
      rate === undefined || amount === undefined
        ? amount
        : multiplyToAmount(printAmount(amount), rate);
    if (converted === undefined) throw outOfRange(path);
    return converted;
  };
  return {
    amount: (value, path) =>
      value === undefined ? (0 as Amount) : convert(parseAmount(value), path),
    product: (quantity, price, path) => convert(multiplyToAmount(quantity, price), path),
    quantity(value, path) {
      const parsed = parseAmount(value);
      if (parsed === undefined) throw outOfRange(path);
      return parsed;
    },
  };
}

function outOfRange(path: string): MoneyFault {
  return new MoneyFault({
    code: 'amount_out_of_range',
    path,
    reason: 'the amount is beyond what can be held exactly (about 900 billion)',
    step: 'project',
  });
}
