import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createEmbedTokens } from './embed-token.js';

const secret = new Uint8Array(32).fill(7);
const nowMs = Date.UTC(2026, 4, 1);
const at = (ms: number) => ({ now: () => ms });
const tokens = createEmbedTokens(secret, at(nowMs));
const claim = { id: 'abcDEF-_1234', expiresMs: nowMs + 1_000 };

describe('a token of an embedding', () => {
  it('is an HMAC of what it says, followed by that', () => {
    const token = tokens.sign(claim);
    const text = `${claim.expiresMs} ${claim.id}`;
    const mac = createHmac('sha256', secret).update(`olympus/boards/embed/1\n${text}`);
    expect(token).toBe(mac.digest('base64url') + Buffer.from(text).toString('base64url'));
    expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(tokens.verify(token)).toEqual(claim);
  });

  it('ends at its moment', () => {
    const token = tokens.sign(claim);
    const verifyAt = (ms: number) => () => createEmbedTokens(secret, at(ms)).verify(token);
    expect(verifyAt(claim.expiresMs - 1)()).toEqual(claim);
    expect(verifyAt(claim.expiresMs)).toThrow(/not known here, has ended/);
  });

  it('is refused when any character of it was changed, cut off or added', () => {
    const token = tokens.sign(claim);
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      expect(() => tokens.verify(changed), `character ${index}`).toThrow();
    }
    for (const changed of [token.slice(0, -1), `${token}A`, `${token}=`, '', 'x']) {
      expect(() => tokens.verify(changed), changed).toThrow();
    }
  });

  it('that another installation signed is worth nothing', () => {
    const other = createEmbedTokens(new Uint8Array(32).fill(8), at(nowMs));
    expect(() => tokens.verify(other.sign(claim))).toThrow();
  });

  it('cannot be made to last', () => {
    const token = tokens.sign(claim);
    const later = Buffer.from(`${claim.expiresMs + 1e9} ${claim.id}`).toString('base64url');
    expect(() => tokens.verify(token.slice(0, 43) + later)).toThrow();
  });
});
