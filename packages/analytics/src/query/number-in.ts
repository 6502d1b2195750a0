import type { AnswerValue } from '@olympus/semantic';

/** A cell as a number, exact decimals rounded to a double; null for what is unknown. */
export function numberIn(value: AnswerValue | undefined): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
