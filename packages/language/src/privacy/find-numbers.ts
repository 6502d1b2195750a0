import { ibanLength, isIban, passesLuhn } from './checksums.js';
import { type PersonalDataSpan, spanOf } from './personal-data.js';

const DIGIT_GROUPS = /(?<![\d.,-])\d+(?:([ -])\d+(?:\1\d+)*)?/g;
/** How cards group their digits: 4-4-4-4 (also with 3 more), 4-6-5 and 4-6-4. */
const GROUPINGS = new Set(['4-4-4-4', '4-4-4-4-3', '4-6-5', '4-6-4']);
const IBAN_START = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?=[ ]?[A-Z0-9])/gi;

/**
 * Payment card numbers: 13 to 19 digits of a known network's first digits that pass Luhn's
 * check, in one piece or grouped as cards print them, with the same blank or hyphen between.
 * Other numbers may stand before and after the groups.
 */
export function findCards(text: string): readonly PersonalDataSpan[] {
  return [...text.matchAll(DIGIT_GROUPS)].flatMap((match) => {
    const groups = match[0].split(/[ -]/);
    const spans: PersonalDataSpan[] = [];
    let at = match.index;
    for (let first = 0; first < groups.length; first++) {
      const count = cardGroups(groups, first);
      if (count > 0) {
        const length = groups.slice(first, first + count).join(' ').length;
        spans.push(spanOf(text, 'card', at, at + length, 'checked'));
        at += length + 1;
        first += count - 1;
      } else at += (groups[first]?.length ?? 0) + 1;
    }
    return spans;
  });
}

/** How many groups from `first` on make the longest card number; 0 when none does. */
function cardGroups(groups: readonly string[], first: number): number {
  let digits = '';
  let best = 0;
  for (let count = 1; first + count <= groups.length; count++) {
    const group = groups[first + count - 1] ?? '';
    if (digits.length + group.length > 19) break;
    digits += group;
    const lengths = groups.slice(first, first + count).map((part) => part.length);
    const isUsual = count === 1 ? digits.length >= 13 : GROUPINGS.has(lengths.join('-'));
    if (isUsual && isCardNumber(digits)) best = count;
  }
  return best;
}

function isCardNumber(digits: string): boolean {
  const isNetwork = /^(?:4|5[0-8]|2[2-7]|3[0-9]|6[0-9])/.test(digits);
  return isNetwork && !/^(\d)\1*$/.test(digits) && passesLuhn(digits);
}

/** International bank account numbers that pass the check modulo 97, spaced or not. */
export function findIbans(text: string): readonly PersonalDataSpan[] {
  return [...text.matchAll(IBAN_START)].flatMap((match) => {
    const length = ibanLength(match[0].slice(0, 2).toUpperCase());
    if (length === undefined) return [];
    let compact = '';
    let at = match.index;
    while (compact.length < length && at < text.length) {
      const character = text.charAt(at);
      if (/[A-Za-z0-9]/.test(character)) compact += character.toUpperCase();
      else if (!/[ \u00a0-]/.test(character) || /[ \u00a0-]/.test(text.charAt(at - 1))) break;
      at++;
    }
    const isCut = /[A-Za-z0-9]/.test(text.charAt(at));
    if (isCut || !isIban(compact)) return [];
    return [spanOf(text, 'iban', match.index, at, 'checked')];
  });
}

const PHONE =
  /(?<![\p{L}\d@#,/:_-]|\d\.)(?:\+|00)?\(?\d(?:[ ./()\u00a0-]{0,2}\d){5,14}(?![\d]|[.,:]\d)/gu;
/** Words that announce a telephone number. */
const PHONE_WORD =
  /(?<!\p{L})(?:phone|mobile|cell(?!\p{L})|call|tel(?!\p{L})|fax|whatsapp|telefon|handy|mobil|anruf|ruf(?!\p{L})|téléphone|portable|appel|teléfono|móvil|celular|llam|telefone|telemóvel|ligue|cellulare|chiam|telefoon|mobiel|bel(?!\p{L}))[^\d\n]{0,30}$/iu;
/** Words that announce a number of any kind: it must be grouped as telephone numbers are. */
const NUMBER_WORD =
  /(?<!\p{L})(?:number|contact|reach|nummer|kontakt|numéro|joindre|número|contacto|contato|numero|contatt)[^\d\n]{0,30}$/iu;
const TELEPHONE_GROUPS = /^\(?\d{1,4}\)?(?:[ ./-]\d{2,4}){2,5}$/;
const DATE = /^(?:\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4})$/;

/**
 * Telephone numbers: 7 to 15 digits that either are international (+, 00), or follow a word
 * such as "phone" or "Telefon", or are grouped and begin with 0 or an area code in brackets, or
 * are grouped and follow a word such as "number".
 * Limits: a bare run of digits without such a sign is taken for an order number, not a phone.
 */
export function findPhones(text: string): readonly PersonalDataSpan[] {
  return [...text.matchAll(PHONE)].flatMap((match) => {
    const written = match[0];
    const digits = written.replace(/\D/g, '');
    if (digits.length < 7 || digits.length > 15 || DATE.test(written)) return [];
    const isInternational = /^(?:\+|00)/.test(written) && digits.length >= 9;
    const isGrouped = /\d[ ./()\u00a0-]+\d/.test(written);
    const isNational = isGrouped && (/^\(?0/.test(written) || /^\(\d{2,4}\)/.test(written));
    const isAmerican = /^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/.test(written);
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const isAnnounced =
      PHONE_WORD.test(before) || (TELEPHONE_GROUPS.test(written) && NUMBER_WORD.test(before));
    if (!isInternational && !isNational && !isAmerican && !isAnnounced) return [];
    const certainty = isInternational ? 'checked' : 'likely';
    return [spanOf(text, 'phone', match.index, match.index + written.length, certainty)];
  });
}
