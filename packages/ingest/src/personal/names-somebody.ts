import { findPersonalData, type PersonalDataSpan } from '@olympus/language';
import { decoded } from './web-address.js';

/** Characters of a short address: a@b.de */
const shortest = 6;
/** Digits of a short telephone number with its country's code. */
const fewestDigits = 9;

/**
 * Whether a text such as an id holds what belongs to one person: an e-mail address, a telephone
 * number as it is dialled from abroad or grouped, an IBAN or the number of a payment card, each by
 * its check digits. Nearly none does, and that is found fast. A bare run of digits, and numbers of
 * goods (GTIN), are taken for what ids mostly are.
 */
export function namesSomebody(text: string): boolean {
  if (text.length < shortest) return false;
  const plain = text.includes('%') ? decoded(text) : text;
  if (plain.includes('@')) {
    if (findPersonalData(plain).some(({ kind }) => kind === 'email')) return true;
  }
  if (!mayHoldNumber(plain)) return false;
  return findPersonalData(plain.replace(joints, ' ')).some(isNumberOfSomebody);
}

/** Signs by which parts of an id hang together, as in `card-4111…` and `tel:+49…`. */
const joints = /(?<=[A-Za-z])-|[_:/]/g;

const digitZero = 48;
const digitNine = 57;

function mayHoldNumber(text: string): boolean {
  if (text.length < fewestDigits) return false;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= digitZero && unit <= digitNine) digits += 1;
  }
  if (digits < fewestDigits) return false;
  return dialled.test(text) || account.test(text) || card.test(text);
}

const dialled = /\+|^00[1-9]|[ (/]\d/;
const account = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}[ -]?[A-Za-z0-9]{4}/;
const card = /(?<![A-Za-z0-9])\d(?:[ -]?\d){14}/;

function isNumberOfSomebody({ kind, text, certainty }: PersonalDataSpan): boolean {
  const digits = text.replace(/\D/g, '');
  switch (kind) {
    case 'iban':
      return true;
    case 'card':
      return isIssued(digits);
    case 'phone':
      return certainty === 'checked'
        ? text.startsWith('+') || !isNumberOfGoods(digits)
        : /[ ()]/.test(text);
    default:
      return false;
  }
}

/** First digits and lengths of cards that are issued; shorter numbers are those of goods and orders. */
const issued =
  /^(?:4\d{15}(?:\d{3})?|5[0-8]\d{14}|2[2-7]\d{14}|3[47]\d{13}|35\d{14}|6\d{15}(?:\d{3})?)$/;
const isIssued = (digits: string) => issued.test(digits);

const lengthsOfGoods = new Set([12, 13, 14]);

/** Whether digits are a GTIN (UPC, EAN) by length and check digit. */
function isNumberOfGoods(digits: string): boolean {
  if (!lengthsOfGoods.has(digits.length)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - digitZero;
    sum += place % 2 === 1 ? digit * 3 : digit;
  }
  return sum % 10 === 0;
}
