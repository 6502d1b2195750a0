/**
 * A statistic that cannot be computed from its input: too few values, zero variance, a value that
 * is not finite. Returned instead of NaN, Infinity or a made-up 0; `reason` is a sentence for people.
 */
export interface Undefined {
  readonly kind: 'undefined';
  readonly reason: string;
}

/** Makes an `Undefined`; the reason says what the input lacks ("variance needs two values"). */
export const undefinedBecause = (reason: string): Undefined => ({ kind: 'undefined', reason });

/** True for the `Undefined` value; narrows unions such as `number | Undefined` or result objects. */
export const isUndefined = (value: unknown): value is Undefined =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value as { readonly kind: unknown }).kind === 'undefined';

/**
 * The number itself when finite, otherwise `Undefined` with the reason: the last step of a
 * computation that could overflow or divide by zero.
 */
export const finiteOr = (value: number, reason: string): number | Undefined =>
  Number.isFinite(value) ? value : undefinedBecause(reason);

/** True when every value is a finite number (false for NaN and ±Infinity; true when empty). */
export const allFinite = (values: ArrayLike<number>): boolean => {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) return false;
  }
  return true;
};
