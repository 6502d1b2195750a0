import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isApiKey, newApiKey } from './api-key-text.js';

it('makes keys of 160 random bits that differ and are recognised', () => {
  const keys = new Set(Array.from({ length: 1000 }, newApiKey));
  expect(keys.size).toBe(1000);
  for (const key of keys) {
    expect(key).toMatch(/^oly_[0-9A-Za-z]{33}$/);
    expect(isApiKey(key)).toBe(true);
  }
});

it('recognises no key with a character changed, lost, added or exchanged with its neighbour', () => {
  const key = newApiKey();
  for (let i = 0; i < key.length; i++) {
    const other = key[i] === 'a' ? 'b' : 'a';
    expect(isApiKey(`${key.slice(0, i)}${other}${key.slice(i + 1)}`)).toBe(false);
    expect(isApiKey(`${key.slice(0, i)}${key.slice(i + 1)}`)).toBe(false);
    expect(isApiKey(`${key.slice(0, i)}x${key.slice(i)}`)).toBe(false);
    if (key[i] === key[i + 1] || i + 1 === key.length) continue;
    const exchanged = `${key.slice(0, i)}${key[i + 1]}${key[i]}${key.slice(i + 2)}`;
    expect(isApiKey(exchanged)).toBe(false);
  }
});

it('recognises no text at random', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => !isApiKey(text)));
  fc.assert(fc.property(fc.stringMatching(/^oly_[0-9A-Za-z]{33}$/), (text) => !isApiKey(text)));
});
