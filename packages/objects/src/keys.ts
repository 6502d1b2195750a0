import { Problem } from '@olympus/core';
import { installation, type ObjectScope } from './objects.js';

/** Longest key, in characters. */
const maxKey = 400;
/** A name in a key: no leading or trailing dot, so neither `..` nor what Windows cannot hold. */
const name = /^(?!\.)[A-Za-z0-9._=-]{1,100}(?<!\.)$/;
const prefixPattern = /^[A-Za-z0-9._=/-]*$/;

/**
 * Keys are names of `A-Z a-z 0-9 . _ = -`, up to 100 characters each, separated by single slashes;
 * no name begins or ends with a dot; up to 400 characters in all.
 * @throws Problem invalid_object_key
 */
export function checkKey(key: string): string {
  if (key.length > maxKey || !key.split('/').every((part) => name.test(part))) throw invalid(key);
  return key;
}

/** A beginning of a key. @throws Problem invalid_object_key */
export function checkPrefix(prefix: string): string {
  const bad = /(^|\/)(\.|\/)|\.\//.test(prefix);
  if (prefix.length > maxKey || bad || !prefixPattern.test(prefix)) throw invalid(prefix);
  return prefix;
}

/** Where the files of a tenant or of the installation lie below the root, with a slash at its end. */
export function scopeFolder(scope: ObjectScope): string {
  return scope === installation ? 'installation/' : `tenants/${scope}/`;
}

function invalid(key: string): Problem {
  return new Problem({
    code: 'invalid_object_key',
    kind: 'invalid',
    message: `"${key.slice(0, 80)}" is no key of a file`,
    remedy: 'Use names of letters, digits, dots, _, = and - that are separated by slashes.',
  });
}
