import { randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A secret as Standard Webhooks writes it: `whsec_` and base64 of 32 random bytes. */
export function createWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/** The bytes that sign. */
export function bytesOfSecret(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), 'base64');
}
