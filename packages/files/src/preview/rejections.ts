import type { Note } from '../notes/notes.js';

/** Rows that would not be stored, for one reason. */
export interface RejectedGroup {
  readonly reason: Note;
  readonly rows: number;
  /** The first of them. */
  readonly lines: readonly number[];
  readonly example: string;
}

const shownLines = 20;

/** Rows by why they are rejected; like reasons come together whatever values stand in them. */
export function createRejections() {
  const groups = new Map<
    string,
    {
      reason: Note;
      rows: number;
      lines: number[];
      example: string;
    }
  >();
  return {
    add(reason: Note, lines: readonly number[], example: string): void {
      const key = JSON.stringify(reason);
      const group = groups.get(key) ?? { reason, rows: 0, lines: [], example };
      group.rows += Math.max(1, lines.length);
      for (const line of lines) if (group.lines.length < shownLines) group.lines.push(line);
      groups.set(key, group);
    },
    end: (): readonly RejectedGroup[] => [...groups.values()].sort((a, b) => b.rows - a.rows),
  };
}
