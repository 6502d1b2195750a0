import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { open, seal } from './seal.js';
import { createWrapping } from './wrapping.js';

const key = new Uint8Array(randomBytes(32));

it('opens what it sealed, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, associated) => {
      expect(open(key, seal(key, text, associated), associated)).toBe(text);
    }),
  );
});

it('seals the same text differently each time and shows nothing of it', () => {
  expect(seal(key, 'ann@example.com')).not.toBe(seal(key, 'ann@example.com'));
  expect(Buffer.from(seal(key, 'ann@example.com'), 'base64url').toString('latin1')).not.toContain(
    'ann',
  );
});

it('opens nothing that was changed in any character, cut or extended', () => {
  const sealed = seal(key, 'ann@example.com', 'tenant|ann');
  for (let i = 0; i < sealed.length; i++) {
    const other = sealed[i] === 'A' ? 'B' : 'A';
    const changed = `${sealed.slice(0, i)}${other}${sealed.slice(i + 1)}`;
    expect(open(key, changed, 'tenant|ann'), `character ${i}`).toBeUndefined();
    expect(open(key, sealed.slice(0, i), 'tenant|ann')).toBeUndefined();
  }
  expect(open(key, `${sealed}A`, 'tenant|ann')).toBeUndefined();
  expect(open(key, `${sealed}=`, 'tenant|ann')).toBeUndefined();
});

it('opens nothing under another key or for another owner', () => {
  const sealed = seal(key, 'text', 'tenant|ann');
  expect(open(new Uint8Array(randomBytes(32)), sealed, 'tenant|ann')).toBeUndefined();
  expect(open(key, sealed, 'tenant|bob')).toBeUndefined();
  expect(open(key, sealed)).toBeUndefined();
  expect(open(key, '')).toBeUndefined();
  expect(open(key, 'not sealed at all, but long enough to be looked at')).toBeUndefined();
});

it('unwraps a key only under the master key and owner it was wrapped for', () => {
  const wrapping = createWrapping(key);
  const secret = wrapping.newKey();
  const wrapped = wrapping.wrap(secret, 'person|a|1');
  expect(wrapping.unwrap(wrapped, 'person|a|1')).toEqual(secret);
  expect(() => wrapping.unwrap(wrapped, 'person|b|1')).toThrow('does not open');
  const other = createWrapping(new Uint8Array(randomBytes(32)));
  expect(() => other.unwrap(wrapped, 'person|a|1')).toThrow('does not open');
});
