import { Problem } from '@olympus/core';
import { threadStopped } from '@olympus/threads';
import { DrizzleQueryError } from 'drizzle-orm';

/**
 * A statement that the database refused. Carries the SQLSTATE, never the parameters: they may be
 * hashes, sealed keys or addresses, and errors end up in logs.
 */
export class DatabaseError extends Error {
  readonly sqlState: string | undefined;

  constructor(message: string, sqlState: string | undefined) {
    super(message);
    this.name = 'DatabaseError';
    this.sqlState = sqlState;
  }
}

const connectionFaults = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  threadStopped,
]);

/** Operator intervention (57), insufficient resources (53) and connection exceptions (08). */
const transientStates = /^(57|53|08)/;

const sqlState = /^[0-9A-Z]{5}$/;

/**
 * What an engine or Drizzle threw, as a Problem where somebody can act on it, else as a
 * DatabaseError. Anything else (a defect, a caller's own error) stays what it is.
 */
export function translateFault(error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (cause instanceof Problem || cause instanceof DatabaseError) return cause;
  const code = codeOf(cause);
  if (cause instanceof Error && code !== undefined) {
    if (connectionFaults.has(code) || sqlState.test(code)) return fromCode(code, cause.message);
  }
  // Drizzle's own error prints the parameters
  return cause === error ? error : new DatabaseError(String(cause), undefined);
}

function fromCode(code: string, message: string): Error {
  if (connectionFaults.has(code) || transientStates.test(code)) {
    return new Problem({
      code: 'control_store_unavailable',
      kind: 'unavailable',
      message: `The control store does not answer (${code}).`,
      remedy: 'Try again in a moment; if it lasts, look at the database DATABASE_URL names.',
      retryAfterSeconds: 2,
    });
  }
  // class 22 covers text that PostgreSQL cannot hold: NUL characters and lone surrogates
  if (code.startsWith('22')) {
    return new Problem({
      code: 'value_not_storable',
      kind: 'invalid',
      message: 'A value cannot be stored.',
      remedy: 'Remove NUL characters and broken Unicode from the text.',
      cause: new DatabaseError(message, code),
    });
  }
  return new DatabaseError(message, code);
}

/** The row is there already (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.sqlState === '23505';
}

/** What the row refers to is not there (SQLSTATE 23503). */
export function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.sqlState === '23503';
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
