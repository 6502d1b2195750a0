import { created, json, nothing, ofTenant, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import {
  contentSchema,
  descriptionField,
  nameField,
  scopeSchema,
  tileAskSchema,
} from '../board.js';
import {
  boardSchema,
  entryFields,
  idField,
  localeField,
  ofBoard,
  outcomeSchema,
} from './words.contract.js';

const id = 'tenant_id';
const shop = { [id]: 'shop' } as const;
const made = { ...shop, id: '{{boards.create/id}}' };
const tileFaults = { invalid_tile: 'invalid', board_too_large: 'too_large' } as const;
const missing = { board_not_found: 'not_found' } as const;

const revenueByDay = {
  id: 'revenue',
  title: 'Revenue',
  x: 0,
  y: 0,
  w: 8,
  h: 4,
  ask: { operation: 'analytics.query', input: { metrics: ['revenue'], grain: 'day' } },
  follows: { compare: true },
  view: { kind: 'line' },
};

export const boardOperations = [
  operation({
    id: 'boards.create',
    method: 'POST',
    path: '/api/analytics/dashboards',
    summary: 'Make a dashboard, empty, with tiles, or from a template',
    permission: 'boards:write',
    input: record({
      ...ofTenant,
      name: nameField,
      description: optional(descriptionField),
      scope: optional(scopeSchema),
      tiles: optional(contentSchema.properties.tiles),
      template: optional(idField('A template, whose tiles it begins with')),
      locale: localeField,
    }),
    answer: created(boardSchema),
    problems: { ...tileFaults, too_many: 'conflict', template_not_found: 'not_found' },
    repeats: 'once',
    audit: 'board.created',
    since: '0.1.0',
    examples: [
      {
        name: 'Revenue by day',
        input: { ...shop, name: 'Sales', tiles: [revenueByDay] },
        answer: { name: 'Sales', version: 1, favourite: false },
      },
      {
        name: 'From a template',
        input: { ...shop, name: 'My shop', template: 'shop', locale: 'de' },
        answer: { name: 'My shop' },
      },
    ],
  }),
  operation({
    id: 'boards.list',
    method: 'GET',
    path: '/api/analytics/dashboards',
    summary: 'List dashboards by name',
    permission: 'analytics:read',
    input: record(ofTenant),
    answer: json(
      record(
        {
          boards: Type.Array(
            record({ ...entryFields, tiles: Type.Integer() }, { title: 'BoardEntry' }),
          ),
        },
        { title: 'BoardList' },
      ),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of them', input: shop }],
  }),
  operation({
    id: 'boards.get',
    method: 'GET',
    path: '/api/analytics/dashboards/:id',
    summary: 'Read a dashboard',
    permission: 'analytics:read',
    input: record(ofBoard),
    answer: json(boardSchema),
    problems: missing,
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'One of them', input: made, answer: { name: 'Sales' } }],
  }),
  operation({
    id: 'boards.save',
    method: 'PUT',
    path: '/api/analytics/dashboards/:id',
    summary: 'Save a dashboard as a new version',
    description:
      '`version` is the one that was changed. Where somebody else saved meanwhile the answer is 409 `board_changed`, and nothing is lost.',
    permission: 'boards:write',
    input: record({
      ...ofBoard,
      version: Type.Integer({ minimum: 1 }),
      ...contentSchema.properties,
    }),
    answer: json(boardSchema),
    problems: { ...missing, ...tileFaults, board_changed: 'conflict' },
    repeats: 'idempotent',
    audit: 'board.saved',
    since: '0.1.0',
    examples: [
      {
        name: 'Another name',
        input: {
          ...made,
          version: 1,
          name: 'Sales by day',
          description: 'For the Monday round',
          scope: { time: { timeframe: 'last_28_days' }, compare: 'previous_period' },
          tiles: [revenueByDay],
        },
        answer: { version: 2, name: 'Sales by day' },
      },
    ],
  }),
  operation({
    id: 'boards.favour',
    method: 'PUT',
    path: '/api/analytics/dashboards/:id/favourite',
    summary: 'Keep a dashboard among one’s favourites, or no longer',
    permission: 'analytics:read',
    input: record({ ...ofBoard, favourite: Type.Boolean() }),
    answer: nothing,
    problems: missing,
    repeats: 'idempotent',
    since: '0.1.0',
    examples: [{ name: 'A favourite', input: { ...made, favourite: true } }],
  }),
  operation({
    id: 'boards.versions',
    method: 'GET',
    path: '/api/analytics/dashboards/:id/versions',
    summary: 'List the versions of a dashboard, newest first',
    permission: 'analytics:read',
    input: record(ofBoard),
    answer: json(
      record(
        {
          versions: Type.Array(
            record(
              {
                version: Type.Integer(),
                name: Type.String(),
                tiles: Type.Integer(),
                changed_by: Type.String(),
                changed_at: Type.String(),
              },
              { title: 'BoardVersion' },
            ),
          ),
        },
        { title: 'BoardVersions' },
      ),
    ),
    problems: missing,
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Its history', input: made }],
  }),
  operation({
    id: 'boards.restore',
    method: 'POST',
    path: '/api/analytics/dashboards/:id/restore',
    summary: 'Bring back an earlier version of a dashboard, as its newest',
    permission: 'boards:write',
    input: record({ ...ofBoard, version: Type.Integer({ minimum: 1 }) }),
    answer: json(boardSchema),
    problems: {
      ...missing,
      ...tileFaults,
      version_not_found: 'not_found',
      board_changed: 'conflict',
    },
    repeats: 'once',
    audit: 'board.restored',
    since: '0.1.0',
    examples: [
      { name: 'As it was made', input: { ...made, version: 1 }, answer: { name: 'Sales' } },
    ],
  }),
  operation({
    id: 'boards.duplicate',
    method: 'POST',
    path: '/api/analytics/dashboards/:id/duplicate',
    summary: 'Copy a dashboard',
    permission: 'boards:write',
    input: record({ ...ofBoard, name: nameField }),
    answer: created(boardSchema),
    problems: { ...missing, ...tileFaults, too_many: 'conflict' },
    repeats: 'once',
    audit: 'board.duplicated',
    since: '0.1.0',
    examples: [{ name: 'A copy', input: { ...made, name: 'Sales, copy' }, answer: { version: 1 } }],
  }),
  operation({
    id: 'boards.templates',
    method: 'GET',
    path: '/api/analytics/dashboard-templates',
    summary: 'List what dashboards can begin with',
    permission: 'analytics:read',
    input: record({ ...ofTenant, locale: localeField }),
    answer: json(
      record(
        {
          templates: Type.Array(
            record(
              {
                id: Type.String(),
                name: Type.String(),
                description: Type.String(),
                tiles: Type.Integer(),
              },
              { title: 'BoardTemplate' },
            ),
          ),
        },
        { title: 'BoardTemplates' },
      ),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'In German', input: { ...shop, locale: 'de' } }],
  }),
  operation({
    id: 'boards.ask',
    method: 'POST',
    path: '/api/analytics/dashboard-tiles/ask',
    summary: 'Ask what a tile asks, within the scope of its dashboard',
    description:
      'The tile need not be saved. A fault of one question is a value of the answer, so that the others still come.',
    permission: 'analytics:read',
    input: record({ ...ofTenant, tile: tileAskSchema, scope: scopeSchema, locale: localeField }),
    answer: json(
      record(
        {
          asked: Type.Array(tileAskSchema.properties.ask, {
            description: 'The questions as they were put',
          }),
          outcomes: Type.Array(outcomeSchema),
        },
        { title: 'TileAnswer' },
      ),
    ),
    problems: { invalid_tile: 'invalid', invalid_time_range: 'invalid' },
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    surfaces: ['http', 'sdk'],
    examples: [
      {
        name: 'Revenue of a week by day',
        input: {
          ...shop,
          tile: { ask: revenueByDay.ask, follows: { compare: true } },
          scope: { time: { from: '2026-05-04', to: '2026-05-11' }, compare: 'previous_period' },
        },
        answer: { outcomes: [{ answer: { meta: { tenant_id: 'shop', grain: 'day' } } }] },
      },
    ],
  }),
  operation({
    id: 'boards.remove',
    method: 'DELETE',
    path: '/api/analytics/dashboards/:id',
    summary: 'Remove a dashboard with its versions and links',
    permission: 'boards:write',
    input: record(ofBoard),
    answer: nothing,
    problems: missing,
    repeats: 'idempotent',
    audit: 'board.removed',
    since: '0.1.0',
    examples: [{ name: 'The copy', input: { ...shop, id: '{{boards.duplicate/id}}' } }],
  }),
] as const;
