/** Levenshtein distance, cut off at `limit`: larger distances are reported as limit + 1. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}

const normal = (text: string) => text.toLowerCase().replaceAll(/[\s_.-]+/g, '_');

/** Up to three known names that a person may have meant, nearest first. */
export function nearNames(name: string, known: Iterable<string>): readonly string[] {
  const wanted = normal(name.slice(0, 64));
  if (wanted === '') return [];
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const scored: { name: string; score: number }[] = [];
  for (const candidate of known) {
    const other = normal(candidate);
    const part = other.split('_').includes(wanted) || other.includes(wanted);
    const score = part ? 1 : distance(wanted, other, limit);
    if (score <= limit) scored.push({ name: candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1));
  return scored.slice(0, 3).map((entry) => entry.name);
}

/** "Did you mean …?" for near names, else where to find the known ones. */
export function suggest(name: string, known: Iterable<string>, what: string): string {
  const near = nearNames(name, known);
  if (near.length > 0) return `Did you mean ${near.map((text) => `"${text}"`).join(' or ')}?`;
  return `GET /api/analytics/model lists every ${what}.`;
}
