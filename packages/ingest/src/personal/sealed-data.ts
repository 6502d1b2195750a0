import { restore } from './divide.js';

type Fields = Readonly<Record<string, unknown>>;

/** What of one event is sealed, as one text. */
export interface SealedParts {
  /** Fields that the schema marks as personal. */
  readonly personal: Fields | undefined;
  /** What else of the data is not known to be harmless, in the places that it had. */
  readonly rest: Fields | undefined;
}

/** Names under which the rest is kept among personal fields, which stand by their own names. */
const restName = '_rest';
const envelopeName = '_event';

/**
 * @param envelope what of the envelope a keyed hash stands for
 * @returns undefined when nothing is to be sealed
 */
export function joinParts(
  { personal, rest }: SealedParts,
  envelope: Fields | undefined,
): Fields | undefined {
  if (rest === undefined && envelope === undefined) return personal;
  return {
    ...personal,
    ...(rest === undefined ? {} : { [restName]: rest }),
    ...(envelope === undefined ? {} : { [envelopeName]: envelope }),
  };
}

/** The personal fields alone, of what was sealed. */
export function personalOf(opened: Fields): Fields {
  const { [restName]: _, [envelopeName]: __, ...personal } = opened;
  return personal;
}

/**
 * An event's stored data as it was sent, with what was sealed in its places; `_event` holds the id
 * and source that a hash stands for.
 */
export function restoreData(stored: Fields, opened: Fields): Fields {
  const { _sealed, ...clear } = stored;
  const { [restName]: rest, [envelopeName]: envelope, ...personal } = opened;
  const whole = { ...(restore(clear, rest ?? {}) as Fields), ...personal };
  return envelope === undefined ? whole : { ...whole, [envelopeName]: envelope };
}
