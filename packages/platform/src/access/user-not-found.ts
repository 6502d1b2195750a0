import { Problem } from '@olympus/core';

export function userNotFound(): Problem {
  return new Problem({
    code: 'user_not_found',
    kind: 'not_found',
    message: 'There is no such user.',
    remedy: 'Look at the list of users.',
  });
}
