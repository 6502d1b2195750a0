import { findPersonalData } from '@olympus/language';
import { decoded } from './web-address.js';

/** Characters of a short address: a@b.de */
const shortest = 6;

/** Whether a text such as an id holds an e-mail address; nearly none does, and that is found fast. */
export function holdsMailAddress(text: string): boolean {
  if (text.length < shortest) return false;
  if (!text.includes('@') && !text.includes('%')) return false;
  return findPersonalData(decoded(text)).some(({ kind }) => kind === 'email');
}
