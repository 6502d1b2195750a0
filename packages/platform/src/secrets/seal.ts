import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = 1;
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts text with AES-256-GCM under a fresh random 96-bit nonce (NIST SP 800-38D).
 * @param key 32 bytes; at most 2^32 texts under one key
 * @param associated what the text belongs to; opening asks for the same
 * @returns base64url of version (1 byte), nonce (12), ciphertext, tag (16)
 */
export function seal(key: Uint8Array, plaintext: string, associated = ''): string {
  return sealBytes(key, Buffer.from(plaintext, 'utf8'), associated);
}

/** Like {@link seal}, for bytes. */
export function sealBytes(key: Uint8Array, plaintext: Uint8Array, associated: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(associated, 'utf8'));
  const parts = [Buffer.of(version), iv, cipher.update(plaintext), cipher.final()];
  return Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64url');
}

/** @returns the text, or undefined when key, associated text or a single bit is not what it was */
export function open(key: Uint8Array, sealed: string, associated = ''): string | undefined {
  return openBytes(key, sealed, associated)?.toString('utf8');
}

/** Like {@link open}, for bytes. */
export function openBytes(key: Uint8Array, sealed: string, associated: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 1 + ivBytes + tagBytes || bytes[0] !== version) return undefined;
  // base64url has spare bits at its end that decoding ignores: only the canonical text is accepted
  if (bytes.toString('base64url') !== sealed) return undefined;
  const iv = bytes.subarray(1, 1 + ivBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(associated, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = decipher.update(bytes.subarray(1 + ivBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return undefined;
  }
}
