import type { Brand } from './brand.js';
import { Problem } from './problem.js';

/** A business whose data is kept apart from every other's: 1–63 of `a-z 0-9 - _`, starting with a letter or digit. */
export type TenantId = Brand<string, 'TenantId'>;

/** Pseudonym of a person inside one tenant; says nothing about them without the tenant's secret. */
export type CustomerKey = Brand<string, 'CustomerKey'>;

const tenantIdPattern = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** @returns the text as a tenant id, or undefined when it cannot be one. */
export function parseTenantId(text: unknown): TenantId | undefined {
  return typeof text === 'string' && tenantIdPattern.test(text) ? (text as TenantId) : undefined;
}

/** Like {@link parseTenantId}, for places where anything else is a caller's fault. */
export function tenantId(text: string): TenantId {
  const id = parseTenantId(text);
  if (id === undefined) {
    throw new Problem({
      code: 'invalid_tenant_id',
      kind: 'invalid',
      message: `"${text.slice(0, 80)}" is not a tenant id`,
      remedy: 'Use 1 to 63 lower-case letters, digits, hyphens or underscores.',
    });
  }
  return id;
}
