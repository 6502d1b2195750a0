import { nullable, ofTenant, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { contentSchema } from '../board.js';

/** Words that several operations of the room share. */

export const idField = (description: string) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$', description });

export const ofBoard = { ...ofTenant, id: idField('Id of the dashboard') };

export const localeField = optional(
  Type.String({
    maxLength: 35,
    pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
    description: 'BCP 47: what is named for people is named in its language, where there is one',
  }),
);

export const entryFields = {
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  version: Type.Integer({ description: 'Rises with every save' }),
  changed_by: Type.String(),
  created_at: Type.String(),
  changed_at: Type.String(),
  favourite: Type.Boolean({ description: 'Of whoever asks' }),
};

export const boardSchema = record(
  {
    ...entryFields,
    scope: contentSchema.properties.scope,
    tiles: contentSchema.properties.tiles,
  },
  { title: 'Board', description: 'A dashboard with its tiles' },
);

export const outcomeSchema = Type.Union(
  [
    record({ answer: Type.Unknown({ description: 'What the operation answered' }) }),
    record({
      problem: record({
        code: Type.String(),
        message: Type.String(),
        at: optional(Type.String()),
        remedy: optional(Type.String()),
        transient: Type.Boolean({ description: 'Whether asking again may help' }),
      }),
    }),
  ],
  { title: 'TileOutcome', description: 'An answer, or why there is none' },
);

export const annotationSchema = record(
  {
    id: Type.String(),
    board_id: nullable(Type.String({ description: 'Null: on every dashboard' })),
    on: Type.String({ description: 'Local date' }),
    label: Type.String(),
    changed_by: Type.String(),
    changed_at: Type.String(),
  },
  { title: 'Annotation', description: 'Something that happened on a day, drawn on charts' },
);
