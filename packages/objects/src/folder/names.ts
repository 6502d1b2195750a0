/** Names that Windows keeps for devices, whatever follows their first dot. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * A key as a path that every file system can hold: upper-case letters are marked with `!`, as some
 * systems do not tell them apart; device names begin with `!!`; folders end with `~`, so that a
 * file `a` and a file `a/b` may both be.
 */
export function keyToPath(key: string): string {
  const names = key.split('/');
  return names
    .map((name, index) => encodeName(name) + (index < names.length - 1 ? '~' : ''))
    .join('/');
}

export function encodeName(name: string): string {
  const marked = name.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  return reserved.test(name) ? `!!${marked}` : marked;
}

/** The name that {@link encodeName} was given, or undefined for a file that is none of ours. */
export function decodeName(encoded: string): string | undefined {
  const name = encoded
    .replace(/^!!/, '')
    .replace(/!([a-z])/g, (_mark, letter: string) => letter.toUpperCase());
  return encodeName(name) === encoded ? name : undefined;
}
