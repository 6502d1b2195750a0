/** Something the palette can do. */
export interface Command {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly run: () => void;
}

/**
 * Commands that match every word typed, best first: a label that starts with the text, then words
 * that do, then the text anywhere. Order is kept within a rank.
 */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return commands;
  const words = text.split(/\s+/);
  const rank = ({ label, group }: Command): number => {
    const name = label.toLowerCase();
    if (name.startsWith(text)) return 0;
    const parts = `${name} ${group.toLowerCase()}`.split(/[\s:]+/);
    if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 1;
    return words.every((word) => name.includes(word)) ? 2 : 3;
  };
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.command);
}
