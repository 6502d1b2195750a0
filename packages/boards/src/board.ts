import { oneOf, optional, record } from '@olympus/contract';
import { comparisonKinds, grains, timeframes } from '@olympus/core';
import { filterSchema } from '@olympus/semantic';
import { type Static, Type } from 'typebox';
import { boardLimits } from './limits.js';

/** A dashboard as data: what the door checks, the store keeps and the page draws. */

export const gridColumns = 12;

const moment = Type.String({ minLength: 10, maxLength: 40 });

/** Something that can be asked of the product, by the id of its operation. */
export const questionSchema = record(
  {
    operation: Type.String({
      minLength: 3,
      maxLength: 100,
      description: 'Id of an operation that only reads, such as analytics.query',
    }),
    input: Type.Record(Type.String(), Type.Unknown(), {
      description: 'The operation’s input without tenant_id',
    }),
  },
  { title: 'TileQuestion' },
);

export const followsSchema = record(
  {
    time: optional(Type.Boolean({ description: 'False: the tile keeps its own time' })),
    filters: optional(Type.Boolean({ description: 'False: only its own filters hold' })),
    grain: optional(Type.Boolean({ description: 'False: a series keeps its own grain' })),
    compare: optional(Type.Boolean({ description: 'True: it takes the comparison' })),
  },
  { title: 'TileFollows', description: 'What a tile takes from the dashboard around it' },
);

/** What a tile asks. */
export const tileAskSchema = record(
  {
    ask: questionSchema,
    more: optional(
      Type.Array(questionSchema, {
        maxItems: 3,
        description: 'What else its drawing needs: the series beside a figure. Never compared.',
      }),
    ),
    follows: optional(followsSchema),
  },
  { title: 'TileAsk' },
);

export const viewSchema = record(
  {
    kind: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$', description: 'How it is drawn' }),
    markdown: optional(Type.String({ maxLength: 20_000, description: 'Of a text' })),
    options: optional(
      Type.Record(Type.String(), Type.Unknown(), { description: 'What the kind understands' }),
    ),
  },
  { title: 'TileView' },
);

/** Where a tile was made: a page of the application and what its address kept. */
export const opensSchema = record(
  {
    path: Type.String({ pattern: '^/([A-Za-z0-9_-][A-Za-z0-9/_-]{0,199})?$' }),
    search: Type.Record(
      Type.String({ maxLength: 40 }),
      Type.Union([
        Type.String({ maxLength: 2_000 }),
        Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 40 }),
      ]),
    ),
  },
  { title: 'TileOpens', description: 'The page that shows the same, and what its address keeps' },
);

export const tileSchema = record(
  {
    id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$' }),
    title: Type.String({ maxLength: 200 }),
    x: Type.Integer({ minimum: 0, maximum: gridColumns - 1, description: 'Column, from 0' }),
    y: Type.Integer({ minimum: 0, maximum: 2_000, description: 'Row, from 0' }),
    w: Type.Integer({ minimum: 1, maximum: gridColumns, description: 'Columns of 12' }),
    h: Type.Integer({ minimum: 1, maximum: 40, description: 'Rows' }),
    ask: optional(questionSchema),
    more: tileAskSchema.properties.more,
    follows: optional(followsSchema),
    view: viewSchema,
    opens: optional(opensSchema),
  },
  { title: 'BoardTile' },
);

export const scopeSchema = record(
  {
    time: optional(
      Type.Union([record({ timeframe: oneOf(timeframes) }), record({ from: moment, to: moment })]),
    ),
    compare: optional(oneOf([...comparisonKinds, 'none'])),
    grain: optional(oneOf([...grains, 'auto'])),
    filters: optional(Type.Array(filterSchema, { maxItems: 20 })),
  },
  { title: 'BoardScope', description: 'Time, comparison, grain and filters of all tiles' },
);

export const nameField = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const descriptionField = Type.String({ maxLength: 2_000 });

export const contentSchema = record({
  name: nameField,
  description: descriptionField,
  scope: scopeSchema,
  tiles: Type.Array(tileSchema, { maxItems: boardLimits.tiles }),
});

export type Question = Static<typeof questionSchema>;
export type TileAsk = Static<typeof tileAskSchema>;
export type Follows = Static<typeof followsSchema>;
export type Tile = Static<typeof tileSchema>;
export type Scope = Static<typeof scopeSchema>;
export type Filters = NonNullable<Scope['filters']>;
export type Opens = Static<typeof opensSchema>;
export type BoardContent = Static<typeof contentSchema>;
