import type { ProblemKind } from '@olympus/core';
import { type Static, Type } from 'typebox';
import { optional, record } from './schemas.js';

export const statusByKind: Readonly<Record<ProblemKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  timeout: 504,
};

export const problemSchema = record(
  {
    type: Type.String({ description: 'urn:olympus:problem: and the code' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: 'What is wrong, for people' }),
    code: Type.String({ description: 'Stable; what programs switch on' }),
    at: optional(Type.String({ description: 'Where: a JSON pointer, a header, a setting' })),
    remedy: optional(Type.String({ description: 'What to do about it' })),
    request_id: Type.String(),
  },
  { title: 'Problem', description: 'A fault, RFC 9457' },
);

/** RFC 9457, with the members that programs and people need beside it. */
export type ProblemDocument = Readonly<Static<typeof problemSchema>>;

/** What any operation may answer. */
export const commonProblems: Readonly<Record<string, ProblemKind>> = {
  invalid_request: 'invalid',
  bad_request: 'invalid',
  malformed_json: 'invalid',
  body_too_complex: 'invalid',
  malformed_url: 'invalid',
  malformed_request: 'invalid',
  value_not_storable: 'invalid',
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  csrf: 'forbidden',
  not_found: 'not_found',
  body_too_large: 'too_large',
  unsupported_media_type: 'unsupported',
  rate_limited: 'rate_limited',
  internal_error: 'internal',
  control_store_unavailable: 'unavailable',
  warehouse_unavailable: 'unavailable',
  query_timeout: 'timeout',
  deadline_exceeded: 'timeout',
};
