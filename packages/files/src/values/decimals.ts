/** A decimal number: digits ÷ 10^scale. */
interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

function read(text: string): Exact | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

function print({ digits, scale }: Exact): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Places that a quotient is rounded to. */
const quotientPlaces = 8;

/** Exact arithmetic on decimal texts; a quotient is rounded to eight places. Undefined for what is none. */
export function calculate(
  left: string,
  operation: 'plus' | 'minus' | 'times' | 'divided_by',
  right: string,
): string | undefined {
  const a = read(left);
  const b = read(right);
  if (a === undefined || b === undefined) return undefined;
  if (operation === 'times')
    return print({ digits: a.digits * b.digits, scale: a.scale + b.scale });
  if (operation === 'divided_by') return b.digits === 0n ? undefined : print(divide(a, b));
  const scale = Math.max(a.scale, b.scale);
  const lifted = ({ digits, scale: own }: Exact) => digits * 10n ** BigInt(scale - own);
  const sign = operation === 'plus' ? 1n : -1n;
  return print({ digits: lifted(a) + sign * lifted(b), scale });
}

function divide(a: Exact, b: Exact): Exact {
  const numerator = a.digits * 10n ** BigInt(quotientPlaces + b.scale) * 2n;
  const denominator = b.digits * 10n ** BigInt(a.scale);
  const doubled = numerator / denominator;
  const rounded = (doubled + (doubled < 0n ? -1n : 1n)) / 2n;
  return { digits: rounded, scale: quotientPlaces };
}

export function negateDecimal(text: string): string {
  if (/^[+-]?0+(?:\.0+)?$/.test(text)) return text.replace(/^[+-]/, '');
  return text.startsWith('-') ? text.slice(1) : `-${text.replace('+', '')}`;
}
