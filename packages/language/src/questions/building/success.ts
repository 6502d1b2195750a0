import type { Reading } from '../reading/reading.js';

/** Words for how well a thing does, without what that is measured by; folded. */
const success =
  /\b(?:did|do|does|doing|done|go|going|went|perform(?:s|ed|ing)?|faring|fared?) (?:so |really |very )?(?:well|badly|poorly|better|worse|great|good)\b|\bhow (?:did|do|does|is|are|was|were|has|have)\b.*\b(?:do|doing|done|perform(?:ed|ing)?|go|going|fare|run|running|develop(?:ed)?)\b|\b(?:better|worse) (?:than|off)\b|\b(?:behind|explains?|caused?) (?:it|this|that)\b|\b(?:lief|liefen|lauft|laufen|gelaufen|geht|ging|gingen|steh(?:t|en)|schlug|schlagt)\b.*\b(?:gut|schlecht|besser|schlechter|es|sich)\b|\bhow(?: i?s|'s|s)\b.*\b(?:shaping|looking|going|doing)\b|\bwie (?:lief|liefen|laufts?|laufen|ging|gingen|geht|steht|war|waren|schlug|schlagt)\b|\b(?:besser|schlechter) als\b|\b(?:dahinter|daran)\b/;

/** Whether a question asks how well something does and names no figure: "how did Lighting do?" */
export function asksSuccess({ words, metrics }: Pick<Reading, 'words' | 'metrics'>): boolean {
  return metrics.length === 0 && success.test(words.map(({ fold }) => fold).join(' '));
}

/** The words that ask for it, as they were written. */
export function successText({ words, text }: Pick<Reading, 'words' | 'text'>): string {
  const folded = words.map(({ fold }) => fold);
  const found = success.exec(folded.join(' '));
  if (found === null) return '';
  const at = (place: number) => {
    let length = 0;
    for (const [i, word] of folded.entries()) {
      length += word.length + 1;
      if (length > place) return i;
    }
    return folded.length - 1;
  };
  const [first, last] = [words[at(found.index)], words[at(found.index + found[0].length - 1)]];
  return text.slice(first?.from ?? 0, last?.to ?? 0);
}
