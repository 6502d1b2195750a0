import type { Operation } from '@olympus/contract';

/** `dead_letters.replay_one` as the name of a field: `deadLettersReplayOne`. */
export const fieldName = ({ id }: Pick<Operation, 'id'>): string =>
  id.replace(/[._]+(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Words in a row as the name of a type: `AskData`, `comparison_range` → `AskDataComparisonRange`. */
export const typeName = (...words: readonly string[]): string =>
  words
    .flatMap((word) => word.split(/[^A-Za-z0-9]+/))
    .filter((word) => word !== '')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');

/** Whether GraphQL can call a member that. */
export const isName = (text: string): boolean =>
  /^[_A-Za-z]\w*$/.test(text) && !text.startsWith('__');

const taken = new Set(['true', 'false', 'null']);

/** A word of an enumeration under a name that GraphQL allows. */
export function enumName(word: string): string {
  const name = word.replace(/\W/g, '_').replace(/^(?=\d|$)/, '_');
  return taken.has(name) || name.startsWith('__') ? `${name.replace(/^_+/, '')}_` : name;
}
