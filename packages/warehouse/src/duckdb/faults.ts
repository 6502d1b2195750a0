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

export const isDamage = (error: unknown): boolean =>
  /corrupt|checksum|not a valid DuckDB database|serialization error|failed to deserialize/i.test(
    String(error),
  );

/** A database file that cannot be opened, as an operator may act on it. */
export function toOpenProblem(error: unknown, path: string): unknown {
  if (error instanceof Problem) return error;
  const text = String(error);
  if (/set lock on file|already open|being used by another process/i.test(text)) {
    return new Problem({
      code: 'warehouse_in_use',
      kind: 'conflict',
      message: `Another process has ${path} open`,
      remedy: 'Stop it first; a database tool counts as one.',
      at: path,
      cause: error,
    });
  }
  if (/version number|newer version|older version/i.test(text)) {
    return new Problem({
      code: 'warehouse_of_another_version',
      kind: 'invalid',
      message: `${path} was written by a release whose files this one does not read`,
      remedy: 'Start the release that wrote it, or a later one.',
      at: path,
      cause: error,
    });
  }
  return isDamage(error) ? toDamageProblem(error, path) : error;
}

/** A part of the database file that does not read as it was written. */
export function toDamageProblem(error: unknown, path: string): Problem {
  return new Problem({
    code: 'warehouse_damaged',
    kind: 'internal',
    message: `The file ${path} is damaged; nothing was changed in it`,
    remedy:
      'Keep a copy of the data folder, then restore the newest backup into a new folder: "olympus backups", "olympus restore".',
    at: path,
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
