const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is the code of a currency that exists (ISO 4217), those of the past among them. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** Decimal places that amounts of a currency are written with: 2 of EUR, 0 of JPY, 3 of KWD. */
export function currencyDigits(code: string): number {
  if (!isCurrency(code)) return 2;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
