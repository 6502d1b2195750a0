const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is the code of a currency that exists (ISO 4217), those of the past among them. */
export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && currencies.has(code);
}
