const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is the code of a currency that exists (ISO 4217), those of the past among them. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}
