import { createHmac } from 'node:crypto';
import { type CustomerKey, Problem, type TenantId } from '@olympus/core';
import type { Platform, Tenant } from '@olympus/platform';
import { namesSomebody } from '../personal/names-somebody.js';
import type { SchemaRegistry } from '../schemas/registry.js';

/** What the pipeline needs to know of a tenant, all in memory. */
export interface TenantContext {
  readonly tenant: Tenant;
  customerKey(customerId: string): CustomerKey;
  anonymousKey(anonymousId: string): string;
  /** The text, or a keyed hash in its place where it holds an e-mail address or a number of one person’s. */
  hide(text: string): string;
}

interface TenantContexts {
  /** @throws Problem `unknown_tenant` */
  get(id: TenantId): Promise<TenantContext>;
  /** Of one tenant, or of all. */
  forget(id?: TenantId): void;
}

const rememberedKeys = 200_000;
/** 128 bits of the HMAC, in base64url. */
const keyLength = 22;

export function createTenantContexts(
  platform: Pick<Platform, 'tenants' | 'pseudonyms'>,
  registry: SchemaRegistry,
): TenantContexts {
  const contexts = new Map<TenantId, Promise<TenantContext>>();

  async function load(id: TenantId): Promise<TenantContext> {
    const [tenant, secret] = await Promise.all([
      platform.tenants.get(id),
      platform.pseudonyms.secretOf(id),
      registry.load(id),
    ]);
    if (tenant === undefined) throw unknownTenant(id);
    const pseudonym = createPseudonymizer(secret);
    return {
      tenant,
      customerKey: (customerId) => pseudonym('c_', customerId) as CustomerKey,
      anonymousKey: (anonymousId) => pseudonym('a_', anonymousId),
      hide: (text) => (namesSomebody(text) ? pseudonym('h_', text) : text),
    };
  }

  return {
    get(id) {
      const known = contexts.get(id);
      if (known !== undefined) return known;
      const loading = load(id);
      contexts.set(id, loading);
      loading.catch(() => contexts.delete(id));
      return loading;
    },
    forget(id) {
      if (id === undefined) contexts.clear();
      else contexts.delete(id);
      registry.forget(id);
    },
  };
}

/** HMAC-SHA-256 under the tenant's secret; the same id always gets the same key. */
function createPseudonymizer(secret: Uint8Array): (prefix: string, id: string) => string {
  const remembered = new Map<string, string>();
  return (prefix, id) => {
    const name = prefix + id;
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const digest = createHmac('sha256', secret).update(name).digest('base64url');
    const key = prefix + digest.slice(0, keyLength);
    if (remembered.size >= rememberedKeys) remembered.clear();
    remembered.set(name, key);
    return key;
  };
}

function unknownTenant(id: TenantId): Problem {
  return new Problem({
    code: 'unknown_tenant',
    kind: 'not_found',
    message: `There is no tenant ${id}`,
  });
}
