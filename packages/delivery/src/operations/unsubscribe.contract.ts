import { file, operation, record } from '@olympus/contract';
import { Type } from 'typebox';

const token = Type.String({ minLength: 1, maxLength: 200, description: 'The link’s secret' });
const page = file('text/html');
const faults = { link_not_valid: 'not_found' } as const;
const surfaces = ['http'] as const;

/** Links of emails lead here; mail programs post to the same address by themselves (RFC 8058). */
export const unsubscribeOperations = [
  operation({
    id: 'unsubscribe.look',
    method: 'GET',
    path: '/unsubscribe/:token',
    summary: 'Ask whether to end emails of a channel to the reader of one',
    description: 'Changes nothing: programs that look at links must not unsubscribe anybody.',
    permission: 'public',
    input: record({ token }),
    answer: page,
    problems: faults,
    repeats: 'safe',
    since: '0.1.0',
    surfaces,
  }),
  operation({
    id: 'unsubscribe.confirm',
    method: 'POST',
    path: '/unsubscribe/:token',
    summary: 'End emails of a channel to the reader of one',
    permission: 'public',
    input: record({ token }),
    bytes: {
      mediaTypes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
      maxBytes: 10_000,
    },
    answer: page,
    problems: faults,
    repeats: 'idempotent',
    since: '0.1.0',
    surfaces,
  }),
] as const;
