import { Problem, type ProblemKind } from '@olympus/core';

/** Exit codes by what went wrong, after sysexits.h where it has one. */
const exitCodes: Readonly<Record<ProblemKind, number>> = {
  invalid: 64,
  unsupported: 64,
  too_large: 64,
  not_found: 66,
  unauthenticated: 77,
  forbidden: 77,
  conflict: 73,
  rate_limited: 75,
  timeout: 75,
  unavailable: 69,
  internal: 70,
};

export function exitCodeOf(error: unknown): number {
  return error instanceof Problem ? exitCodes[error.kind] : 70;
}

/** A fault in words for people; a defect with its stack, since somebody has to mend it. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Problem)) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const lines = [`✗ ${error.message}`];
  if (error.at !== undefined && !error.message.includes(error.at)) lines.push(`  at ${error.at}`);
  if (error.remedy !== undefined) lines.push(`  ${error.remedy}`);
  return lines.join('\n');
}

export function faultDocument(error: unknown): object {
  if (!(error instanceof Problem)) return { code: 'internal_error', message: String(error) };
  const { code, message, at, remedy } = error;
  return { code, message, at, remedy };
}
