import type { Clock } from '@olympus/core';
import { slackBody } from '../render/slack-body.js';
import { post } from './post.js';
import type { Way } from './way.js';

/** An incoming webhook of Slack. */
export function createSlackWay(deps: { readonly fetch: typeof fetch; readonly clock: Clock }): Way {
  return {
    send: ({ settings }, message, signal) =>
      post(deps, settings.url ?? '', JSON.stringify(slackBody(message)), {}, signal),
  };
}
