import type { Clock } from '@olympus/core';
import { teamsBody } from '../render/teams-body.js';
import { post } from './post.js';
import type { Way } from './way.js';

/** The webhook of a workflow of Microsoft Teams (“when a webhook request is received”). */
export function createTeamsWay(deps: { readonly fetch: typeof fetch; readonly clock: Clock }): Way {
  return {
    send: ({ settings }, message, signal) =>
      post(deps, settings.url ?? '', JSON.stringify(teamsBody(message)), {}, signal),
  };
}
