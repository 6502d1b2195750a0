import { createHmac } from 'node:crypto';
import { open, seal } from '../secrets/seal.js';

type Fields = Readonly<Record<string, unknown>>;

/** What questions are sealed for; those that an earlier release kept stand in clear. */
const associated = 'platform.questions';
const prefix = 'sealed:';

export const sealText = (key: Uint8Array, text: string): string =>
  `${prefix}${seal(key, text, associated)}`;

/** The text as it was asked; what cannot be opened stays as it stands. */
export function openText(key: Uint8Array, stored: string): string {
  if (!stored.startsWith(prefix)) return stored;
  return open(key, stored.slice(prefix.length), associated) ?? stored;
}

export const sealJson = (key: Uint8Array, fields: Fields): Fields => ({
  _sealed: seal(key, JSON.stringify(fields), associated),
});

export function openJson(key: Uint8Array, stored: Fields): Fields {
  const { _sealed: sealed } = stored;
  if (typeof sealed !== 'string') return stored;
  const text = open(key, sealed, associated);
  return text === undefined ? stored : (JSON.parse(text) as Fields);
}

/** By which like questions meet without their words being kept. */
export const markOf = (key: Uint8Array, likeness: string): string =>
  createHmac('sha256', key).update(`likeness\n${likeness}`).digest('base64url');
