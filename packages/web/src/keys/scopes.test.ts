import { describe, expect, it } from 'vitest';
import { purposeOf, scopesFor, scopesOf } from './scopes.js';

const offered = scopesOf([
  'system:admin',
  'tenants:read',
  'events:write',
  'keys:admin',
  'analytics:read',
  'model:read',
  'metrics:read',
  'jobs:read',
]);

describe('scopes of a key', () => {
  it('are never those of the installation', () => {
    expect(offered).not.toContain('system:admin');
    expect(offered).toContain('keys:admin');
  });

  it('follow from what the key is for, and tell it', () => {
    expect(scopesFor('send', offered)).toEqual(['events:write']);
    expect(scopesFor('read', offered)).toContain('jobs:read');
    expect(scopesFor('read', offered)).not.toContain('events:write');
    for (const purpose of ['send', 'analytics', 'read'] as const) {
      expect(purposeOf(scopesFor(purpose, offered).toReversed(), offered)).toBe(purpose);
    }
    expect(purposeOf(['events:write', 'jobs:read'], offered)).toBe('own');
  });
});
