/** Rows that would not be stored, for one reason. */
export interface RejectedGroup {
  readonly reason: string;
  readonly rows: number;
  /** The first of them. */
  readonly lines: readonly number[];
  readonly example: string;
}

const shownLines = 20;

/** Rows by why they are rejected; like reasons come together whatever values stand in them. */
export function createRejections() {
  const groups = new Map<string, { rows: number; lines: number[]; example: string }>();
  return {
    add(reason: string, lines: readonly number[], example: string): void {
      const group = groups.get(reason) ?? { rows: 0, lines: [], example };
      group.rows += Math.max(1, lines.length);
      for (const line of lines) if (group.lines.length < shownLines) group.lines.push(line);
      groups.set(reason, group);
    },
    end: (): readonly RejectedGroup[] =>
      [...groups].map(([reason, group]) => ({ reason, ...group })).sort((a, b) => b.rows - a.rows),
  };
}

/** A refusal in words for who knows the file, not the event. */
export function reasonOf(refusal: {
  readonly reason: string;
  readonly path?: string | undefined;
}): string {
  if (refusal.path === '/time') return 'the time is missing or cannot be read';
  const path = (refusal.path ?? '')
    .replace(/^\/data\/?/, '')
    .replace(/^items\/\d+\/?/, 'items: ')
    .replaceAll('/', ' ');
  return path.trim() === '' ? refusal.reason : `${path.trim()}: ${refusal.reason}`;
}
