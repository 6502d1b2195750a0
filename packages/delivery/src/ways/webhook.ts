import { createHmac } from 'node:crypto';
import type { Clock } from '@olympus/core';
import type { ChannelSettings } from '../channels/channel.js';
import { bytesOfSecret } from '../channels/webhook-secret.js';
import { webhookBody } from '../render/webhook-body.js';
import { post } from './post.js';
import type { Way } from './way.js';

/** JSON, signed as Standard Webhooks says (standardwebhooks.com, version 1). */
export function createWebhookWay(deps: {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}): Way {
  return {
    send({ settings }, message, signal) {
      const body = JSON.stringify(webhookBody(message));
      const seconds = String(Math.floor(deps.clock.now() / 1_000));
      const signed = secretsOf(settings, deps.clock.now()).map((secret) =>
        signatureOf(secret, message.id, seconds, body),
      );
      const headers = {
        'webhook-id': message.id,
        'webhook-timestamp': seconds,
        'webhook-signature': signed.join(' '),
      };
      return post(deps, settings.url ?? '', body, headers, signal);
    },
  };
}

/** The secret, and the one before it as long as receivers may still know that one only. */
function secretsOf({ secret, former }: ChannelSettings, nowMs: number): readonly string[] {
  const current = secret === undefined ? [] : [secret];
  return former !== undefined && former.untilMs > nowMs ? [...current, former.secret] : current;
}

function signatureOf(secret: string, id: string, seconds: string, body: string): string {
  const mac = createHmac('sha256', bytesOfSecret(secret)).update(`${id}.${seconds}.${body}`);
  return `v1,${mac.digest('base64')}`;
}
