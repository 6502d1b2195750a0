import {
  created,
  grantProblems,
  json,
  nothing,
  nullable,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { filterSchema } from '@olympus/semantic';
import { Type } from 'typebox';
import { boardLimits } from '../limits.js';
import {
  sharedBoard,
  visitedTile,
  visitedTileAnswer,
  visitFaults,
  visitToken,
} from './shares.contract.js';
import { idField, ofBoard } from './words.contract.js';

const made = { tenant_id: 'shop', id: '{{boards.create/id}}' };
const missing = { board_not_found: 'not_found' } as const;
const over = { embed_over: 'not_found' } as const;

/** Secure sites, by name or all below a name; a site under development on the own machine. */
const label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?';
const port = '(:([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]))?';
const site = `^(https://(\\*\\.)?${label}(\\.${label})*${port}|http://(localhost|127\\.0\\.0\\.1)${port})$`;

const filters = Type.Array(filterSchema, {
  maxItems: 20,
  description: 'What of the business is shown; all of them hold, and visitors cannot change them',
});

const embedFields = {
  id: Type.String(),
  name: Type.String(),
  origins: Type.Array(Type.String()),
  filters,
  open_period: Type.Boolean(),
  created_by: Type.String(),
  created_at: Type.String(),
  expires_at: Type.String(),
  expired: Type.Boolean(),
  opened: Type.Integer({ description: 'How often it was opened' }),
  opened_at: nullable(Type.String()),
};
const embed = record(embedFields, {
  title: 'BoardEmbed',
  description: 'Leave to show a dashboard in frames of some sites',
});

export const embedOperations = [
  operation({
    id: 'boards.embed',
    method: 'POST',
    path: '/api/analytics/dashboards/:id/embeds',
    summary: 'Make a token that shows a dashboard in a frame of another site',
    description:
      'The token is signed. Its page may be framed by the sites named and shows what the tiles ask, within the filters given; a tile that cannot be limited to them is not shown. It ends by itself, and at once when it is taken back.',
    permission: 'boards:share',
    input: record({
      ...ofBoard,
      name: Type.String({ minLength: 1, maxLength: 200, description: 'Where it is shown' }),
      days: Type.Integer({ minimum: 1, maximum: boardLimits.shareDays, description: 'It holds' }),
      origins: Type.Array(Type.String({ maxLength: 200, pattern: site }), {
        minItems: 1,
        maxItems: boardLimits.origins,
        description: 'Sites that may frame it: https://example.com, https://*.example.com',
      }),
      filters: optional(filters),
      open_period: optional(
        Type.Boolean({ description: 'Visitors may choose another period; not by default' }),
      ),
    }),
    answer: created(
      record(
        {
          ...embedFields,
          token: Type.String({ description: 'Shown this once' }),
          url: Type.String(),
        },
        { title: 'NewBoardEmbed' },
      ),
    ),
    problems: {
      ...missing,
      ...grantProblems,
      too_many: 'conflict',
      unknown_dimension: 'invalid',
    },
    repeats: 'once',
    audit: 'board.embedded',
    since: '0.2.0',
    examples: [
      {
        name: 'In a portal, one channel only',
        input: {
          ...made,
          name: 'Partner portal',
          days: 90,
          origins: ['https://portal.example.com'],
          filters: [{ dimension: 'channel', operator: 'equals', values: ['web'] }],
        },
        answer: { name: 'Partner portal', origins: ['https://portal.example.com'], opened: 0 },
      },
    ],
  }),
  operation({
    id: 'boards.embeds',
    method: 'GET',
    path: '/api/analytics/dashboards/:id/embeds',
    summary: 'List the embeddings of a dashboard, newest first',
    permission: 'boards:share',
    input: record(ofBoard),
    answer: json(record({ embeds: Type.Array(embed) }, { title: 'BoardEmbeds' })),
    problems: missing,
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'All of them', input: made }],
  }),
  operation({
    id: 'embedded.board',
    method: 'GET',
    path: '/api/embedded/:token',
    summary: 'Read a dashboard by the token of an embedding',
    permission: 'public',
    input: record({ token: visitToken }),
    answer: json(sharedBoard),
    problems: over,
    repeats: 'safe',
    since: '0.2.0',
    surfaces: ['http', 'sdk'],
    examples: [{ name: 'By the token', input: { token: '{{boards.embed/token}}' } }],
  }),
  operation({
    id: 'embedded.tile',
    method: 'GET',
    path: '/api/embedded/:token/tiles/:tile',
    summary: 'Ask what a tile of an embedded dashboard asks',
    description:
      'As it is saved and within the filters of the embedding; another period only where it leaves that open.',
    permission: 'public',
    input: record({ token: visitToken, ...visitedTile }),
    answer: json(visitedTileAnswer),
    problems: { ...over, ...visitFaults },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    surfaces: ['http', 'sdk'],
    examples: [
      { name: 'Its revenue', input: { token: '{{boards.embed/token}}', tile: 'revenue' } },
    ],
  }),
  operation({
    id: 'boards.unembed',
    method: 'DELETE',
    path: '/api/analytics/dashboards/:id/embeds/:embed',
    summary: 'Take an embedding back, at once',
    permission: 'boards:share',
    input: record({ ...ofBoard, embed: idField('Id of the embedding') }),
    answer: nothing,
    problems: over,
    repeats: 'idempotent',
    audit: 'board.unembedded',
    since: '0.2.0',
    examples: [{ name: 'No longer', input: { ...made, embed: '{{boards.embed/id}}' } }],
  }),
] as const;
