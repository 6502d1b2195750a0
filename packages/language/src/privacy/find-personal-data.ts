import { findEmails, findIpAddresses, findStreetAddresses } from './find-addresses.js';
import { findNames } from './find-names.js';
import { findCards, findIbans, findPhones } from './find-numbers.js';
import type { PersonalDataFinder, PersonalDataKind, PersonalDataSpan } from './personal-data.js';

/** Stands for what an earlier finder took, so that a later one ends there. */
const TAKEN = '\u0000';

/** Finders in the order of precedence: a later one sees only what the earlier ones left. */
const FINDERS: readonly PersonalDataFinder[] = [
  findEmails,
  findIbans,
  findCards,
  findIpAddresses,
  findPhones,
  findStreetAddresses,
  findNames,
];

/**
 * Finds personal data in a text: addresses of mail and network, telephone, card and account
 * numbers, and, by context only, names and street addresses (see findNames and
 * findStreetAddresses for what they miss). Spans are in order and do not overlap.
 * Time is linear in the text.
 */
export function findPersonalData(text: string): readonly PersonalDataSpan[] {
  const taken: PersonalDataSpan[] = [];
  let remaining = text;
  for (const find of FINDERS) {
    const fresh = [...find(remaining)].sort((a, b) => a.from - b.from || b.to - a.to);
    let blanked = '';
    let reached = 0;
    for (const span of fresh) {
      if (span.from < reached) continue;
      taken.push(span);
      blanked += remaining.slice(reached, span.from) + TAKEN.repeat(span.to - span.from);
      reached = span.to;
    }
    remaining = blanked + remaining.slice(reached);
  }
  return taken.sort((a, b) => a.from - b.from);
}

/** A masked text and where its pieces came from. */
export interface MaskedText {
  readonly text: string;
  /** What was masked: its span in the original and in the masked text, without the data. */
  readonly replacements: readonly {
    readonly kind: PersonalDataKind;
    readonly from: number;
    readonly to: number;
    readonly maskedFrom: number;
    readonly maskedTo: number;
  }[];
}

/** How personal data is masked. */
export interface MaskingOptions {
  /**
   * 'label' writes [EMAIL] and the like; 'same_length' writes one • for each UTF-16 unit, so that
   * every offset of the masked text is one of the original.
   */
  readonly style?: 'label' | 'same_length';
  /** Only these kinds are masked; all unless told. */
  readonly kinds?: readonly PersonalDataKind[];
}

/**
 * Replaces the personal data of a text. The same data twice gets the same label with a number
 * ([NAME], [NAME 2]), so that the text can still be followed.
 */
export function maskPersonalData(text: string, options: MaskingOptions = {}): MaskedText {
  const spans = findPersonalData(text).filter(
    (span) => options.kinds === undefined || options.kinds.includes(span.kind),
  );
  const numbers = new Map<string, number>();
  const counts = new Map<PersonalDataKind, number>();
  const replacements: MaskedText['replacements'][number][] = [];
  let masked = '';
  let at = 0;
  for (const span of spans) {
    masked += text.slice(at, span.from);
    const maskedFrom = masked.length;
    masked +=
      options.style === 'same_length'
        ? '•'.repeat(span.to - span.from)
        : label(span, numbers, counts);
    const { kind, from, to } = span;
    replacements.push({ kind, from, to, maskedFrom, maskedTo: masked.length });
    at = span.to;
  }
  return { text: masked + text.slice(at), replacements };
}

function label(
  span: PersonalDataSpan,
  numbers: Map<string, number>,
  counts: Map<PersonalDataKind, number>,
): string {
  const key = `${span.kind} ${span.text.toLowerCase().replace(/[\s-]/g, '')}`;
  let number = numbers.get(key);
  if (number === undefined) {
    number = (counts.get(span.kind) ?? 0) + 1;
    counts.set(span.kind, number);
    numbers.set(key, number);
  }
  const name = span.kind.toUpperCase().replace('_', ' ');
  return number === 1 ? `[${name}]` : `[${name} ${number}]`;
}
