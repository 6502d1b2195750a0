import type { ChannelKind } from '../channels/channel.js';
import { emailHtml } from './email-html.js';
import { emailText } from './email-text.js';
import type { Message } from './message.js';
import { slackBody } from './slack-body.js';
import { teamsBody } from './teams-body.js';
import { webhookBody } from './webhook-body.js';
import { headlineOf } from './words.js';

const bodies = { slack: slackBody, teams: teamsBody, webhook: webhookBody };

/** A message as a kind of channel sends it. */
export function drawPreview(kind: ChannelKind, message: Message) {
  const subject = headlineOf(message);
  return kind === 'email'
    ? { subject, html: emailHtml(message), text: emailText(message), body: null }
    : { subject, html: null, text: null, body: JSON.stringify(bodies[kind](message), null, 2) };
}
