import { describe, expect, it } from 'vitest';
import { SNIPPETS, snippet } from './snippets.js';

const sender = {
  key: 'oly_secret',
  tenant: { id: 'kontor', currency: 'CHF' },
  origin: 'http://localhost:8001',
  now: new Date('2026-11-20T14:30:00.123Z'),
};
const code = (of: (typeof SNIPPETS)[number]) => snippet(of, sender);

describe('code that sends an order', () => {
  it('has the key, the address and the currency filled in', () => {
    for (const way of SNIPPETS) {
      expect(code(way)).toContain('oly_secret');
      expect(code(way)).toContain('localhost:8001');
      expect(code(way)).toContain('CHF');
    }
  });

  it('holds a valid CloudEvent', () => {
    const bodies = [/-d '([^']*)'$/.exec(code('curl'))?.[1], code('till').split('\n\n')[1]];
    for (const body of bodies) {
      expect(JSON.parse(body ?? '')).toMatchObject({
        specversion: '1.0',
        source: 'kontor',
        type: 'order.created',
        time: '2026-11-20T14:30:00Z',
        data: { currency: 'CHF', items: [{ quantity: 2 }] },
      });
    }
  });
});
