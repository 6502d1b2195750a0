import { Problem } from '@olympus/core';

/** A failed write as a caller may act on it: the disk is full, or the store is in trouble. */
export function toWriteProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const diskFull = /no space left|disk full|enospc/i.test(String(error));
  return diskFull
    ? new Problem({
        code: 'storage_full',
        kind: 'unavailable',
        message: 'The disk is full; nothing of this request was stored',
        remedy: 'Free space on the volume of the data folder, then send the request again.',
        retryAfterSeconds: 30,
        cause: error,
      })
    : new Problem({
        code: 'storage_failed',
        kind: 'unavailable',
        message: 'The warehouse could not store the request; nothing of it was stored',
        remedy: 'Send the request again; the cause is in the server’s log.',
        retryAfterSeconds: 5,
        cause: error,
      });
}

/** A query that did not get its answer in time. */
export function queryTimeout(deadlineMs: number | undefined): Problem {
  return new Problem({
    code: 'query_timeout',
    kind: 'timeout',
    message: `The query took longer than ${deadlineMs} ms and was stopped`,
    remedy: 'Ask for a shorter time range, fewer dimensions or a coarser grain.',
  });
}
