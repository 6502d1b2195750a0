/** Kinds of personal data that are found in text. */
export type PersonalDataKind =
  | 'email'
  | 'phone'
  | 'card'
  | 'iban'
  | 'ip_address'
  | 'name'
  | 'address';

/**
 * Personal data at [from, to) of a text, in UTF-16 units. `certainty` is `checked` where a
 * check digit or a strict grammar confirms it, `likely` where only context speaks for it.
 */
export interface PersonalDataSpan {
  readonly kind: PersonalDataKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly certainty: 'checked' | 'likely';
}

/** A finder: all spans of its kinds in a text; spans may overlap those of other finders. */
export type PersonalDataFinder = (text: string) => readonly PersonalDataSpan[];

/** The span of a part of a text. */
export function spanOf(
  text: string,
  kind: PersonalDataKind,
  from: number,
  to: number,
  certainty: PersonalDataSpan['certainty'],
): PersonalDataSpan {
  return { kind, from, to, text: text.slice(from, to), certainty };
}
