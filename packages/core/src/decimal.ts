import type { Brand } from './brand.js';

/**
 * An exact amount as a whole number of ten-thousandths: 12.34 is 123400. Always an integer with
 * |amount| ≤ 2^53 − 1 (about 900 billion), so plain `+` and `-` are exact.
 */
export type Amount = Brand<number, 'Amount'>;

/** Decimal places that an {@link Amount} keeps. */
export const amountScale = 4;
const unit = 10_000;
const decimalPattern = /^[+-]?(\d{1,15})(?:\.(\d{1,12}))?$/;

/** Numerator and power of ten of a decimal number: value = digits / 10^scale. */
interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

function parseExact(value: number | string): Exact | undefined {
  const text = typeof value === 'number' ? printPlain(value) : value.trim();
  const match = text === undefined ? null : decimalPattern.exec(text);
  if (match === null || text === undefined) return undefined;
  const fraction = match[2] ?? '';
  const digits = BigInt(`${match[1]}${fraction}`);
  return { digits: text.startsWith('-') ? -digits : digits, scale: fraction.length };
}

/** Shortest decimal form without an exponent; undefined when not finite or out of range. */
function printPlain(value: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined;
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toFixed(12);
}

function roundToAmount(exact: Exact): Amount | undefined {
  let { digits } = exact;
  if (exact.scale <= amountScale) {
    digits *= 10n ** BigInt(amountScale - exact.scale);
  } else {
    const divisor = 10n ** BigInt(exact.scale - amountScale);
    const quotient = digits / divisor;
    const remainder = digits < 0n ? -(digits % divisor) : digits % divisor;
    const away = digits < 0n ? -1n : 1n;
    const half = remainder * 2n;
    const up = half > divisor || (half === divisor && quotient % 2n !== 0n);
    digits = up ? quotient + away : quotient;
  }
  const amount = Number(digits);
  return Number.isSafeInteger(amount) ? (amount as Amount) : undefined;
}

/**
 * A decimal number or decimal string as an exact amount, rounded half to even at the fourth place.
 * @returns undefined for text that is no decimal number and for magnitudes of 900 billion or more
 */
export function parseAmount(value: number | string): Amount | undefined {
  if (typeof value === 'number') {
    const scaled = value * unit;
    const rounded = Math.round(scaled);
    // exact when the shortest decimal form has at most four places, which is nearly every price
    if (Number.isSafeInteger(rounded) && rounded / unit === value) return rounded as Amount;
  }
  const exact = parseExact(value);
  return exact === undefined ? undefined : roundToAmount(exact);
}

/** Exact product of two decimals (a quantity and a unit price), rounded once, half to even. */
export function multiplyToAmount(
  left: number | string,
  right: number | string,
): Amount | undefined {
  if (typeof left === 'number' && typeof right === 'number' && Number.isInteger(left)) {
    const scaled = Math.round(right * unit);
    const product = left * scaled;
    if (scaled / unit === right && Number.isSafeInteger(product)) return product as Amount;
  }
  const a = parseExact(left);
  const b = parseExact(right);
  if (a === undefined || b === undefined) return undefined;
  return roundToAmount({ digits: a.digits * b.digits, scale: a.scale + b.scale });
}

export function negate(amount: Amount): Amount {
  return (amount === 0 ? 0 : -amount) as Amount;
}

/** Canonical decimal text, no trailing zeros: 123400 → "12.34". */
export function printAmount(amount: Amount): string {
  const sign = amount < 0 ? '-' : '';
  const absolute = Math.abs(amount);
  const whole = Math.floor(absolute / unit);
  const fraction = absolute % unit;
  if (fraction === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(fraction).padStart(amountScale, '0').replace(/0+$/, '')}`;
}
