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

/** What went wrong and what to do, as the server says it; undefined without a fault. */
export function faultText(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!(error instanceof ProblemError)) return error.message;
  return [error.detail ?? error.title, error.remedy]
    .flatMap((text) => (text ? [/[.!?]$/.test(text) ? text : `${text}.`] : []))
    .join(' ');
}

/** The same where the fault lies in this member of what was sent, `/name`. */
export function faultAt(error: unknown, at: string): string | undefined {
  return error instanceof ProblemError && error.at === at ? faultText(error) : undefined;
}

/** Whether it is this fault, by its stable code: for pages that tell it in the reader's own language. */
export function isFault(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.code === code;
}
