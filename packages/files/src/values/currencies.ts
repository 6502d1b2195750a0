/** What stands in amounts for a currency, by the likeliest of those that are written so. */
const signs: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  $: 'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU'.split(' '),
  US$: ['USD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  NZ$: ['NZD'],
  S$: ['SGD'],
  SG$: ['SGD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  MX$: ['MXN'],
  R$: ['BRL'],
  '£': ['GBP', 'EGP', 'LBP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  RS: 'INR PKR LKR NPR MUR'.split(' '),
  '₺': ['TRY'],
  TL: ['TRY'],
  '₽': ['RUB'],
  '₴': ['UAH'],
  '₩': ['KRW'],
  '₪': ['ILS'],
  '฿': ['THB'],
  '₫': ['VND'],
  '₱': ['PHP'],
  '₦': ['NGN'],
  '₸': ['KZT'],
  KR: 'SEK NOK DKK ISK'.split(' '),
  ZŁ: ['PLN'],
  KČ: ['CZK'],
  FR: ['CHF'],
  SFR: ['CHF'],
  FT: ['HUF'],
  LEI: ['RON', 'MDL'],
};

const codes = new Set(Intl.supportedValuesOf('currency'));
const beside =
  /^[-+−–(\s]*([\p{L}]{0,3}\p{Sc}?)\.?[-+−–(\s]*[\d.,\s'’]+[-)\s]*([\p{L}]{0,3}\p{Sc}?)\.?[)\s]*$/u;

/**
 * The currencies that an amount such as `$12.50` or `12,50 EUR` can be in, likeliest first.
 * @returns undefined where it says nothing about that
 */
export function currenciesOf(text: string): readonly string[] | undefined {
  const [, before = '', after = ''] = beside.exec(text) ?? [];
  const mark = (before || after).toUpperCase();
  if (mark === '') return undefined;
  if (Object.hasOwn(signs, mark)) return signs[mark];
  return codes.has(mark) ? [mark] : undefined;
}
