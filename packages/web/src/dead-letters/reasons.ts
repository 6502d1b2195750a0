import type { DeadLetter } from '@olympus/sdk';

/** How many letters have each code, most first. */
export function countsByCode(
  letters: readonly DeadLetter[],
): readonly { readonly code: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of letters) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}

/** What was sent: the event where it is JSON, else the text itself. */
export function eventOf(letter: DeadLetter): unknown {
  try {
    return JSON.parse(letter.raw);
  } catch {
    return letter.raw;
  }
}
