import { Problem } from '@olympus/core';

/** Why work ends that nobody waits for any more. */
export function callerWentAway(): Problem {
  return new Problem({
    code: 'query_cancelled',
    kind: 'unavailable',
    message: 'The caller went away',
  });
}
