/** A name made up of signs rather than a word: with a digit, a capital inside, or in short capitals. */
export function isCodeLike(text: string): boolean {
  return /\d|_|\p{Ll}\p{Lu}/u.test(text) || /^[\p{Lu}-]{1,6}$/u.test(text);
}
