/**
 * What went wrong, by what the caller can do about it. The HTTP surface maps each kind to one
 * status; the command line maps it to an exit code.
 */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'rate_limited'
  | 'timeout'
  | 'unavailable'
  | 'internal';

export interface ProblemDetails {
  /** Stable snake_case identifier that programs may switch on. */
  readonly code: string;
  readonly kind: ProblemKind;
  /** One sentence for people: what is wrong. */
  readonly message: string;
  /** One sentence for people: what to do about it. */
  readonly remedy?: string;
  /** Where: a JSON pointer into the request, a file and line, a setting's name. */
  readonly at?: string;
  /** Seconds after which trying again can succeed. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A fault that a person or a program gets to see. Everything else thrown is a defect. */
export class Problem extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly remedy: string | undefined;
  readonly at: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(details: ProblemDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Problem';
    this.code = details.code;
    this.kind = details.kind;
    this.remedy = details.remedy;
    this.at = details.at;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
