/** What a key is made for. `own` is for scopes chosen one by one. */
export const PURPOSES = ['send', 'analytics', 'read', 'own'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The scopes that a key can be given out of what its maker may do; never those of the installation. */
export function scopesOf(permissions: readonly string[]): readonly string[] {
  return permissions.filter((permission) => !permission.startsWith('system:')).toSorted();
}

const ANALYTICS = ['analytics:read', 'model:read', 'metrics:read', 'tenants:read'];

/** The scopes of a purpose, among those that can be given. */
export function scopesFor(
  purpose: Exclude<Purpose, 'own'>,
  offered: readonly string[],
): readonly string[] {
  const fits: Readonly<Record<typeof purpose, (scope: string) => boolean>> = {
    send: (scope) => scope === 'events:write',
    analytics: (scope) => ANALYTICS.includes(scope),
    read: (scope) => scope.endsWith(':read'),
  };
  return offered.filter(fits[purpose]);
}

/** The purpose that these scopes are exactly those of. */
export function purposeOf(scopes: readonly string[], offered: readonly string[]): Purpose {
  const wanted = [...scopes].sort().join(' ');
  const named = (['send', 'analytics', 'read'] as const).find(
    (purpose) => scopesFor(purpose, offered).join(' ') === wanted,
  );
  return named ?? 'own';
}
