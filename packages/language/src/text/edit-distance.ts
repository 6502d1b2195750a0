const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const near = new Set<string>();
for (let r = 0; r < rows.length; r++) {
  const row = rows[r] ?? '';
  for (let c = 0; c < row.length; c++) {
    const key = row[c] ?? '';
    for (const other of [row[c + 1], rows[r + 1]?.[c], rows[r + 1]?.[c - 1]]) {
      if (other !== undefined) near.add(key + other).add(other + key);
    }
  }
}
const vowels = new Set('aeiouy');

/**
 * Cost of having typed `typed` when `intended` was meant: optimal string alignment with typed
 * costs. Swapped neighbours .5; a doubled or undoubled letter .4; a missing vowel .5; a neighbouring
 * key .7; vowel for vowel .7; anything else 1. Both strings folded. Stops early above `limit` and
 * then returns Infinity. Source: Damerau 1964, restricted form; weights of this project.
 */
export function typedEditDistance(typed: string, intended: string, limit: number): number {
  const n = typed.length;
  const m = intended.length;
  if (Math.abs(n - m) > 2 * limit + 1) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let previous: number[] = [0];
  for (let j = 1; j <= m; j++) previous.push((previous[j - 1] ?? 0) + omission(intended, j - 1));
  for (let i = 1; i <= n; i++) {
    const current: number[] = [(previous[0] ?? 0) + insertion(typed, i - 1)];
    let least = current[0] ?? 0;
    for (let j = 1; j <= m; j++) {
      const a = typed[i - 1] ?? '';
      const b = intended[j - 1] ?? '';
      let best = (previous[j - 1] ?? 0) + substitution(a, b);
      best = Math.min(best, (previous[j] ?? 0) + insertion(typed, i - 1));
      best = Math.min(best, (current[j - 1] ?? 0) + omission(intended, j - 1));
      if (i > 1 && j > 1 && a === intended[j - 2] && b === typed[i - 2] && a !== b) {
        best = Math.min(best, (before[j - 2] ?? 0) + 0.5);
      }
      current.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    before = previous;
    previous = current;
  }
  const cost = previous[m] ?? Number.POSITIVE_INFINITY;
  return cost > limit ? Number.POSITIVE_INFINITY : cost;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  if (near.has(a + b)) return 0.7;
  return vowels.has(a) && vowels.has(b) ? 0.7 : 1;
}

/** A letter typed that was not meant. */
function insertion(typed: string, i: number): number {
  return typed[i] === typed[i - 1] || typed[i] === typed[i + 1] ? 0.4 : 0.9;
}

/** A letter meant that was not typed. */
function omission(intended: string, j: number): number {
  if (intended[j] === intended[j - 1]) return 0.4;
  return vowels.has(intended[j] ?? '') ? 0.5 : 0.8;
}

/** The largest cost still taken for a slip of a word of this length; 0 for words too short to tell. */
export function slipLimit(length: number): number {
  if (length < 3) return 0;
  if (length < 4) return 0.5;
  if (length < 6) return 0.8;
  if (length < 9) return 1.5;
  return 2;
}
