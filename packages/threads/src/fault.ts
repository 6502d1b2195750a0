import { Problem, type ProblemDetails } from '@olympus/core';

/** An error as plain data: structured cloning would drop its class, its code and its remedy. */
export type SentFault =
  | {
      readonly kind: 'problem';
      readonly details: Omit<ProblemDetails, 'cause'>;
      readonly cause?: SentFault;
    }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly stack: string | undefined;
      /** As Node and databases name their errors: `ENOENT`, `23505`. */
      readonly code?: string;
      readonly cause?: SentFault;
    };

/** Causes beyond this depth stay behind. */
const maxDepth = 4;

export function sendFault(error: unknown, depth = 0): SentFault {
  if (!(error instanceof Error)) {
    return { kind: 'error', name: 'Error', message: String(error), stack: undefined };
  }
  const cause =
    error.cause === undefined || depth >= maxDepth
      ? {}
      : { cause: sendFault(error.cause, depth + 1) };
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
      ...cause,
    };
  }
  const { name, message, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { kind: 'error', name, message, stack, ...code, ...cause };
}

/** The error that was sent: a Problem as a Problem, anything else with its name, code and stack. */
export function receiveFault(fault: SentFault): Error {
  const cause = fault.cause === undefined ? undefined : receiveFault(fault.cause);
  if (fault.kind === 'problem') return new Problem({ ...fault.details, cause });
  const { name, message, stack, code } = fault;
  const error = new Error(message, cause === undefined ? undefined : { cause });
  if (stack !== undefined) error.stack = stack;
  return Object.assign(error, { name }, code === undefined ? {} : { code });
}
