import { createManualClock, tenantId } from '@olympus/core';
import { describe, expect, it } from 'vitest';
import { createObjectLinks } from './links.js';
import { installation } from './objects.js';

const clock = createManualClock(Date.parse('2026-05-01T00:00:00Z'));
const secret = new Uint8Array(32).fill(7);
const links = createObjectLinks(secret, clock);
const target = { scope: tenantId('one'), key: 'exports/May.csv' };

describe('links', () => {
  it('lead to their file until they expire', () => {
    const start = clock.now();
    const token = links.sign(target, 60_000);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(links.verify(token)).toEqual(target);
    clock.set(start + 59_999);
    expect(links.verify(token)).toEqual(target);
    clock.set(start + 60_000);
    expect(() => links.verify(token)).toThrow(expect.objectContaining({ code: 'link_expired' }));
    const own = links.sign({ scope: installation, key: 'backup' }, 1000);
    expect(links.verify(own)).toEqual({ scope: installation, key: 'backup' });
  });

  it('hold only as they were signed', () => {
    const token = links.sign(target, 60_000);
    const [body = '', mac = ''] = token.split('.');
    const other = links.sign({ ...target, scope: tenantId('two') }, 60_000);
    const longer = Buffer.from(body, 'base64url').toString().replace(/^\d+/, '9999999999999');
    const foreign = createObjectLinks(new Uint8Array(32).fill(8), clock).sign(target, 60_000);
    for (const forged of [
      '',
      '.',
      body,
      `${body}.`,
      `${body}.${mac.slice(0, -2)}`,
      `${other.split('.')[0]}.${mac}`,
      `${Buffer.from(longer).toString('base64url')}.${mac}`,
      foreign,
    ]) {
      expect(() => links.verify(forged)).toThrow(expect.objectContaining({ code: 'link_invalid' }));
    }
  });

  it('are made for keys only', () => {
    expect(() => links.sign({ ...target, key: '../a' }, 1000)).toThrow(
      expect.objectContaining({ code: 'invalid_object_key' }),
    );
  });
});
