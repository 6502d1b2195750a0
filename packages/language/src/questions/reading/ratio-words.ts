/** Words that set a measure in proportion to another, in English and German, folded. */
const proportions: readonly string[] = [
  'relative to',
  'in relation to',
  'in proportion to',
  'proportional to',
  'im verhaltnis zu',
  'im verhaltnis zum',
  'im verhaltnis zur',
  'in relation zu',
  'in relation zum',
  'in relation zur',
  'relativ zu',
  'relativ zum',
  'relativ zur',
  'bezogen auf',
  'gemessen an',
  'gemessen am',
];

/** Where such words stand among folded ones; undefined where there are none. */
export function proportionIn(
  folded: readonly string[],
): { readonly from: number; readonly to: number } | undefined {
  for (const phrase of proportions) {
    const words = phrase.split(' ');
    const from = folded.findIndex((_, at) => words.every((word, i) => folded[at + i] === word));
    if (from >= 0) return { from, to: from + words.length };
  }
  return undefined;
}
