import { describe, expect, it } from 'vitest';
import { isLastOwner } from './roles.js';

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
});
