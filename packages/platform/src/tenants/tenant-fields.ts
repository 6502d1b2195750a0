import { isCurrency, Problem, parseAmount } from '@olympus/core';

/** What can be said and changed about a tenant. */
export interface TenantFields {
  readonly name: string;
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
  /** ISO 4217 code of the currency its books are kept in. */
  readonly currency: string;
  readonly weekStart: 'monday' | 'sunday' | 'saturday';
  /** BCP 47 tag, such as `fr` or `pt-BR`. */
  readonly locale: string;
  /** Other currencies: decimal text of what one unit is worth in the tenant's currency. */
  readonly exchangeRates: Readonly<Record<string, string>>;
  /** Filled by the simulator. */
  readonly demo: boolean;
}

const weekStarts = ['monday', 'sunday', 'saturday'] as const;

/**
 * Checks values that came from anywhere.
 * @throws Problem invalid_tenant with `at` naming the field
 */
export function parseTenantFields(
  input: {
    readonly [name in keyof TenantFields]?: unknown;
  },
): TenantFields {
  const { name, currency, demo } = input;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 200) {
    throw invalid('name', 'A name has 1 to 200 characters.');
  }
  if (!looksLikeCurrency(currency)) {
    throw invalid('currency', 'A currency is a code of three capital letters, such as EUR.');
  }
  const weekStart = weekStarts.find((day) => day === input.weekStart);
  if (weekStart === undefined)
    throw invalid('week_start', `A week starts on ${weekStarts.join(', ')}.`);
  if (typeof demo !== 'boolean') throw invalid('demo', 'This is true or false.');
  return {
    name,
    timeZone: parseTimeZone(input.timeZone),
    currency,
    weekStart,
    locale: parseLocale(input.locale),
    exchangeRates: parseRates(input.exchangeRates),
    demo,
  };
}

function parseTimeZone(zone: unknown): string {
  // offsets such as "+01:00" are accepted by some engines and not by others, and know no summer time
  if (typeof zone === 'string' && /^[A-Za-z]/.test(zone)) {
    try {
      const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
      // the given name stays where the runtime knows the zone by an older or newer one
      return known.toLowerCase() === zone.toLowerCase() ? known : zone;
    } catch {
      // falls through to the problem
    }
  }
  throw invalid('time_zone', 'A time zone is an IANA name such as Europe/Paris.');
}

function parseLocale(locale: unknown): string {
  if (typeof locale === 'string') {
    try {
      const [canonical] = Intl.getCanonicalLocales(locale);
      if (canonical !== undefined) return canonical;
    } catch {
      // falls through to the problem
    }
  }
  throw invalid('locale', 'A locale is a language tag such as en or pt-BR.');
}

function parseRates(rates: unknown): Record<string, string> {
  if (typeof rates !== 'object' || rates === null || Array.isArray(rates)) {
    throw invalid('exchange_rates', 'Exchange rates are an object of currency to decimal text.');
  }
  const parsed: Record<string, string> = {};
  for (const [code, rate] of Object.entries(rates)) {
    const at = `exchange_rates/${code.slice(0, 20)}`;
    if (!looksLikeCurrency(code)) {
      throw invalid(at, 'A currency is a code of three capital letters.');
    }
    // a tiny rate (one unit of IRR) is below an amount's four places, so its sign is read apart
    if (typeof rate !== 'string' || parseAmount(rate) === undefined || !(Number(rate) > 0)) {
      throw invalid(at, 'A rate is a positive decimal number as text, such as "0.92".');
    }
    parsed[code] = rate;
  }
  return parsed;
}

/**
 * Whether the currencies that are given exist: one of a tenant that was made before this was looked
 * at stays readable.
 * @throws Problem invalid_tenant
 */
export function requireCurrencies({ currency, exchangeRates = {} }: Partial<TenantFields>): void {
  if (currency !== undefined && !isCurrency(currency)) throw noCurrency('currency', currency);
  for (const code of Object.keys(exchangeRates)) {
    if (!isCurrency(code)) throw noCurrency(`exchange_rates/${code.slice(0, 20)}`, code);
  }
}

const noCurrency = (field: string, code: unknown): Problem =>
  invalid(field, `${String(code).slice(0, 20)} is no currency of ISO 4217, such as EUR or USD.`);

function looksLikeCurrency(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code);
}

function invalid(field: string, message: string): Problem {
  return new Problem({
    code: 'invalid_tenant',
    kind: 'invalid',
    message,
    remedy: 'Correct the field.',
    at: `/${field}`,
  });
}
