import { Problem, type ProblemKind, type Random } from '@olympus/core';

export interface RetryPolicy {
  /** Attempts in all, the first included. An attempt cut short by a crash counts. */
  readonly attempts: number;
  /** Before the second attempt; each later wait is twice as long. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

export const defaultRetry: RetryPolicy = {
  attempts: 5,
  firstDelayMs: 10_000,
  maxDelayMs: 60 * 60_000,
};

/**
 * How long to wait before the next attempt: exponential, with the upper half drawn at random so
 * that jobs that failed together do not come back together ("equal jitter", Brooker 2015).
 * @param attempt the attempt that failed, from 1
 */
export function retryDelayMs(policy: RetryPolicy, attempt: number, random: Random): number {
  const longest = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
  return Math.round(longest * (0.5 + 0.5 * random.next()));
}

const transient: ReadonlySet<ProblemKind> = new Set([
  'timeout',
  'unavailable',
  'rate_limited',
  'internal',
]);

/** Whether trying again can help. A defect may be one of a moment; most Problems are not. */
export function isTransient(error: unknown): boolean {
  return !(error instanceof Problem) || transient.has(error.kind);
}
