/** Drivers hand JSON out as text or parsed; what it holds was checked when it was stored. */
export function parsedJson<T>(cell: unknown): T {
  return (typeof cell === 'string' ? JSON.parse(cell) : cell) as T;
}

/** Milliseconds, as the store gives instants, in ISO. */
export const instantOf = (cell: unknown): string => new Date(Number(cell)).toISOString();

export const instantOrNull = (cell: unknown): string | null =>
  cell === null || cell === undefined ? null : instantOf(cell);
