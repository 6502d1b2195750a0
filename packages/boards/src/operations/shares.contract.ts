import {
  created,
  grantProblems,
  json,
  nothing,
  nullable,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { timeframes } from '@olympus/core';
import { Type } from 'typebox';
import { scopeSchema, tileSchema } from '../board.js';
import { boardLimits } from '../limits.js';
import {
  annotationSchema,
  idField,
  localeField,
  ofBoard,
  outcomeSchema,
} from './words.contract.js';

const made = { tenant_id: 'shop', id: '{{boards.create/id}}' };
const missing = { board_not_found: 'not_found' } as const;
const over = { share_over: 'not_found' } as const;

const shareFields = {
  id: Type.String(),
  name: Type.String(),
  open_period: Type.Boolean(),
  created_by: Type.String(),
  created_at: Type.String(),
  expires_at: Type.String(),
  expired: Type.Boolean(),
  opened: Type.Integer({ description: 'How often it was opened' }),
  opened_at: nullable(Type.String()),
};
const share = record(shareFields, { title: 'BoardShare', description: 'A link to a dashboard' });

export const visitToken = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'The link’s secret',
});
const { id, title, x, y, w, h, view } = tileSchema.properties;

export const sharedBoard = record(
  {
    name: Type.String(),
    description: Type.String(),
    shop: record({
      name: Type.String(),
      time_zone: Type.String(),
      currency: Type.String(),
      locale: Type.String(),
    }),
    scope: scopeSchema,
    open_period: Type.Boolean({ description: 'Whether another period may be asked for' }),
    expires_at: Type.String(),
    tiles: Type.Array(record({ id, title, x, y, w, h, view }, { title: 'SharedTile' })),
    annotations: Type.Array(annotationSchema, { description: 'The dashboard’s own' }),
    metrics: Type.Array(
      record({ name: Type.String(), polarity: oneOf(['up_good', 'down_good', 'neutral']) }),
      { description: 'Of what its tiles count, whether more is better' },
    ),
  },
  { title: 'SharedBoard', description: 'A dashboard without the questions behind it' },
);

/** What visitors may say of a tile. */
export const visitedTile = {
  tile: idField('Id of the tile'),
  timeframe: optional(oneOf(timeframes)),
  from: optional(Type.String({ minLength: 10, maxLength: 10, description: 'First day' })),
  to: optional(Type.String({ minLength: 10, maxLength: 10, description: 'Day after' })),
  locale: localeField,
};
export const visitedTileAnswer = record(
  { outcomes: Type.Array(outcomeSchema) },
  { title: 'SharedTileAnswer' },
);
export const visitFaults = {
  tile_not_found: 'not_found',
  period_not_open: 'forbidden',
  invalid_tile: 'invalid',
  invalid_time_range: 'invalid',
} as const;

export const shareOperations = [
  operation({
    id: 'boards.share',
    method: 'POST',
    path: '/api/analytics/dashboards/:id/shares',
    summary: 'Make a link that shows a dashboard to people without an account',
    description:
      'The link shows what the dashboard’s tiles ask and nothing else. It ends by itself, and at once when it is taken back.',
    permission: 'boards:share',
    input: record({
      ...ofBoard,
      name: Type.String({ minLength: 1, maxLength: 200, description: 'For whom it is' }),
      days: Type.Integer({ minimum: 1, maximum: boardLimits.shareDays, description: 'It holds' }),
      open_period: optional(
        Type.Boolean({ description: 'Visitors may choose another period; not by default' }),
      ),
    }),
    answer: created(
      record(
        {
          ...shareFields,
          token: Type.String({ description: 'Shown this once' }),
          url: Type.String(),
        },
        { title: 'NewBoardShare' },
      ),
    ),
    problems: { ...missing, ...grantProblems, too_many: 'conflict' },
    repeats: 'once',
    audit: 'board.shared',
    since: '0.1.0',
    examples: [
      {
        name: 'For a month',
        input: { ...made, name: 'Investors', days: 30, open_period: true },
        answer: { name: 'Investors', opened: 0 },
      },
    ],
  }),
  operation({
    id: 'boards.shares',
    method: 'GET',
    path: '/api/analytics/dashboards/:id/shares',
    summary: 'List the links to a dashboard, newest first',
    permission: 'boards:share',
    input: record(ofBoard),
    answer: json(record({ shares: Type.Array(share) }, { title: 'BoardShares' })),
    problems: missing,
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of them', input: made }],
  }),
  operation({
    id: 'shared.board',
    method: 'GET',
    path: '/api/shared/:token',
    summary: 'Read a dashboard by its link',
    permission: 'public',
    input: record({ token: visitToken }),
    answer: json(sharedBoard),
    problems: over,
    repeats: 'safe',
    since: '0.1.0',
    surfaces: ['http', 'sdk'],
    examples: [{ name: 'By the link', input: { token: '{{boards.share/token}}' } }],
  }),
  operation({
    id: 'shared.tile',
    method: 'GET',
    path: '/api/shared/:token/tiles/:tile',
    summary: 'Ask what a tile of a shared dashboard asks',
    description: 'As it is saved; another period only where the link leaves it open.',
    permission: 'public',
    input: record({ token: visitToken, ...visitedTile }),
    answer: json(visitedTileAnswer),
    problems: { ...over, ...visitFaults },
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    surfaces: ['http', 'sdk'],
    examples: [
      {
        name: 'Of a week',
        input: {
          token: '{{boards.share/token}}',
          tile: 'revenue',
          from: '2026-05-04',
          to: '2026-05-11',
        },
      },
    ],
  }),
  operation({
    id: 'boards.unshare',
    method: 'DELETE',
    path: '/api/analytics/dashboards/:id/shares/:share',
    summary: 'Take a link back, at once',
    permission: 'boards:share',
    input: record({ ...ofBoard, share: idField('Id of the link') }),
    answer: nothing,
    problems: over,
    repeats: 'idempotent',
    audit: 'board.unshared',
    since: '0.1.0',
    examples: [{ name: 'No longer', input: { ...made, share: '{{boards.share/id}}' } }],
  }),
] as const;
