import { describe, expect, it } from 'vitest';
import { endOfLifeNotice } from './node-release.js';

const nowMs = Date.parse('2026-11-20T12:00:00Z');

describe('the notice about the end of life of Node', () => {
  it('is one line once the end has come', () => {
    expect(endOfLifeNotice('20.20.2', nowMs)).toBe(
      'Node 20.20.2 has had no security fixes since 2026-04-30; Node 24 is recommended.',
    );
    expect(endOfLifeNotice('22.1.0', Date.parse('2027-04-30T00:00:00Z'))).toContain('22.1.0');
  });

  it('is not given before, nor for a Node that is not known', () => {
    expect(endOfLifeNotice('20.20.2', Date.parse('2026-04-29T23:59:59Z'))).toBeUndefined();
    expect(endOfLifeNotice('24.21.0', nowMs)).toBeUndefined();
    expect(endOfLifeNotice('40.0.0', nowMs)).toBeUndefined();
  });
});
