/** Drivers hand JSON out as text or parsed. */
export const parsed = (cell: unknown): unknown =>
  typeof cell === 'string' ? JSON.parse(cell) : (cell ?? null);

/** A timestamp as milliseconds since 1970; null where there is none. */
export const msOf = (cell: unknown): number | null =>
  cell === null || cell === undefined ? null : Number(cell);

export const isoOf = (ms: number): string => new Date(ms).toISOString();
