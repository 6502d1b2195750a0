import { systemPrincipal } from '@olympus/contract';
import type { CustomerKey, TenantId } from '@olympus/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Platform } from '../platform.js';
import { jsonSetting } from '../records/settings.js';
import type { Harness } from './harness.js';

type Write = (platform: Platform, tenant: TenantId, mark: string) => Promise<unknown>;

/** Every way to leave something with a tenant. */
const writes: Readonly<Record<string, Write>> = {
  key: (platform, tenantId, name) =>
    platform.keys.create({ tenantId, name, scopes: ['model:read'] }),
  schema: (platform, tenant, mark) => platform.schemas.put(tenant, mark, { mark }),
  metric: (platform, tenant, mark) => platform.metrics.put(tenant, mark, { mark }),
  setting: (platform, tenant, mark) => platform.settings.set(tenant, jsonSetting('mark'), mark),
  audit: (platform, tenantId, action) =>
    platform.audit.record({ tenantId, actor: systemPrincipal('test'), action }),
  question: (platform, tenantId, question) =>
    platform.questions.record({
      tenantId,
      asker: systemPrincipal('test'),
      conversationId: 'c',
      question,
      outcome: 'decline',
    }),
  person: (platform, tenant, mark) => platform.people.keysFor(tenant, [mark as CustomerKey]),
  name: (platform, tenant, name) => platform.tenants.update(tenant, { name }),
};

/** Everything that can be read through one tenant's id. */
async function readAll(platform: Platform, tenant: TenantId, marks: readonly string[]) {
  return JSON.stringify([
    await platform.keys.list(tenant),
    await platform.schemas.list(tenant),
    await platform.metrics.list(tenant),
    (await platform.settings.get(tenant, jsonSetting('mark'))) ?? null,
    await platform.audit.list(tenant),
    await platform.questions.list(tenant, systemPrincipal('test')),
    await platform.questions.unanswered(tenant),
    [...(await platform.people.existing(tenant, marks as CustomerKey[])).keys()],
    await platform.users.list(tenant),
    await platform.tenants.get(tenant),
    await Promise.all(marks.map((mark) => platform.schemas.get(tenant, mark))),
  ]);
}

/** Nothing of one tenant through another's calls, on any engine. */
export function isolationSuite(harness: () => Harness): void {
  it('shows nothing of one tenant through the calls of another, whatever is written', async () => {
    const { platform, newTenant } = harness();
    const tenants = [await newTenant(), await newTenant()] as const;
    let count = 0;
    const names = Object.keys(writes);
    const step = fc.record({ write: fc.constantFrom(...names), to: fc.constantFrom(0, 1) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const marks: [string[], string[]] = [[], []];
        for (const { write, to } of steps) {
          const mark = `mark-${to}-${count++}-end`;
          marks[to === 0 ? 0 : 1].push(mark);
          await writes[write]?.(platform, tenants[to === 0 ? 0 : 1], mark);
        }
        const all = marks.flat();
        const [first, second] = [
          await readAll(platform, tenants[0], all),
          await readAll(platform, tenants[1], all),
        ];
        expect(first).not.toContain('mark-1-');
        expect(second).not.toContain('mark-0-');
        const last = steps[steps.length - 1]?.to === 0 ? [first, marks[0]] : [second, marks[1]];
        expect(last[0]).toContain(last[1]?.at(-1));
      }),
      { numRuns: 25 },
    );
  });

  it('changes nothing of one tenant through the calls of another', async () => {
    const { platform, newTenant } = harness();
    const [a, b] = [await newTenant(), await newTenant()];
    for (const write of Object.values(writes)) await write(platform, a, 'kept');
    const key = (await platform.keys.list(a))[0]?.id ?? '';
    const before = await readAll(platform, a, ['kept']);
    await platform.keys.revoke(key, b).catch(() => undefined);
    await platform.keys.rotate(key, { tenantId: b, overlapMs: 0 }).catch(() => undefined);
    await platform.metrics.remove(b, 'kept');
    await platform.people.destroy(b, 'kept' as CustomerKey);
    await platform.people.consentAgain(b, 'kept' as CustomerKey);
    await platform.settings.set(b, jsonSetting('mark'), undefined);
    for (const write of Object.values(writes)) await write(platform, b, 'kept');
    await platform.tenants.remove(b);
    expect(await readAll(platform, a, ['kept'])).toBe(before);
  });
}
