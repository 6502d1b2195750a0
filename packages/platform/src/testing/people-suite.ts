import { type CustomerKey, tenantId } from '@olympus/core';
import { expect, it } from 'vitest';
import { open, seal } from '../secrets/seal.js';
import { codeOf, type Harness } from './harness.js';

const customer = (text: string) => text as CustomerKey;

/** Keys of people and tenants, on any engine. */
export function peopleSuite(harness: () => Harness): void {
  it('makes each person one key and gives it again', async () => {
    const { platform, newTenant } = harness();
    const tenant = await newTenant();
    const asked = [customer('ann'), customer('bob'), customer('ann')];
    const first = await platform.people.keysFor(tenant, asked);
    expect([...first.keys()].sort()).toEqual(['ann', 'bob']);
    expect(first.get(customer('ann'))).toHaveLength(32);
    expect(first.get(customer('ann'))).not.toEqual(first.get(customer('bob')));
    expect(await platform.people.keysFor(tenant, asked)).toEqual(first);
    const partly = await platform.people.keysFor(tenant, [customer('bob'), customer('cid')]);
    expect(partly.get(customer('bob'))).toEqual(first.get(customer('bob')));
    expect((await platform.people.existing(tenant, [customer('ann'), customer('dan')])).size).toBe(
      1,
    );
    expect(await platform.people.keysFor(tenant, [])).toEqual(new Map());
  });

  it('gives equal keys to all who ask for new people at the same moment', async () => {
    const { platform, other, newTenant } = harness();
    const tenant = await newTenant();
    const asked = Array.from({ length: 200 }, (_, i) => customer(`c${i}`));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        (i % 2 === 0 ? platform : (other ?? platform)).people.keysFor(
          tenant,
          i % 3 === 0 ? asked : asked.slice().reverse(),
        ),
      ),
    );
    const sorted = answers.map((map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(sorted[0]).toHaveLength(200);
    for (const answer of sorted) expect(answer).toEqual(sorted[0]);
  });

  it('asks the store twice for 10,000 new people and not at all when they come again', async () => {
    const { platform, newTenant, engine, statements } = harness();
    const tenant = await newTenant();
    const asked = Array.from({ length: 10_000 }, (_, i) => customer(`many-${i}`));
    const before = statements();
    expect((await platform.people.keysFor(tenant, asked)).size).toBe(10_000);
    expect(statements() - before).toBe(2);
    expect((await platform.people.keysFor(tenant, asked)).size).toBe(10_000);
    expect(statements() - before).toBe(2);
    const [row] = await engine.execute('select count(*) from person_keys where tenant_id = $1', [
      tenant,
    ]);
    expect(row?.[0]).toBe(10_000);
  });

  it('takes customer keys of any text', async () => {
    const { platform, newTenant, other, advance } = harness();
    const tenant = await newTenant();
    const asked = ['a"b', 'a\\b', '{x,y}', "o'k", 'NULL', '', ' ', 'é漢🎈', '$1'].map(customer);
    const made = await platform.people.keysFor(tenant, asked);
    expect([...made.keys()]).toEqual(asked);
    advance(10_000);
    expect(await (other ?? platform).people.existing(tenant, asked)).toEqual(made);
    expect(await codeOf(platform.people.keysFor(tenant, [customer('a\u0000b')]))).toBe(
      'value_not_storable',
    );
  });

  it('never makes a new key for an erased person until they agree again', async () => {
    const { platform, newTenant, other, advance } = harness();
    const tenant = await newTenant();
    const ann = customer('ann');
    const key = (await platform.people.keysFor(tenant, [ann])).get(ann) ?? new Uint8Array(32);
    const sealed = seal(key, 'ann@example.com');
    expect(await platform.people.destroy(tenant, ann)).toBe(true);
    for (let i = 0; i < 2; i++) {
      expect((await platform.people.keysFor(tenant, [ann, customer('bob')])).has(ann)).toBe(false);
      expect((await platform.people.existing(tenant, [ann])).size).toBe(0);
    }
    advance(10_000);
    expect((await other?.people.keysFor(tenant, [ann]))?.size ?? 0).toBe(0);
    expect(await platform.people.destroy(tenant, ann)).toBe(false);
    expect(await platform.people.consentAgain(tenant, ann)).toBe(true);
    const next = (await platform.people.keysFor(tenant, [ann])).get(ann) ?? new Uint8Array(32);
    expect(next).not.toEqual(key);
    expect(open(next, sealed)).toBeUndefined();
    expect(await platform.people.consentAgain(tenant, ann)).toBe(false);
    expect((await platform.people.keysFor(tenant, [ann])).get(ann)).toEqual(next);
  });

  it('remembers the erasure of somebody who had no key', async () => {
    const { platform, newTenant } = harness();
    const tenant = await newTenant();
    expect(await platform.people.destroy(tenant, customer('eve'))).toBe(false);
    expect((await platform.people.keysFor(tenant, [customer('eve')])).size).toBe(0);
  });

  it('keeps no key in memory that is destroyed while it is being read', async () => {
    const { platform, newTenant } = harness();
    const tenant = await newTenant();
    for (let round = 0; round < 10; round++) {
      const one = customer(`r${round}`);
      await Promise.all([
        platform.people.keysFor(tenant, [one]),
        platform.people.destroy(tenant, one),
        platform.people.keysFor(tenant, [one]),
      ]);
      expect((await platform.people.keysFor(tenant, [one])).size).toBe(0);
    }
  });

  it('opens no key whose row was moved to another person or tenant', async () => {
    const { platform, engine, newTenant } = harness();
    const tenant = await newTenant();
    await platform.people.keysFor(tenant, [customer('ann')]);
    await engine.execute(
      `insert into person_keys (tenant_id, customer_key, wrapped, created_at)
       select tenant_id, 'mallory', wrapped, created_at from person_keys where tenant_id = $1`,
      [tenant],
    );
    expect(await codeOf(platform.people.existing(tenant, [customer('mallory')]))).toBe(
      'wrapped_key_damaged',
    );
  });

  it('gives every tenant secrets of its own', async () => {
    const { platform, newTenant } = harness();
    const [a, b] = [await newTenant(), await newTenant()];
    const secrets = await Promise.all([
      platform.pseudonyms.secretOf(a),
      platform.pseudonyms.secretOf(b),
      platform.people.tenantKey(a),
      platform.people.tenantKey(b),
    ]);
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(4);
    for (const secret of secrets) expect(secret).toHaveLength(32);
    expect(await platform.pseudonyms.secretOf(a)).toEqual(secrets[0]);
    const nobody = tenantId('nobody');
    expect(await codeOf(platform.pseudonyms.secretOf(nobody))).toBe('tenant_not_found');
    expect(await codeOf(platform.people.keysFor(nobody, [customer('x')]))).toBe('tenant_not_found');
    expect(await codeOf(platform.people.destroy(nobody, customer('x')))).toBe('tenant_not_found');
  });

  it('stores keys wrapped only', async () => {
    const { platform, engine, newTenant } = harness();
    const tenant = await newTenant();
    const keys = await platform.people.keysFor(tenant, [customer('ann')]);
    const all = [
      ...keys.values(),
      await platform.pseudonyms.secretOf(tenant),
      await platform.people.tenantKey(tenant),
    ];
    const rows = [
      await engine.execute('select wrapped from person_keys'),
      await engine.execute('select wrapped from tenant_secrets'),
    ];
    const stored = JSON.stringify(rows);
    for (const key of all) {
      expect(stored).not.toContain(Buffer.from(key).toString('base64url'));
      expect(stored).not.toContain(Buffer.from(key).toString('hex'));
    }
  });
}
