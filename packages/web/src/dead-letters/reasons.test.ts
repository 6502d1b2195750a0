import type { DeadLetter } from '@olympus/sdk';
import { describe, expect, it } from 'vitest';
import { countsByCode, eventOf } from './reasons.js';

const letter = (code: string, raw = '{}'): DeadLetter => ({
  id: raw + code,
  status: 'open',
  type: null,
  source: 'till',
  code,
  step: 'schema',
  reason: '',
  path: null,
  received_at: '2026-05-05T10:00:00Z',
  raw,
});

describe('dead letters', () => {
  it('are counted by their reason, most first', () => {
    expect(countsByCode(['b', 'a', 'c', 'c'].map((code) => letter(code)))).toEqual([
      { code: 'c', count: 2 },
      { code: 'a', count: 1 },
      { code: 'b', count: 1 },
    ]);
  });

  it('are shown as they came where they are no JSON', () => {
    expect(eventOf(letter('x', '{"id":1}'))).toEqual({ id: 1 });
    expect(eventOf(letter('x', '{"id":'))).toBe('{"id":');
  });
});
