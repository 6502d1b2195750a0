import { created, json, nothing, ofTenant, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { nameField, opensSchema } from '../board.js';
import { idField } from './words.contract.js';

const ofExploration = { ...ofTenant, id: idField('Id of the exploration') };
const missing = { exploration_not_found: 'not_found' } as const;
const others = { ...missing, not_the_owner: 'forbidden' } as const;
const made = { tenant_id: 'shop', id: '{{explorations.save/id}}' };
const opens = {
  path: '/explore',
  search: { x: ['revenue', 'orders'], b: 'channel', r: 'last_28_days' },
};

const exploration = record(
  {
    id: Type.String(),
    name: Type.String(),
    opens: opensSchema,
    owner: Type.String({ description: 'Who saved it' }),
    own: Type.Boolean({ description: 'Whether that is whoever asks' }),
    favourite: Type.Boolean({ description: 'Of whoever asks' }),
    created_at: Type.String(),
    changed_at: Type.String(),
  },
  { title: 'Exploration', description: 'A saved question: a page and what its address keeps' },
);

export const explorationOperations = [
  operation({
    id: 'explorations.save',
    method: 'POST',
    path: '/api/analytics/explorations',
    summary: 'Save an exploration by name, for everybody at the tenant',
    permission: 'boards:write',
    input: record({ ...ofTenant, name: nameField, opens: opensSchema }),
    answer: created(exploration),
    problems: { too_many: 'conflict', exploration_too_large: 'too_large' },
    repeats: 'once',
    audit: 'exploration.saved',
    since: '0.2.0',
    examples: [
      {
        name: 'Revenue and orders by channel',
        input: { tenant_id: 'shop', name: 'Channels', opens },
        answer: { name: 'Channels', own: true, favourite: false },
      },
    ],
  }),
  operation({
    id: 'explorations.list',
    method: 'GET',
    path: '/api/analytics/explorations',
    summary: 'List saved explorations by name',
    permission: 'analytics:read',
    input: record(ofTenant),
    answer: json(record({ explorations: Type.Array(exploration) }, { title: 'ExplorationList' })),
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'All of them', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'explorations.get',
    method: 'GET',
    path: '/api/analytics/explorations/:id',
    summary: 'Read a saved exploration',
    permission: 'analytics:read',
    input: record(ofExploration),
    answer: json(exploration),
    problems: missing,
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'One of them', input: made, answer: { name: 'Channels' } }],
  }),
  operation({
    id: 'explorations.change',
    method: 'PUT',
    path: '/api/analytics/explorations/:id',
    summary: 'Rename a saved exploration, or put another question in its place',
    description: 'Whoever saved it may, and who runs the tenant.',
    permission: 'boards:write',
    input: record({ ...ofExploration, name: optional(nameField), opens: optional(opensSchema) }),
    answer: json(exploration),
    problems: { ...others, exploration_too_large: 'too_large' },
    repeats: 'idempotent',
    audit: 'exploration.changed',
    since: '0.2.0',
    examples: [
      {
        name: 'Another name',
        input: { ...made, name: 'By channel' },
        answer: { name: 'By channel' },
      },
    ],
  }),
  operation({
    id: 'explorations.favour',
    method: 'PUT',
    path: '/api/analytics/explorations/:id/favourite',
    summary: 'Keep an exploration among one’s favourites, or no longer',
    permission: 'analytics:read',
    input: record({ ...ofExploration, favourite: Type.Boolean() }),
    answer: nothing,
    problems: missing,
    repeats: 'idempotent',
    since: '0.2.0',
    examples: [{ name: 'A favourite', input: { ...made, favourite: true } }],
  }),
  operation({
    id: 'explorations.remove',
    method: 'DELETE',
    path: '/api/analytics/explorations/:id',
    summary: 'Remove a saved exploration',
    description: 'Whoever saved it may, and who runs the tenant.',
    permission: 'boards:write',
    input: record(ofExploration),
    answer: nothing,
    problems: others,
    repeats: 'idempotent',
    audit: 'exploration.removed',
    since: '0.2.0',
    examples: [{ name: 'Away with it', input: made }],
  }),
] as const;
