import { maskPersonalData } from '@olympus/language';

/**
 * A question as it may be kept: personal data in it is masked, and so are the same pieces wherever
 * they came to stand in what was made of it (a filter's value, a part's text).
 */
export function withoutPersonalData<T>(
  question: string,
  made: T,
): { readonly question: string; readonly made: T } {
  const { text, replacements } = maskPersonalData(question);
  if (replacements.length === 0) return { question, made };
  const pieces = replacements.map(({ from, to, maskedFrom, maskedTo }) => ({
    piece: question.slice(from, to).toLowerCase(),
    mask: text.slice(maskedFrom, maskedTo),
  }));
  const masked = (value: string) =>
    pieces.reduce((before, { piece, mask }) => replaceAll(before, piece, mask), value);
  const copy: T = JSON.parse(
    JSON.stringify(made, (_key, value: unknown) =>
      typeof value === 'string' ? masked(value) : value,
    ),
  );
  return { question: text, made: copy };
}

/** Replaces a piece whatever its case; `piece` is in lower case and not empty. */
function replaceAll(text: string, piece: string, mask: string): string {
  const folded = text.toLowerCase();
  if (piece === '' || folded.length !== text.length || !folded.includes(piece)) return text;
  let result = '';
  let at = 0;
  for (let found = folded.indexOf(piece); found >= 0; found = folded.indexOf(piece, at)) {
    result += text.slice(at, found) + mask;
    at = found + piece.length;
  }
  return result + text.slice(at);
}
