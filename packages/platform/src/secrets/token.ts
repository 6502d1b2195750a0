import { hash, randomBytes } from 'node:crypto';

/** A bearer token of 256 random bits as base64url (43 characters). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a bearer secret. Plain SHA-256 is enough because the secrets have at least 128
 * random bits: there is no dictionary to try.
 */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
