import { type Amount, isCurrency, multiplyToAmount, parseAmount, printAmount } from '@olympus/core';
import type { Tenant } from '@olympus/platform';
import type { Refusal } from '../parse/envelope.js';

type DecimalValue = number | string;

/** Exact amounts of one event, in the tenant's currency. Throws {@link MoneyFault} inside a projection. */
export interface Money {
  /** An amount of the event's currency. */
  amount(value: DecimalValue | undefined, path: string): Amount;
  /** An amount that cannot be below 0, because its name says already what it adds or takes off. */
  charge(value: DecimalValue | undefined, path: string): Amount;
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
  if (foreign && !isCurrency(currency)) throw unknownCurrency(currency);
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
  const amount = (value: DecimalValue | undefined, path: string): Amount =>
    value === undefined ? (0 as Amount) : convert(parseAmount(value), path);
  return {
    amount,
    charge(value, path) {
      const charge = amount(value, path);
      if (charge < 0) throw belowZero(path);
      return charge;
    },
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

function belowZero(path: string): MoneyFault {
  return new MoneyFault({
    code: 'wrong_sign',
    path,
    reason: 'must not be below 0: the field says already what is added or taken off',
    step: 'project',
  });
}

function unknownCurrency(currency: string): MoneyFault {
  return new MoneyFault({
    code: 'unknown_currency',
    path: '/data/currency',
    reason: `${currency} is no currency of ISO 4217, such as EUR or USD`,
    step: 'project',
  });
}
