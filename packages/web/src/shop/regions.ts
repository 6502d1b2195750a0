/** Currencies by the regions that pay with them, for a first guess. ISO 3166-1, ISO 4217. */
const CURRENCIES: Readonly<Record<string, string>> = {
  EUR: 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
  USD: 'US PR EC SV',
  GBP: 'GB',
  CHF: 'CH LI',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
  PLN: 'PL',
  CZK: 'CZ',
  HUF: 'HU',
  RON: 'RO',
  UAH: 'UA',
  TRY: 'TR',
  CAD: 'CA',
  AUD: 'AU',
  NZD: 'NZ',
  JPY: 'JP',
  CNY: 'CN',
  KRW: 'KR',
  INR: 'IN',
  BRL: 'BR',
  MXN: 'MX',
  ZAR: 'ZA',
  ILS: 'IL',
  AED: 'AE',
  SAR: 'SA',
  SGD: 'SG',
  HKD: 'HK',
  THB: 'TH',
  IDR: 'ID',
};
const SUNDAY = 'US CA MX BR JP KR IN IL ZA TH HK CN SA'.split(' ');
const SATURDAY = ['AE', 'EG'];

/** The region of a locale, the likeliest one where it names none: `de` → `DE`. */
function regionOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().region;
  } catch {
    return undefined;
  }
}

/** The currency that is likely paid with where a locale is spoken; euros where that is not known. */
export function currencyOf(locale: string): string {
  const region = regionOf(locale);
  if (region === undefined) return 'EUR';
  const found = Object.entries(CURRENCIES).find(([, all]) => all.split(' ').includes(region));
  return found?.[0] ?? 'EUR';
}

/** The day that weeks begin with where a locale is spoken (CLDR's first day). */
export function weekStartOf(locale: string): 'monday' | 'sunday' | 'saturday' {
  const region = regionOf(locale) ?? '';
  if (SATURDAY.includes(region)) return 'saturday';
  return SUNDAY.includes(region) ? 'sunday' : 'monday';
}

/** An id from a name: lower-case letters and digits, at most 63. */
export function idOf(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
}
