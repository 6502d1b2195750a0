import { systemPrincipal } from '@olympus/contract';
import { expect, it } from 'vitest';
import { codeOf, type Harness } from './harness.js';

const dayMs = 24 * 60 * 60 * 1000;
let people = 0;

async function newUser({ platform }: Harness, password?: string) {
  people++;
  return await platform.users.create({ email: `p${people}@example.com`, name: 'Person', password });
}

/** Users, sessions, links and keys, on any engine. */
export function accessSuite(harness: () => Harness): void {
  it('signs in with the right password only', async () => {
    const { platform } = harness();
    const user = await newUser(harness(), 'correct horse battery');
    expect(
      await platform.users.verifyPassword(user.email.toUpperCase(), 'correct horse battery'),
    ).toEqual(user);
    expect(
      await platform.users.verifyPassword(user.email, 'Correct horse battery'),
    ).toBeUndefined();
    expect(await platform.users.verifyPassword(user.email, '')).toBeUndefined();
    const passwordless = await newUser(harness());
    expect(await platform.users.verifyPassword(passwordless.email, '')).toBeUndefined();
    await platform.users.setPassword(user.id, 'another horse battery');
    expect(
      await platform.users.verifyPassword(user.email, 'correct horse battery'),
    ).toBeUndefined();
    expect(await platform.users.verifyPassword(user.email, 'another horse battery')).toEqual(user);
  });

  it('does the same work for an unknown address as for a wrong password', async () => {
    const { platform } = harness();
    const user = await newUser(harness(), 'correct horse battery');
    const work = async (email: string) => {
      const before = process.cpuUsage();
      await platform.users.verifyPassword(email, 'wrong');
      const { user: cpu, system } = process.cpuUsage(before);
      return cpu + system;
    };
    await work('nobody@example.com');
    let known = Number.POSITIVE_INFINITY;
    let unknown = Number.POSITIVE_INFINITY;
    // the least of several: whatever else the process did meanwhile only adds
    for (let round = 0; round < 4; round += 1) {
      known = Math.min(known, await work(user.email));
      unknown = Math.min(unknown, await work('nobody@example.com'));
    }
    expect(unknown / known).toBeGreaterThan(0.4);
  });

  it('refuses short passwords, bad addresses and a second user with one address', async () => {
    const { platform } = harness();
    const user = await newUser(harness());
    const { users } = platform;
    expect(
      await codeOf(users.create({ email: 'n@example.com', name: 'N', password: 'short' })),
    ).toBe('weak_password');
    expect(await codeOf(users.create({ email: 'nobody', name: 'N' }))).toBe('invalid_user');
    expect(await codeOf(users.create({ email: user.email.toUpperCase(), name: 'N' }))).toBe(
      'user_exists',
    );
    expect(await codeOf(users.create({ email: 'nul@example.com', name: 'a\u0000b' }))).toBe(
      'value_not_storable',
    );
  });

  it('gives a session the rights its user has now, and none after it ends', async () => {
    const { platform, newTenant, advance } = harness();
    const [a, b] = [await newTenant(), await newTenant()];
    const user = await newUser(harness());
    const { token } = await platform.sessions.create(user.id);
    expect((await platform.sessions.resolve(token))?.tenants).toEqual([]);
    await platform.users.setRole(a, user.id, 'viewer');
    const viewer = await platform.sessions.resolve(token);
    expect(viewer?.allows(a, 'analytics:read')).toBe(true);
    expect(viewer?.allows(a, 'metrics:write')).toBe(false);
    expect(viewer?.allows(b, 'analytics:read')).toBe(false);
    expect(viewer?.allowsEverywhere('tenants:read')).toBe(false);
    await platform.users.setRole(a, user.id, 'analyst');
    expect((await platform.sessions.resolve(token))?.allows(a, 'metrics:write')).toBe(true);
    await platform.users.setRole(a, user.id, undefined);
    expect((await platform.sessions.resolve(token))?.allows(a, 'analytics:read')).toBe(false);
    await platform.sessions.revoke(token);
    expect(await platform.sessions.resolve(token)).toBeUndefined();
    const late = await platform.sessions.create(user.id);
    expect(await platform.sessions.resolve(late.token)).toBeDefined();
    advance(14 * dayMs);
    expect(await platform.sessions.resolve(late.token)).toBeUndefined();
  });

  it('ends sessions when the password changes or the user is removed', async () => {
    const { platform } = harness();
    const user = await newUser(harness());
    const first = await platform.sessions.create(user.id);
    expect(await platform.sessions.resolve(first.token)).toBeDefined();
    await platform.users.setPassword(user.id, 'a new long password');
    expect(await platform.sessions.resolve(first.token)).toBeUndefined();
    const second = await platform.sessions.create(user.id);
    expect(await platform.sessions.resolve(second.token)).toBeDefined();
    expect(await platform.users.remove(user.id)).toBe(true);
    expect(await platform.sessions.resolve(second.token)).toBeUndefined();
    expect(await codeOf(platform.sessions.create(user.id))).toBe('user_not_found');
  });

  it('lets an operator do everything everywhere', async () => {
    const { platform, newTenant } = harness();
    const tenant = await newTenant();
    const user = await platform.users.create({
      email: 'op@example.com',
      name: 'Op',
      operator: true,
    });
    const { token } = await platform.sessions.create(user.id);
    const principal = await platform.sessions.resolve(token);
    expect(principal?.tenants).toBe('all');
    expect(principal?.allows(tenant, 'keys:admin')).toBe(true);
    expect(principal?.allowsEverywhere('system:admin')).toBe(true);
    expect(systemPrincipal('simulator').allows(tenant, 'events:write')).toBe(true);
  });

  it('redeems a link once, also when many try at the same moment', async () => {
    const { platform, other } = harness();
    const user = await newUser(harness());
    for (let round = 0; round < 5; round++) {
      const token = await platform.links.create({ userId: user.id, ttlMs: 60_000 });
      const attempts = Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? platform : (other ?? platform)).links.redeem(token),
      );
      const answers = (await Promise.all(attempts)).filter((answer) => answer !== undefined);
      expect(answers).toEqual([user.id]);
    }
  });

  it('redeems no link that is late or was tampered with', async () => {
    const { platform, advance } = harness();
    const user = await newUser(harness());
    const token = await platform.links.create({ userId: user.id, ttlMs: 60_000 });
    expect(await platform.links.redeem(`${token}A`)).toBeUndefined();
    expect(await platform.links.redeem('')).toBeUndefined();
    advance(60_000);
    expect(await platform.links.redeem(token)).toBeUndefined();
  });

  it('resolves a key to its scopes on its tenant and to nothing else', async () => {
    const { platform, newTenant } = harness();
    const [a, b] = [await newTenant(), await newTenant()];
    const { id, secret } = await platform.keys.create({
      tenantId: a,
      name: 'till',
      scopes: ['events:write'],
    });
    const principal = await platform.keys.resolve(secret);
    expect(principal).toMatchObject({ kind: 'key', id, name: 'till', tenants: [a] });
    expect(principal?.allows(a, 'events:write')).toBe(true);
    expect(principal?.allows(a, 'analytics:read')).toBe(false);
    expect(principal?.allows(b, 'events:write')).toBe(false);
    expect(await platform.keys.list(b)).toEqual([]);
    expect(await platform.keys.list(a)).toMatchObject([
      { id, scopes: ['events:write'], status: 'active' },
    ]);
    expect(JSON.stringify(await platform.keys.list(a))).not.toContain(secret.slice(9));
  });

  it('refuses scopes that are unknown or concern the installation, and expiries in the past', async () => {
    const { platform, newTenant } = harness();
    const tenantId = await newTenant();
    const create = (scopes: string[], expiresAt?: string) =>
      codeOf(platform.keys.create({ tenantId, name: 'k', scopes, expiresAt }));
    expect(await create(['everything'])).toBe('unknown_scope');
    expect(await create(['system:admin'])).toBe('unknown_scope');
    expect(await create([])).toBe('invalid_key');
    expect(await create(['events:write'], '2020-01-01')).toBe('invalid_key');
    expect(await create(['events:write'], 'soon')).toBe('invalid_key');
    const nobody = { tenantId: 'nobody' as typeof tenantId, name: 'k', scopes: ['events:write'] };
    expect(await codeOf(platform.keys.create(nobody))).toBe('tenant_not_found');
  });

  it('revokes a key at once here and within ten seconds elsewhere', async () => {
    const { platform, other, newTenant, advance } = harness();
    const [a, b] = [await newTenant(), await newTenant()];
    const { id, secret } = await platform.keys.create({
      tenantId: a,
      name: 'k',
      scopes: ['events:write'],
    });
    expect(await platform.keys.resolve(secret)).toBeDefined();
    expect(other === undefined || (await other.keys.resolve(secret)) !== undefined).toBe(true);
    expect(await codeOf(platform.keys.revoke(id, b))).toBe('key_not_found');
    expect(await platform.keys.resolve(secret)).toBeDefined();
    await platform.keys.revoke(id, a);
    expect(await platform.keys.resolve(secret)).toBeUndefined();
    advance(10_000);
    expect(await other?.keys.resolve(secret)).toBeUndefined();
    expect(await codeOf(platform.keys.revoke(id, a))).toBe('key_not_found');
  });

  it('keeps no key alive that is revoked while it is being looked up', async () => {
    const { platform, newTenant } = harness();
    const tenantId = await newTenant();
    for (let round = 0; round < 10; round++) {
      const { id, secret } = await platform.keys.create({
        tenantId,
        name: 'k',
        scopes: ['events:write'],
      });
      await Promise.all([
        platform.keys.resolve(secret),
        platform.keys.revoke(id, tenantId),
        platform.keys.resolve(secret),
      ]);
      expect(await platform.keys.resolve(secret)).toBeUndefined();
    }
  });

  it('rotates a key with both secrets working for the overlap', async () => {
    const { platform, newTenant, advance } = harness();
    const [a, b] = [await newTenant(), await newTenant()];
    const old = await platform.keys.create({ tenantId: a, name: 'k', scopes: ['analytics:read'] });
    expect(await platform.keys.resolve(old.secret)).toBeDefined();
    expect(await codeOf(platform.keys.rotate(old.id, { tenantId: b, overlapMs: 0 }))).toBe(
      'key_not_found',
    );
    const next = await platform.keys.rotate(old.id, { tenantId: a, overlapMs: 60_000 });
    advance(59_999);
    expect(await platform.keys.resolve(old.secret)).toBeDefined();
    expect((await platform.keys.resolve(next.secret))?.allows(a, 'analytics:read')).toBe(true);
    advance(1);
    expect(await platform.keys.resolve(old.secret)).toBeUndefined();
    expect(await platform.keys.resolve(next.secret)).toBeDefined();
    expect(await codeOf(platform.keys.rotate(old.id, { tenantId: a, overlapMs: 0 }))).toBe(
      'key_not_found',
    );
  });

  it('never lets a rotation lengthen a life', async () => {
    const { platform, newTenant, advance, clock } = harness();
    const tenantId = await newTenant();
    const expiresAt = new Date(clock.now() + 1000).toISOString();
    const old = await platform.keys.create({
      tenantId,
      name: 'k',
      scopes: ['model:read'],
      expiresAt,
    });
    const next = await platform.keys.rotate(old.id, { tenantId, overlapMs: dayMs });
    advance(1000);
    expect(await platform.keys.resolve(old.secret)).toBeUndefined();
    expect(await platform.keys.resolve(next.secret)).toBeUndefined();
  });

  it('stores no secret that could be used', async () => {
    const { platform, engine, newTenant } = harness();
    const tenantId = await newTenant();
    const user = await newUser(harness(), 'correct horse battery');
    const secrets = [
      (await platform.sessions.create(user.id)).token,
      await platform.links.create({ userId: user.id, ttlMs: 60_000 }),
      (await platform.keys.create({ tenantId, name: 'k', scopes: ['model:read'] })).secret,
      'correct horse battery',
    ];
    const rows = await Promise.all(
      ['sessions', 'links', 'api_keys', 'users'].map((table) =>
        engine.execute(`select * from ${table}`),
      ),
    );
    const stored = JSON.stringify(rows);
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of secrets) expect(stored).not.toContain(secret);
  });
}
