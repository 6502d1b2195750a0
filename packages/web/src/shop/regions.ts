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
/** Currencies by the cities that time zones are named after, where a zone is a country's own. */
const ZONES: Readonly<Record<string, string>> = {
  EUR: 'Amsterdam Andorra Athens Azores Berlin Bratislava Brussels Busingen Canary Ceuta Dublin Famagusta Helsinki Lisbon Ljubljana Luxembourg Madeira Madrid Malta Mariehamn Monaco Nicosia Paris Riga Rome San_Marino Sofia Tallinn Vatican Vienna Vilnius Zagreb',
  USD: 'Adak Anchorage Boise Chicago Denver Detroit El_Salvador Guayaquil Honolulu Indianapolis Juneau Los_Angeles New_York Nome Phoenix Puerto_Rico',
  GBP: 'Belfast London',
  CHF: 'Vaduz Zurich',
  SEK: 'Stockholm',
  NOK: 'Oslo',
  DKK: 'Copenhagen',
  PLN: 'Warsaw',
  CZK: 'Prague',
  HUF: 'Budapest',
  RON: 'Bucharest',
  UAH: 'Kiev Kyiv',
  TRY: 'Istanbul',
  CAD: 'Edmonton Halifax Moncton Montreal Regina St_Johns Toronto Vancouver Whitehorse Winnipeg',
  AUD: 'Adelaide Brisbane Darwin Hobart Melbourne Perth Sydney',
  NZD: 'Auckland Chatham',
  JPY: 'Tokyo',
  CNY: 'Shanghai Urumqi',
  KRW: 'Seoul',
  INR: 'Calcutta Kolkata',
  BRL: 'Bahia Belem Cuiaba Fortaleza Manaus Recife Sao_Paulo',
  MXN: 'Cancun Chihuahua Hermosillo Mazatlan Merida Mexico_City Monterrey Tijuana',
  ZAR: 'Johannesburg',
  ILS: 'Jerusalem Tel_Aviv',
  AED: 'Dubai',
  SAR: 'Riyadh',
  SGD: 'Singapore',
  HKD: 'Hong_Kong',
  THB: 'Bangkok',
  IDR: 'Jakarta Makassar',
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

/**
 * The currency that is likely paid with in a time zone; where that says nothing, as for `UTC`, where
 * the locale is spoken; else euros.
 */
export function currencyOf(zone: string, locale: string): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1);
  return keyOf(ZONES, city) ?? keyOf(CURRENCIES, regionOf(locale)) ?? 'EUR';
}

function keyOf(
  table: Readonly<Record<string, string>>,
  word: string | undefined,
): string | undefined {
  return Object.keys(table).find((key) => table[key]?.split(' ').includes(word ?? ''));
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
