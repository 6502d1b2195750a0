import { Problem } from '@olympus/core';

export function objectNotFound(key: string): Problem {
  return new Problem({
    code: 'object_not_found',
    kind: 'not_found',
    message: `There is no file "${key}"`,
  });
}

export function rangeNotSatisfiable(key: string): Problem {
  return new Problem({
    code: 'range_not_satisfiable',
    kind: 'invalid',
    message: `The range begins outside of the file "${key}"`,
    remedy: 'Ask for bytes that the file has.',
  });
}

export function objectDamaged(key: string, what: string): Problem {
  return new Problem({
    code: 'object_damaged',
    kind: 'invalid',
    message: `The content of "${key}" is not what was announced: ${what}`,
    remedy: 'Send it again.',
  });
}

export function objectsUnavailable(where: string, cause: unknown): Problem {
  return new Problem({
    code: 'objects_unavailable',
    kind: 'unavailable',
    message: `The file store (${where}) does not work`,
    remedy: 'Check OLYMPUS_OBJECTS_URL, the credentials and the disk; the cause is in the log.',
    retryAfterSeconds: 5,
    cause,
  });
}
