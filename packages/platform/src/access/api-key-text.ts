import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const prefix = 'oly_';
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 27;
const checksumLength = 6;

/**
 * A new API key: `oly_`, 27 base62 characters of 160 random bits, 6 of CRC-32 over what is before.
 * The prefix lets secret scanners find it, the checksum lets a typing error cost no look-up.
 */
export function newApiKey(): string {
  const secret = printBase62(BigInt(`0x${randomBytes(20).toString('hex')}`), secretLength);
  return withChecksum(`${prefix}${secret}`);
}

/** Whether the text has the form of a key of ours, checksum included. */
export function isApiKey(text: string): boolean {
  if (text.length !== prefix.length + secretLength + checksumLength) return false;
  if (!/^oly_[0-9A-Za-z]+$/.test(text)) return false;
  return withChecksum(text.slice(0, -checksumLength)) === text;
}

function withChecksum(text: string): string {
  return `${text}${printBase62(BigInt(crc32(text)), checksumLength)}`;
}

function printBase62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    text = `${alphabet[Number(rest % 62n)]}${text}`;
    rest /= 62n;
  }
  return text;
}
