import { created, json, nothing, nullable, operation, record } from '@olympus/contract';
import { Type } from 'typebox';
import { boardLimits } from '../limits.js';
import { idField, ofBoard } from './words.contract.js';

const made = { tenant_id: 'shop', id: '{{boards.create/id}}' };
const one = { ...made, comment: '{{comments.add/id}}' };
const ofComment = { ...ofBoard, comment: idField('Id of the comment') };
const missing = { board_not_found: 'not_found' } as const;
const gone = { comment_not_found: 'not_found' } as const;

const comment = record(
  {
    id: Type.String(),
    text: Type.String(),
    author: Type.String({ description: 'What whoever wrote it is called' }),
    own: Type.Boolean({ description: 'Whether that is whoever asks' }),
    created_at: Type.String(),
    resolved_by: nullable(Type.String()),
    resolved_at: nullable(Type.String({ description: 'Null while it is open' })),
  },
  { title: 'BoardComment', description: 'What somebody said about a dashboard' },
);

export const commentOperations = [
  operation({
    id: 'comments.add',
    method: 'POST',
    path: '/api/analytics/dashboards/:id/comments',
    summary: 'Say something about a dashboard, to everybody who sees it at the tenant',
    permission: 'boards:comment',
    input: record({
      ...ofBoard,
      text: Type.String({
        minLength: 1,
        maxLength: boardLimits.commentCharacters,
        pattern: '\\S',
        description: 'Plain text',
      }),
    }),
    answer: created(comment),
    problems: { ...missing, too_many: 'conflict' },
    repeats: 'once',
    audit: 'comment.added',
    since: '0.2.0',
    examples: [
      {
        name: 'A question',
        input: { ...made, text: 'Why did Tuesday fall?' },
        answer: { text: 'Why did Tuesday fall?', own: true, resolved_at: null },
      },
    ],
  }),
  operation({
    id: 'comments.list',
    method: 'GET',
    path: '/api/analytics/dashboards/:id/comments',
    summary: 'List the comments on a dashboard, oldest first',
    permission: 'analytics:read',
    input: record(ofBoard),
    answer: json(record({ comments: Type.Array(comment) }, { title: 'BoardComments' })),
    problems: missing,
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'All of them', input: made }],
  }),
  operation({
    id: 'comments.resolve',
    method: 'PUT',
    path: '/api/analytics/dashboards/:id/comments/:comment/resolved',
    summary: 'Settle a comment, or open it again',
    permission: 'boards:comment',
    input: record({ ...ofComment, resolved: Type.Boolean() }),
    answer: json(comment),
    problems: gone,
    repeats: 'idempotent',
    audit: 'comment.resolved',
    since: '0.2.0',
    examples: [{ name: 'Settled', input: { ...one, resolved: true } }],
  }),
  operation({
    id: 'comments.remove',
    method: 'DELETE',
    path: '/api/analytics/dashboards/:id/comments/:comment',
    summary: 'Remove a comment',
    description: 'Whoever wrote it may, and who runs the tenant.',
    permission: 'boards:comment',
    input: record(ofComment),
    answer: nothing,
    problems: { ...gone, not_the_owner: 'forbidden' },
    repeats: 'idempotent',
    audit: 'comment.removed',
    since: '0.2.0',
    examples: [{ name: 'Away with it', input: one }],
  }),
] as const;
