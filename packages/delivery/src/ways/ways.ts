import type { Channel } from '../channels/channel.js';
import { createEmailWay, type EmailDeps } from './email.js';
import { createSlackWay } from './slack.js';
import { createTeamsWay } from './teams.js';
import type { Way } from './way.js';
import { createWebhookWay } from './webhook.js';

/** The way of a kind of channel. */
export type Ways = (kind: Channel['kind']) => Way;

export function createWays(deps: EmailDeps & { readonly fetch: typeof fetch }): Ways {
  const email = createEmailWay(deps);
  const ways: Readonly<Record<Channel['kind'], Way>> = {
    email,
    people: email,
    slack: createSlackWay(deps),
    teams: createTeamsWay(deps),
    webhook: createWebhookWay(deps),
  };
  return (kind) => ways[kind];
}
