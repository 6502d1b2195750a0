import { ProblemError } from '@olympus/sdk';

/** Whether asking again may help: no answer, or a server in trouble. */
export function isTransient(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 0 || error.status >= 500);
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401;
}

/** Not allowed, or not there: the server does not tell which. */
export function isHidden(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 403 || error.status === 404);
}
