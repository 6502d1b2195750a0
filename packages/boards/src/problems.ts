import { Problem } from '@olympus/core';

export function boardNotFound(): Problem {
  return new Problem({
    code: 'board_not_found',
    kind: 'not_found',
    message: 'There is no such dashboard',
    remedy: 'Look at the list of dashboards: it may have been removed.',
  });
}

export function boardChanged(version: number, by: string): Problem {
  return new Problem({
    code: 'board_changed',
    kind: 'conflict',
    message: `${by} saved this dashboard meanwhile; it is at version ${version} now`,
    remedy: 'Load it and make your change again, or save yours as a copy.',
    at: '/version',
  });
}

export function tooMany(what: string, most: number, remedy: string): Problem {
  return new Problem({
    code: 'too_many',
    kind: 'conflict',
    message: `There are ${most} ${what} already, and no more are kept`,
    remedy,
  });
}

export function invalidTile(message: string, at: string, remedy: string): Problem {
  return new Problem({ code: 'invalid_tile', kind: 'invalid', message, at, remedy });
}

/** One answer for tokens that were made up or changed, have ended or were taken back. */
export function embedOver(): Problem {
  return new Problem({
    code: 'embed_over',
    kind: 'not_found',
    message: 'This embedding is not known here, has ended or was taken back',
    remedy: 'Ask whoever made it for a new one.',
  });
}

/** A tile that cannot be limited to what an embedding shows is not shown at all. */
export function notFilterable(operation: string): Problem {
  return new Problem({
    code: 'not_filterable',
    kind: 'forbidden',
    message: `A part of the business is shown here only, and ${operation} cannot be limited to it`,
    remedy: 'Leave the tile off the dashboard, or embed it without filters.',
  });
}

/** One answer for links that never were, have ended or were taken back. */
export function shareOver(): Problem {
  return new Problem({
    code: 'share_over',
    kind: 'not_found',
    message: 'This link is not known here, has ended or was taken back',
    remedy: 'Ask whoever gave it to you for a new one.',
  });
}
