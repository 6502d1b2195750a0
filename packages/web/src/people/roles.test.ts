import { describe, expect, it } from 'vitest';
import { isLastOwner, suggestPassword } from './roles.js';

const person = (id: string, role: 'owner' | 'viewer') => ({
  id,
  email: `${id}@example.com`,
  name: id,
  role,
});

describe('people', () => {
  it('are not left without an owner', () => {
    const ada = person('ada', 'owner');
    const bob = person('bob', 'viewer');
    expect(isLastOwner([ada, bob], ada)).toBe(true);
    expect(isLastOwner([ada, bob], bob)).toBe(false);
    expect(isLastOwner([ada, bob, person('eve', 'owner')], ada)).toBe(false);
  });

  it('get passwords that differ and can be read aloud', () => {
    const made = suggestPassword((bytes) => crypto.getRandomValues(bytes));
    expect(made).toMatch(/^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$/);
    expect(suggestPassword((bytes) => crypto.getRandomValues(bytes))).not.toBe(made);
    expect(suggestPassword((bytes) => bytes.fill(255))).toBe('99999-99999-99999-99999');
  });
});
