import { oneOf, optional, record } from '@olympus/contract';
import { type Static, Type } from 'typebox';
import { fileKinds, roles } from '../recognise/roles.js';
import { conventionNotes, readingNotes } from './reading.js';
import { columnNotes, recognitionNotes } from './recognition.js';
import { rejectionNotes } from './rejections.js';
import { germanRejections } from './rejections-german.js';

/** Everything that the importer says: by its code the English sentence, made of its parameters. */
export const sentences = {
  ...readingNotes,
  ...conventionNotes,
  ...recognitionNotes,
  ...columnNotes,
  ...rejectionNotes,
  /** What an import of an earlier release said, which kept sentences only. */
  said_earlier: ({ text }: { text: string }) => text,
};

type Sentences = typeof sentences;
export type NoteCode = keyof Sentences;
type ParametersOf<Code extends NoteCode> = Parameters<Sentences[Code]>;

export const noteCodes = Object.keys(sentences) as NoteCode[];

/** A note that was stored as text: as JSON, or as a sentence by earlier releases. */
export const parseNote = (stored: string): Note =>
  storedNote(stored.startsWith('{"code":') ? (JSON.parse(stored) as Note) : stored);

/** The sentence of a note in a language; in English what has no other. */
export function tellNote({ code, message, ...given }: Note, language: 'en' | 'de'): string {
  if (language === 'en' || !Object.hasOwn(germanRejections, code)) return message;
  const say = germanRejections[code as keyof typeof germanRejections] as (given: object) => string;
  return say(given);
}

const listed = 40;

/** Names of columns as they stand in a sentence: the first of many, each of a readable length. */
export function listNames(names: readonly string[]): string {
  const first = names.slice(0, listed).map((name) => name.slice(0, 80));
  return `${first.join(', ')}${names.length > listed ? ` and ${names.length - listed} more` : ''}`;
}

/** A note as it travels: its code, the sentence, and the parameters of its code. */
export const noteSchema = record(
  {
    code: oneOf(noteCodes, { description: 'What is said; its parameters stand beside it' }),
    message: Type.String({ description: 'The same as an English sentence' }),
    file: optional(Type.String({ description: 'The file it is about, where there are several' })),
    column: optional(Type.String()),
    role: optional(oneOf(roles)),
    kind: optional(oneOf(fileKinds)),
    layout: optional(Type.String({ description: 'The code of a layout' })),
    currency: optional(Type.String()),
    example: optional(Type.String({ description: 'A value of the file' })),
    count: optional(Type.Integer()),
    expected: optional(Type.Integer()),
    limit: optional(Type.Number()),
    field: optional(Type.String({ description: 'Place in the event' })),
    rule: optional(Type.String({ description: 'What the collector said' })),
    encoding: optional(Type.String()),
    other: optional(Type.String({ description: 'What it could be instead' })),
    other_example: optional(Type.String({ description: 'The value of the file, read so' })),
    text: optional(Type.String()),
  },
  { title: 'ImportNote', description: 'Something that the importer says about a file' },
);
/** Something that is said about a file; made by {@link note}. */
export type Note = Static<typeof noteSchema>;

/** @param parameters  those that the sentence of the code is made of */
export function note<Code extends NoteCode>(code: Code, ...parameters: ParametersOf<Code>): Note {
  const [given = {}] = parameters;
  const say = sentences[code] as (given: object) => string;
  return { code, message: say(given), ...given };
}

/** A note about one of several files. */
export const aboutFile = (file: string, said: Note): Note => ({
  ...said,
  file,
  message: `${file}: ${said.message}`,
});

/** A note as it was stored; what this release does not say any more, as its sentence. */
export function storedNote(stored: string | Note): Note {
  if (typeof stored === 'string') return note('said_earlier', { text: stored });
  return Object.hasOwn(sentences, stored.code)
    ? stored
    : note('said_earlier', { text: stored.message });
}
