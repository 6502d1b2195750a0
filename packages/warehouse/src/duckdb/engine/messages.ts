import { type Logger, Problem, type ProblemDetails } from '@olympus/core';
import type { Engine } from './engine.js';
import type { SessionOptions } from './session.js';

/** What the thread is started with. */
export interface ThreadOptions {
  readonly session: SessionOptions;
}

export type EngineCall = Exclude<keyof Engine, 'scanHashes'>;

/** What the main thread sends. */
export type EngineRequest =
  | { readonly id: number; readonly call: EngineCall; readonly args: readonly unknown[] }
  | { readonly id: number; readonly scan: 'events' | 'sales' };

/**
 * What the thread answers. Values travel as JSON text: for tables that is several times cheaper
 * than structured cloning, and they hold only what JSON can say. Id 0 says whether it opened.
 */
export type EngineAnswer =
  | { readonly id: number; readonly value: string | undefined }
  | { readonly id: number; readonly hashes: Float64Array }
  | { readonly id: number; readonly fault: SentFault }
  | { readonly log: keyof Logger; readonly fields: object; readonly message: string };

/** An error as plain data: structured cloning would drop all but its message. */
export type SentFault =
  | { readonly kind: 'problem'; readonly details: ProblemDetails }
  | { readonly kind: 'error'; readonly message: string; readonly stack: string | undefined };

export function sendFault(error: unknown): SentFault {
  if (error instanceof Problem) {
    const { code, kind, message, remedy, at, retryAfterSeconds } = error;
    return {
      kind: 'problem',
      details: {
        code,
        kind,
        message,
        ...(remedy === undefined ? {} : { remedy }),
        ...(at === undefined ? {} : { at }),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      },
    };
  }
  if (!(error instanceof Error)) return { kind: 'error', message: String(error), stack: undefined };
  return { kind: 'error', message: error.message, stack: error.stack };
}

export function receiveFault(fault: SentFault): Error {
  if (fault.kind === 'problem') return new Problem(fault.details);
  const error = new Error(fault.message);
  if (fault.stack !== undefined) error.stack = fault.stack;
  return error;
}
