import type { ImportNote } from '@olympus/sdk';
import { type Texts, useTexts } from '@olympus/web/kit';
import { names } from './names.js';
import { notes } from './notes.js';

/** Tells what the importer says in the reader's language. */
export function useNotes(): (note: ImportNote) => string {
  const own = useTexts(notes);
  const { t: name } = useTexts(names);
  return (note) => tellNote(note, own.t, name);
}

type Notes = (typeof notes)['en'];
type Names = (typeof names)['en'];

/** A note by its code; as the server says it where the page does not know the code. */
export function tellNote(note: ImportNote, t: Texts<Notes>['t'], name: Texts<Names>['t']): string {
  const { code, message, file, role, kind, layout, column, field } = note;
  if (!isKnown(code)) return message;
  const values = {
    ...note,
    ...(role && { role: name(`role.${role}`) }),
    ...(kind && { kind: name(`kind.${kind}`) }),
    ...(layout !== undefined && { layout: isKnown(layout) ? tellLayout(layout, t) : layout }),
    place: column === undefined ? (field ?? '') : t('place', { column }),
  };
  // each code comes with the values of its text: a test sees to it
  const tell = t as (key: keyof Notes, values: object) => string;
  const told = tell(code, values);
  return file === undefined ? told : `${file}: ${told}`;
}

const tellLayout = (layout: keyof Notes, t: Texts<Notes>['t']) =>
  (t as (key: keyof Notes) => string)(layout);

const isKnown = (code: string): code is keyof Notes => Object.hasOwn(notes.en, code);
